"""Representatives of each class: patches of the training sequences that stand for many, and what the vote of each is worth."""

from dataclasses import dataclass

import numpy as np

from patches.bases import CLASSES, bases_of, columns_of, kernel, readings_of, sums, windows

# A patch is of a class if this share of its seconds is.
PURE = 0.6
# Patches of a class that are clustered, and that votes are weighed by.
CLUSTERED, WEIGHED = 800, 1600
ROUNDS = 15
# Readings of a patch whose mean the discriminants are found from, and how far their spread is drawn to that of all.
MEANS_OF, SHRINK = 16, 0.1
SEED = 20261130


@dataclass(frozen=True)
class Learnt:
    """Of one region and length: bases (R x d x p), the class of each, and its weight (R)."""

    bases: np.ndarray
    classes: np.ndarray
    weights: np.ndarray


@dataclass(frozen=True)
class Voters:
    """maps: by region, from a reading's numbers to those of its patches. learnt: by region and length."""

    moves: tuple
    maps: dict
    learnt: dict


def truths(some, of, start, length):
    """Mean truth over the seconds of each patch (n x 8). Places count from the first that was seen."""
    first = some.seen.reshape(len(some), -1).argmax(1)[of]
    last_second = some.truth.shape[1] - 1
    begin = np.minimum((first + start) // 10, last_second)
    end = np.minimum((first + start + length - 1) // 10, last_second)
    before = sums(some.truth.astype(np.float64))
    return (before[of, end + 1] - before[of, begin]) / (end + 1 - begin)[:, None]


def pure(some, of, start, length):
    """Class of each patch, -1 where it is of none."""
    truth = truths(some, of, start, length)
    return np.where(truth.max(1) > PURE, truth.argmax(1), -1)


def discriminants(means, labels, count):
    """The directions that tell classes apart most (d x count), scaled so that one class spreads by about one (Fisher; shrunken)."""
    by_class = [means[labels == label] for label in range(CLASSES)]
    within = np.mean([np.cov(one.T) for one in by_class], 0)
    within = (1 - SHRINK) * within + SHRINK * np.trace(within) / len(within) * np.eye(len(within))
    # Seen from rest, because that is what patches are measured from.
    centres = np.stack([one.mean(0) for one in by_class])
    inverse = np.linalg.inv(np.linalg.cholesky(within))
    _, vectors = np.linalg.eigh(inverse @ np.cov((centres - centres[0]).T) @ inverse.T)
    return (inverse.T @ vectors[:, ::-1][:, :count]).astype(np.float32)


def map_of(some, seen, numbers, count):
    if not count:
        return np.eye(numbers.shape[-1], dtype=np.float32)
    of, start = windows(seen, MEANS_OF)
    total = lambda values: (lambda before: before[of, start + MEANS_OF] - before[of, start])(sums(values))
    labels = pure(some, of, start, MEANS_OF)
    means = total(numbers) / total(seen)[:, None]
    return discriminants(means[labels >= 0], labels[labels >= 0], min(count, numbers.shape[-1]))


def medoids(alike, count, rng):
    """Indices of `count` patches that the others are most like (k-medoids, seeded as k-means++)."""
    apart = np.maximum(0, alike.max() - alike)
    chosen = [int(rng.integers(len(apart)))]
    while len(chosen) < count:
        nearest = apart[:, chosen].min(1)
        chosen.append(int(rng.choice(len(apart), p=nearest / nearest.sum())))
    for _ in range(ROUNDS):
        near = apart[:, chosen].argmin(1)
        groups = [np.flatnonzero(near == one) for one in range(count)]
        after = [int(group[apart[np.ix_(group, group)].sum(0).argmin()]) if len(group) else old for group, old in zip(groups, chosen)]
        if after == chosen:
            break
        chosen = after
    return chosen


def weights_of(bases, labels, people, representatives, classes, owners):
    """How often a patch is of the class of the representative nearest to it, above chance, every class as frequent: 0..1. Patches of the
    person whom a representative is of are not asked."""
    alike = np.where(people[:, None] != owners[None], kernel(bases, representatives), -1)
    near = alike.argmax(1)
    # One half of a patch of every class beforehand, so that a single one proves little.
    told = np.full((len(classes), CLASSES), 0.5)
    np.add.at(told, (near, labels), 1)
    told /= np.bincount(labels, minlength=CLASSES)
    right = told[np.arange(len(classes)), classes] / told.sum(1)
    return np.maximum(0, (right - 1 / CLASSES) / (1 - 1 / CLASSES))


def learn(some, moves, options):
    """Voters from a set of sequences."""
    seen, numbers = readings_of(some)
    people, maps, learnt = np.array(some.people), {}, {}
    for region in options.regions:
        own = numbers[..., columns_of(region, moves)]
        maps[region] = map_of(some, seen, own, options.discriminants)
        for length in options.lengths:
            rng = np.random.default_rng(SEED)
            bases, of, start = bases_of(seen, own @ maps[region], length, options)
            labels = pure(some, of, start, length)
            several = [rng.permutation(np.flatnonzero(labels == label)) for label in range(CLASSES)]
            index = np.concatenate([one[:CLUSTERED][medoids(kernel(bases[one[:CLUSTERED]], bases[one[:CLUSTERED]]), options.per_class, rng)] for one in several])
            asked = np.concatenate([one[:WEIGHED] for one in several])
            whose = people[of]
            weights = weights_of(bases[asked], labels[asked], whose[asked], bases[index], labels[index], whose[index])
            learnt[region, length] = Learnt(bases[index], labels[index], weights if options.weighted else np.ones(len(index)))
    return Voters(tuple(moves), maps, learnt)
