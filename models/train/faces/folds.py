"""Which faces are held out of training, so that `valid` is not the only measure of what is chosen.

`natural`: faces drawn at random, as FER+ found them.

`posed_like`: unlike the training faces in prior and look, like actors in a laboratory. Every expression is equally frequent.
Half of its faces are clear (the ones raters agreed on most, ties by order), half are quiet: they were searched for under this
expression and three to five of ten raters saw it, the others mostly "neutral". Contempt was never searched for, so its quiet
faces are the next ones by votes. Each face is drawn four times: tighter, brighter or darker, flat or hard light, equalised,
sharpened or blurred.

`acted`: the neutral faces of both folds that can be posed, each drawn as every expression (posing.py). It says whether the network
has learned from posing what posing shows, and nothing of what it leaves out.
"""

import numpy as np
import torch

from faces.augment import equalise, focus, grid_of, lamp, random_theta, uniform, warp
from faces.data import EXPRESSIONS, strict_majority
from faces.posing import Posing, can_be_posed

NATURAL = 1200
CLEAR = 12
QUIET = 12
QUIET_VOTES = (3, 5)
PER_EXPRESSION = CLEAR + QUIET
LOOKS = 4
SEED = 20240229


def by_agreement(faces, label):
    """Indices of the faces of this strict majority, those that raters agreed on most first."""
    candidates = np.flatnonzero(strict_majority(faces.votes) == label)
    votes = faces.votes[candidates]
    margin = votes[:, label] - np.delete(votes, label, 1).max(1)
    return candidates[np.argsort(-(votes[:, label] * 100 + margin), kind="stable")]


def posed_like(faces):
    """Indices (8 x PER_EXPRESSION) of the faces of the fold, the clear ones of an expression before the quiet ones."""
    rng = np.random.default_rng(SEED)
    chosen = []
    for label in range(len(EXPRESSIONS)):
        ranked = by_agreement(faces, label)
        votes = faces.votes[:, label]
        quiet = (faces.challenge == label) & (votes >= QUIET_VOTES[0]) & (votes <= QUIET_VOTES[1])
        quiet[ranked[:CLEAR]] = False
        candidates = np.flatnonzero(quiet)
        rest = rng.permutation(candidates)[:QUIET] if len(candidates) >= QUIET else ranked[CLEAR:PER_EXPRESSION]
        chosen.append(np.concatenate([ranked[:CLEAR], rest]))
    return np.stack(chosen)


def natural(faces):
    """Indices (NATURAL) of faces drawn at random among those that are not in the posed-like fold."""
    others = np.setdiff1d(np.arange(len(faces)), posed_like(faces))
    return np.sort(np.random.default_rng(SEED + 1).permutation(others)[:NATURAL])


def posed_like_pictures(faces):
    """Pictures (N x 48 x 48 uint8) and labels (N) of the fold, the same on every run."""
    index = posed_like(faces).ravel().repeat(LOOKS)
    labels = np.repeat(np.arange(len(EXPRESSIONS)), PER_EXPRESSION * LOOKS)
    rng = torch.Generator().manual_seed(SEED)
    x = torch.from_numpy(faces.pixels[index])[:, None].float() / 255
    n = len(x)
    x = warp(x, random_theta(n, rng, zoom=(0.95, 1.3), stretch=0.06, tilt_deg=8, shift=0.05), x.shape[-1], "bicubic")
    x = focus(x.clamp(0, 1), rng)
    look = torch.arange(n) % LOOKS
    dark = x.clamp(1e-4, 1) ** 1.9 * 0.6
    washed = 0.35 + 0.6 * x
    sided = (x * lamp(n, x.shape[-1], rng)).clamp(0, 1)
    gain = uniform(n, 1.2, 1.7, rng)[:, None, None, None]
    hard = ((equalise(x) - 0.5) * gain + 0.5).clamp(0, 1)
    styles = torch.stack([dark, washed, sided, hard])
    x = styles[look, torch.arange(n)]
    return (x[:, 0].clamp(0, 1) * 255).round().byte().numpy(), labels


def acted(faces, points, trusted):
    """Indices of the held-out neutral faces that can be posed."""
    held_out = np.zeros(len(faces), bool)
    held_out[np.concatenate([natural(faces), posed_like(faces).ravel()])] = True
    return np.flatnonzero(held_out & trusted & can_be_posed(points, faces.votes))


def acted_pictures(faces, points, theta, index, size):
    """Aligned pictures (N x size x size uint8) and labels (N) of the fold, the same on every run."""
    labels = np.arange(len(EXPRESSIONS)).repeat(len(index))
    index = np.tile(index, len(EXPRESSIONS))
    rng = torch.Generator().manual_seed(SEED + 2)
    drawn = []
    for rows in np.array_split(np.arange(len(index)), len(EXPRESSIONS)):
        at = index[rows]
        pose = Posing()(points[at], torch.from_numpy(labels[rows]), rng)
        x = torch.from_numpy(faces.pixels[at])[:, None].float() / 255
        drawn.append(pose.draw(x, grid_of(torch.from_numpy(theta[at]), size), "bilinear"))
    return (torch.cat(drawn)[:, 0].clamp(0, 1) * 255).round().byte().numpy(), labels
