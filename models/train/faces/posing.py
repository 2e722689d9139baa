"""Poses a neutral face: its mesh moves as action units do, the picture is warped with it, folds and an open mouth are drawn.

Actors in a laboratory show what web pictures seldom do: anger with closed lips, disgust without a grin, contempt at all. A face
that is posed here differs from the neutral one it was made of in nothing but the action units, so a network that is shown both
has to learn those. Coordinates are 0..1 of the picture, from its top left.
"""

import math
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from faces.action_units import MOVES, ONE_SIDED, POINTS, PROTOTYPES, basis, furrows
from faces.augment import uniform
from faces.data import EXPRESSIONS

POINT_UNITS = 4096
RIGHT_EYE, LEFT_EYE, NOSE = (33, 133), (263, 362), 1
UPPER_INNER_LIP, LOWER_INNER_LIP, MOUTH_CORNERS = 13, 14, (78, 308)
# Side of the grid on which the displacement is known, and reach of a point, in distances between the eyes.
GRID, REACH = 24, 0.065
# Weight of staying in place, against that of one point right here: far from the mesh nothing moves.
STAY = 0.05
# Side of the pictures of folds and mouth.
SHADE = 48
# Of a fold: its width in distances between the eyes, how much darker its middle is at the most, and what is left of light where
# several meet.
FOLD_WIDTH, FOLD_DEPTH, LEAST_LIGHT = 0.05, 0.22, 0.4
# Of an open mouth: half its width in widths of the lips, and how sharp its edge is.
MOUTH_HALF_WIDTH, MOUTH_EDGE = 0.42, 5.0
# How bright its inside is, in means of the picture: dark, or now and then teeth.
DARK, TEETH, TEETH_SHARE = (0.1, 0.5), (0.9, 1.4), 0.25
# Strength of a unit: of the whole expression, and of each unit within it.
STRENGTH, OF_UNIT = (0.8, 1.9), (0.7, 1.3)
# Nobody's face moves quite evenly: more or less on either side, and a little on the other where one side alone is meant.
UNEVEN = 0.15
# Every face, posed or left neutral, is also a little reshaped: that a picture was warped must not say that it was posed.
RESHAPE = 0.012
# Frontal faces only: how much nearer the nose may be to one eye than to the other.
MAX_TURN = 1.5
# The lips of a face that can be posed are closed, in distances between the eyes.
MAX_GAP = 0.04
MIN_NEUTRAL_VOTES = 6


def load_points(part, cache):
    """Mesh points (N x 468 x 2 float32) of a part's faces, as register.ts left them."""
    raw = np.fromfile(Path(cache) / f"{part}.points.i16", "<i2").reshape(-1, POINTS, 2)
    return torch.from_numpy(raw.astype(np.float32) / POINT_UNITS)


@dataclass
class Frame:
    """Between the eyes: their distance (N), unit vectors along the eyes and up (N x 2)."""

    unit: torch.Tensor
    along: torch.Tensor
    up: torch.Tensor

    @classmethod
    def of(cls, points):
        axis = points[:, list(LEFT_EYE)].mean(1) - points[:, list(RIGHT_EYE)].mean(1)
        unit = axis.norm(dim=1)
        along = axis / unit[:, None]
        return cls(unit, along, torch.stack([along[:, 1], -along[:, 0]], 1))

    def to_picture(self, moves):
        """Moves (N x P x 2: along, up) as picture coordinates."""
        turned = moves[..., :1] * self.along[:, None] + moves[..., 1:] * self.up[:, None]
        return turned * self.unit[:, None, None]


def can_be_posed(points, votes):
    """Frontal neutral faces with closed lips (N, as numpy)."""
    frame = Frame.of(points)
    eye = lambda pair: (points[:, list(pair)].mean(1) - points[:, NOSE]).norm(dim=1)
    turn = torch.log(eye(RIGHT_EYE) / eye(LEFT_EYE)).abs()
    gap = (points[:, UPPER_INNER_LIP] - points[:, LOWER_INNER_LIP]).norm(dim=1) / frame.unit
    shown = (turn < math.log(MAX_TURN)) & (gap < MAX_GAP)
    return shown.numpy() & (votes[:, EXPRESSIONS.index("neutral")] >= MIN_NEUTRAL_VOTES)


@dataclass
class Pose:
    """How a picture is drawn from another: look this far away (N x 2 x G x G, in the -1..1 of grid_sample), darken by `shade` and
    cover with `inside` where `mouth` is 1 (N x 1 x S x S). All of them lie over the posed picture."""

    shift: torch.Tensor
    shade: torch.Tensor
    mouth: torch.Tensor
    inside: torch.Tensor

    def __len__(self):
        return len(self.shift)

    def draw(self, faces, grid, mode):
        """The posed faces (N x 1 x H x W) at the places of an affine grid (N x S x S x 2)."""
        over = lambda picture: F.grid_sample(picture, grid, mode="bilinear", padding_mode="border", align_corners=False)
        source = grid - over(self.shift).permute(0, 2, 3, 1)
        x = F.grid_sample(faces, source, mode=mode, padding_mode="border", align_corners=False)
        x = x * over(self.shade)
        # What is inside the mouth is as bright as the face allows.
        level = self.inside * faces.mean((2, 3), keepdim=True)
        return torch.lerp(x, level, over(self.mouth))


class Posing:
    """Draws poses; the tables of action_units.py as tensors."""

    def __init__(self):
        self.basis = basis()
        self.furrow_unit, self.furrow_side, self.furrow_from, self.furrow_to = furrows()
        units = list(MOVES)
        self.chance, self.scale = torch.zeros(2, len(EXPRESSIONS), len(units))
        for label, name in enumerate(EXPRESSIONS):
            for unit, (chance, scale) in PROTOTYPES[name].items():
                at = label, units.index(unit)
                self.chance[at], self.scale[at] = chance, scale
        self.one_sided = torch.tensor([name in ONE_SIDED for name in EXPRESSIONS])

    def strengths(self, labels, rng):
        """How strongly each unit is shown on each side (N x units x 2)."""
        n, units = len(labels), self.chance.shape[1]
        shown = (torch.rand(n, units, generator=rng) < self.chance[labels]) * self.scale[labels]
        each = uniform(n, *STRENGTH, rng)[:, None] * uniform((n, units), *OF_UNIT, rng)
        sides = 1 + uniform((n, 1, 2), -UNEVEN, UNEVEN, rng)
        right_only = torch.rand(n, generator=rng) < 0.5
        one = torch.stack([right_only, ~right_only], 1).float() + UNEVEN
        sides = torch.where(self.one_sided[labels][:, None, None], one[:, None], sides)
        return (shown * each)[:, :, None] * sides

    def __call__(self, points, labels, rng):
        """Poses of faces with these mesh points (N x 468 x 2) as these expressions (N)."""
        frame = Frame.of(points)
        strengths = self.strengths(labels, rng)
        moved = frame.to_picture(torch.einsum("nus,uspd->npd", strengths, self.basis))
        after = points + moved
        shift = 2 * displacement(after, moved, frame.unit) + reshape(len(points), rng)
        return Pose(shift, self.folds(after, frame, strengths, rng), *mouth(after, frame, rng))

    def folds(self, after, frame, strengths, rng):
        """How much light is left (N x 1 x S x S)."""
        strength = strengths[:, self.furrow_unit, self.furrow_side]
        depth = strength.clamp(max=1) * uniform(len(after), 0.0, FOLD_DEPTH, rng)[:, None]
        start = torch.einsum("lp,npd->nld", self.furrow_from, after)
        end = torch.einsum("lp,npd->nld", self.furrow_to, after)
        near = torch.exp(-0.5 * (distance_to(places(SHADE), start, end) / (FOLD_WIDTH * frame.unit[:, None, None])) ** 2)
        return (1 - depth[:, :, None] * near).prod(1).clamp(min=LEAST_LIGHT).view(-1, 1, SHADE, SHADE)


def places(side):
    """Centres of a grid's cells (side^2 x 2)."""
    axis = (torch.arange(side) + 0.5) / side
    return torch.stack([axis.repeat(side), axis.repeat_interleave(side)], 1)


def displacement(after, moved, unit):
    """What the picture moves by (N x 2 x G x G): means of what nearby points do."""
    weight = torch.exp(-0.5 * (torch.cdist(places(GRID)[None], after) / (REACH * unit[:, None, None])) ** 2)
    mean = weight @ moved / (weight.sum(2, keepdim=True) + STAY)
    return mean.transpose(1, 2).reshape(-1, 2, GRID, GRID)


def reshape(n, rng):
    """A smooth random displacement (N x 2 x G x G, -1..1)."""
    rough = RESHAPE * 2 * torch.randn(n, 2, 4, 4, generator=rng)
    return F.interpolate(rough, size=GRID, mode="bicubic", align_corners=False)


def distance_to(grid, start, end):
    """From places (P x 2) to lines (N x L x 2 each end): N x L x P."""
    line = end - start
    rest = grid[None, None] - start[:, :, None]
    share = (rest * line[:, :, None]).sum(3) / (line**2).sum(2, keepdim=True).clamp(min=1e-8)
    return (rest - share.clamp(0, 1)[..., None] * line[:, :, None]).norm(dim=3)


def mouth(after, frame, rng):
    """The dark between parted lips, an ellipse: its mask (N x 1 x S x S) and how bright it is, in means of the picture."""
    n = len(after)
    upper, lower = after[:, UPPER_INNER_LIP], after[:, LOWER_INNER_LIP]
    width = (after[:, MOUTH_CORNERS[1]] - after[:, MOUTH_CORNERS[0]]).norm(dim=1)
    height = ((upper - lower) * frame.up).sum(1)
    rest = places(SHADE)[None] - ((upper + lower) / 2)[:, None]
    across = (rest * frame.along[:, None]).sum(2) / (MOUTH_HALF_WIDTH * width)[:, None]
    over = (rest * frame.up[:, None]).sum(2) / (0.5 * height.clamp(min=1e-3))[:, None]
    inside = torch.sigmoid(MOUTH_EDGE * (0.9 - torch.sqrt(across**2 + over**2)))
    open_enough = ((height / frame.unit - MAX_GAP) / MAX_GAP).clamp(0, 1)
    level = torch.where(torch.rand(n, generator=rng) < TEETH_SHARE, uniform(n, *TEETH, rng), uniform(n, *DARK, rng))
    return (inside * open_enough[:, None]).view(n, 1, SHADE, SHADE), level[:, None, None, None]
