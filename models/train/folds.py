"""Which faces are trained on, and a fold that is unlike them.

Posed-like fold: the sixteen faces of each expression that raters agreed on most (ties by order), taken out of training,
each drawn four times as a laboratory or a phone would show it: tighter or wider, brighter or darker, flat or hard light,
equalised, blurred. All expressions are equally frequent in it, as they are not in FER+.
"""

import numpy as np
import torch

from augment import equalise, focus, lamp, random_theta, uniform, warp
from data import EXPRESSIONS, strict_majority

PER_EXPRESSION = 16
LOOKS = 4
SEED = 20240229


def posed_like(faces):
    """Indices (8 x PER_EXPRESSION) of the faces of the fold."""
    labels = strict_majority(faces.votes)
    chosen = []
    for label in range(len(EXPRESSIONS)):
        candidates = np.flatnonzero(labels == label)
        votes = faces.votes[candidates]
        margin = votes[:, label] - np.delete(votes, label, 1).max(1)
        order = np.argsort(-(votes[:, label] * 100 + margin), kind="stable")
        chosen.append(candidates[order[:PER_EXPRESSION]])
    return np.stack(chosen)


def posed_like_pictures(faces):
    """Pictures (N x 48 x 48 uint8) and labels (N) of the fold, the same on every run."""
    index = posed_like(faces).ravel().repeat(LOOKS)
    labels = np.repeat(np.arange(len(EXPRESSIONS)), PER_EXPRESSION * LOOKS)
    rng = torch.Generator().manual_seed(SEED)
    x = torch.from_numpy(faces.pixels[index])[:, None].float() / 255
    n = len(x)
    x = warp(x, random_theta(n, rng, zoom=(0.9, 1.25), stretch=0.06, tilt_deg=8, shift=0.05), x.shape[-1], "bicubic")
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
