"""How well a whole recall is told, with intervals: numbers in, numbers out."""

import numpy as np

RESAMPLES = 400
NEUTRAL = 0
# Groups of kinds that are told apart in the card.
GROUPS = {"plain": ("plain", "mid-start", "no-return"), "two or late": ("two", "late"), "mixed": ("mixed",)}
BINS = 10


def told(shares, count, neutral=False):
    """The `count` largest of the eight shares; without `neutral` it is left out, however large."""
    first = 0 if neutral else 1
    return set(first + np.argsort(-shares[first:], kind="stable")[:count])


def hits(shares, labels, neutral=False):
    """(label, whether it was told) for every expression that a sequence showed, by sequence."""
    return [[(label, label in told(row, len(shown), neutral)) for label in shown] for row, shown in zip(shares, labels)]


def unweighted_recall(found):
    """Mean over the expressions of how often each was told; `found` as `hits` gives it."""
    pairs = np.array([pair for one in found for pair in one], int).reshape(-1, 2)
    return float(np.mean([pairs[pairs[:, 0] == label, 1].mean() for label in np.unique(pairs[:, 0])]))


def resampled(people, rng):
    """Indices of the sequences of people drawn with replacement."""
    names = sorted(set(people))
    of = {name: [at for at, person in enumerate(people) if person == name] for name in names}
    return [at for name in rng.choice(names, len(names)) for at in of[name]]


def with_interval(found, people, other=None, seed=0):
    """Unweighted recall, or its difference to `other`'s, with the 95 % interval over people: (value, low, high)."""
    value = lambda index: unweighted_recall([found[at] for at in index]) - (
        unweighted_recall([other[at] for at in index]) if other else 0
    )
    rng = np.random.default_rng(seed)
    draws = [value(resampled(people, rng)) for _ in range(RESAMPLES)]
    low, high = np.quantile(draws, [0.025, 0.975])
    return value(range(len(found))), float(low), float(high)


def fit_temperature(logits, shares):
    """The divisor of the logits (N x 8) under which shares (N x 8) are likeliest."""
    choices = np.exp(np.linspace(np.log(0.4), np.log(3), 60))
    return float(choices[np.argmin([cross_entropy(logits / choice, shares) for choice in choices])])


def softmax(logits):
    odds = np.exp(logits - logits.max(-1, keepdims=True))
    return odds / odds.sum(-1, keepdims=True)


def cross_entropy(logits, shares):
    return float(-(shares * np.log(softmax(logits) + 1e-12)).sum(-1).mean())


def calibration_error(said, true):
    """Expected calibration error of the largest share (N x 8), against the share that was true of that expression."""
    top = said.argmax(-1)
    sure, right = said.max(-1), np.take_along_axis(true, top[..., None], -1)[..., 0]
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return float(sum(abs(sure[bins == one].mean() - right[bins == one].mean()) * (bins == one).mean() for one in np.unique(bins)))
