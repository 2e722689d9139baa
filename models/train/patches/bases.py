"""Patches of a sequence: what one region of the face did over some readings, as a subspace.

After Hayat & Bennamoun (IEEE TAFFC 5(3):301-313, 2014): a patch of d numbers by L readings is the span of its first left singular vectors, so
that L drops out, and two of them are as alike as the projection kernel says. A span knows no sign: a raised brow and a lowered one are the
same line. So every reading has a constant number beside its changes. See app/dynamics/patches.
"""

from dataclasses import dataclass

import numpy as np

from faces.data import EXPRESSIONS
from memory.encoder import REGIONS as MEASURED

CLASSES = len(EXPRESSIONS)
LENGTHS = (8, 16, 32, 64)
# No change counts for more spreads than this; log-probabilities lie within +-9.2.
MOST_SPREADS = 8.0
# Brings changes of either kind to about one.
MOVE_SCALE, LOOK_SCALE = 3.0, 2.5
# Of a patch's places, so many have a reading at the least.
LEAST_SEEN = 0.5
WHOLE, LOOK, BOTH = "whole", "look", "whole and look"
REGIONS = (*MEASURED, WHOLE, LOOK, BOTH)


@dataclass(frozen=True)
class Options:
    """What patches and votes are made of. Every ablation changes one."""

    regions: tuple = REGIONS
    lengths: tuple = LENGTHS
    # The number beside every reading's changes; 0 for none.
    constant: float = 1.0
    # Left singular vectors of a patch.
    directions: int = 1
    # Numbers that a region's changes are brought to; 0 leaves them as they are.
    discriminants: int = 7
    per_class: int = 12
    weighted: bool = True


def columns_of(region, moves):
    """Indices of a region in the numbers of a reading: changes of the measures, then of the log-probabilities."""
    measures, look = list(range(len(moves))), list(range(len(moves), len(moves) + CLASSES))
    if region in MEASURED:
        return [at for at, name in enumerate(moves) if name.removesuffix("_left") in MEASURED[region]]
    return {WHOLE: measures, LOOK: look, BOTH: measures + look}[region]


def readings_of(some):
    """Whether each place was seen (N x T), and its numbers (N x T x (M + 8)), both from the first that was seen on."""
    width = some.moves.shape[-1] // 2
    seen = some.seen.astype(np.float32).reshape(len(some), -1)
    moves = np.clip(some.moves[..., :width].astype(np.float32), -MOST_SPREADS, MOST_SPREADS) / MOVE_SCALE
    look = some.still[..., CLASSES : 2 * CLASSES].astype(np.float32) / LOOK_SCALE
    numbers = np.concatenate([moves, look], -1).reshape(*seen.shape, -1) * seen[..., None]
    for at, first in enumerate(seen.argmax(1)):
        seen[at], numbers[at] = np.roll(seen[at], -first), np.roll(numbers[at], -first, 0)
    return seen, numbers


def sums(values):
    """Of everything before each place (N x (T + 1) x ...)."""
    return np.concatenate([np.zeros_like(values[:, :1], np.float64), values.cumsum(1, np.float64)], 1)


def windows(seen, length):
    """Sequence and first place of every patch that has readings enough and ends before the last of them does."""
    last = seen.shape[1] - seen[:, ::-1].argmax(1)
    starts = np.arange(0, seen.shape[1] - length + 1, length // 2)
    before = sums(seen)
    count = before[:, starts + length] - before[:, starts]
    of, which = np.nonzero((count >= LEAST_SEEN * length) & (starts[None] + length <= last[:, None]))
    return of, starts[which]


def bases_of(seen, numbers, length, options):
    """Orthonormal basis of every patch (n x d x directions), its sequence and its first place. A place that was not seen is all zeros."""
    of, start = windows(seen, length)
    if options.constant:
        numbers = np.concatenate([numbers, options.constant * seen[..., None]], -1)
    products = sums(numbers[..., :, None] * numbers[..., None, :])
    _, vectors = np.linalg.eigh(products[of, start + length] - products[of, start])
    return vectors[:, :, ::-1][:, :, : options.directions], of, start


def kernel(some, others):
    """Projection kernel of bases (n x d x p, m x d x p): squared cosines of the angles between them, summed (n x m)."""
    n, width, directions = some.shape
    cosines = some.transpose(0, 2, 1).reshape(-1, width) @ others.transpose(1, 0, 2).reshape(width, -1)
    return (cosines.reshape(n, directions, len(others), directions) ** 2).sum((1, 3))
