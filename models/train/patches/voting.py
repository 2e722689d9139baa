"""Every patch of a sequence votes for the class of the representative that it is most like, as much as that one's vote is worth."""

import numpy as np

from patches.bases import CLASSES, bases_of, columns_of, kernel, readings_of

# A moment's votes are raised to this power: what most agree on counts for more than what few patches say.
SHARPEN = 3


def by_moment(seen, votes, of, start, length):
    """Mean vote of the patches that lie over each place (N x T x 8); zeros where none does."""
    total = np.zeros((len(seen), seen.shape[1] + 1, CLASSES + 1))
    each = np.concatenate([votes, np.ones((len(votes), 1))], 1)
    np.add.at(total, (of, start), each)
    np.add.at(total, (of, start + length), -each)
    total = total.cumsum(1)[:, :-1]
    return total[..., :CLASSES] / np.maximum(total[..., CLASSES:].round(), 1)


def vote(some, voters, options):
    """Shares of the classes in each sequence (N x 8); every place as much where any patch lies over it."""
    seen, numbers = readings_of(some)
    moments = np.zeros((*seen.shape, CLASSES))
    for (region, length), learnt in voters.learnt.items():
        if length > seen.shape[1]:
            continue
        own = numbers[..., columns_of(region, voters.moves)] @ voters.maps[region]
        bases, of, start = bases_of(seen, own, length, options)
        near = kernel(bases, learnt.bases).argmax(1)
        votes = learnt.weights[near, None] * np.eye(CLASSES)[learnt.classes[near]]
        moments += by_moment(seen, votes, of, start, length)
    sharp = moments**SHARPEN
    total = sharp.sum(-1, keepdims=True)
    shares = (sharp / np.where(total > 0, total, 1)).sum(1)
    return shares / np.maximum(shares.sum(1, keepdims=True), 1e-12)
