"""Draws the pictures that sequences are built from: faces as FER+ found them, and neutral faces posed as expressions.

    python3 models/train/sequences/pictures.py neutral|draw [--data FERPLUS] [--cache CACHE]

`neutral` writes the faces that may be posed, for register.ts. `draw`, once their mesh is known, writes what read-pictures.ts reads:
per part (`train`, `valid`) PART.pictures.u8 (N x 48 x 48) and PART.rows.csv (person, expression, strength, votes).
"""

import argparse
import csv
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.append(str(Path(__file__).resolve().parents[1]))

from faces.alignment import MIN_PRESENCE, read_places
from faces.augment import grid_of
from faces.data import DEFAULT_FOLDER, EXPRESSIONS, SIDE, load, soft_labels
from faces.posing import MIN_NEUTRAL_VOTES, Posing, can_be_posed, load_points

DEFAULT_CACHE = Path(__file__).resolve().parents[3] / ".cache" / "sequences"
PARTS = ("train", "valid")
# Faces that are tried, and that are posed of them, by part.
TRIED = {"train": 700, "valid": 260}
POSED = {"train": 120, "valid": 40}
# Faces as found, of each expression.
FOUND = {"train": 110, "valid": 25}
# Each posed face is drawn at half and at its whole strength.
HALF, WHOLE = 0.5, 1.0
SEED = 20261130
NEUTRAL = EXPRESSIONS.index("neutral")
IDENTITY = torch.tensor([[[1.0, 0, 0], [0, 1, 0]]])


def candidates(faces, part):
    """Indices of neutral faces to try, the same on every run."""
    neutral = np.flatnonzero(faces.votes[:, NEUTRAL] >= MIN_NEUTRAL_VOTES)
    return np.random.default_rng(SEED).permutation(neutral)[: TRIED[part]]


def found(faces, part):
    """Indices of as many faces of each expression as there are, up to FOUND: those whose votes speak for it most."""
    labels, usable = soft_labels(faces)
    rng = np.random.default_rng(SEED + 1)
    chosen = []
    for label in range(len(EXPRESSIONS)):
        of = np.flatnonzero(usable & (labels.argmax(1) == label) & (labels.max(1) > 0.5))
        chosen.append(rng.permutation(of)[: FOUND[part]])
    return np.concatenate(chosen)


class Scaled(Posing):
    """Poses of which every unit is shown at a share of its strength; the same draw of units for every share."""

    share = 1.0

    def strengths(self, labels, rng):
        return self.share * super().strengths(labels, rng)


def posed(pixels, points, label, share, seed):
    """The faces (N x 48 x 48 uint8) as this expression at a share of its strength."""
    posing = Scaled()
    posing.share = share
    pose = posing(points, torch.full((len(points),), label), torch.Generator().manual_seed(seed))
    grid = grid_of(IDENTITY.repeat(len(points), 1, 1), SIDE)
    drawn = pose.draw(torch.from_numpy(pixels)[:, None].float() / 255, grid, "bilinear")
    return (drawn[:, 0].clamp(0, 1) * 255).round().byte().numpy()


def write_neutral(data, cache):
    for part in PARTS:
        faces = load(part, data)
        faces.pixels[candidates(faces, part)].tofile(cache / f"{part}-neutral.faces.u8")


def draw(part, data, cache):
    faces = load(part, data)
    tried = candidates(faces, part)
    points = load_points(f"{part}-neutral", cache)
    presence, _ = read_places(cache / f"{part}-neutral.mesh.csv")
    able = np.flatnonzero(can_be_posed(points, faces.votes[tried]) & (presence >= MIN_PRESENCE))[: POSED[part]]
    pixels, points = faces.pixels[tried[able]], points[able]
    pictures, rows = [], []
    for label, name in enumerate(EXPRESSIONS):
        for share in (HALF, WHOLE) if label != NEUTRAL else (WHOLE,):
            # One seed for both strengths: the same units are shown, only less of them.
            pictures.append(posed(pixels, points, label, share, SEED + label))
            rows += [(f"posed-{person}", name, share, "") for person in tried[able]]
    some = found(faces, part)
    labels, _ = soft_labels(faces)
    pictures.append(faces.pixels[some])
    for at in some:
        rows.append((f"found-{at}", EXPRESSIONS[labels[at].argmax()], WHOLE, " ".join(f"{share:.3f}" for share in labels[at])))
    np.concatenate(pictures).tofile(cache / f"{part}.pictures.u8")
    with open(cache / f"{part}.rows.csv", "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("person", "expression", "strength", "votes"))
        writer.writerows(rows)
    print(f"{part}: {len(able)} faces posed, {len(some)} as found, {len(rows)} pictures")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("step", choices=("neutral", "draw"))
    parser.add_argument("--data", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    options = parser.parse_args()
    options.cache.mkdir(parents=True, exist_ok=True)
    if options.step == "neutral":
        write_neutral(options.data, options.cache)
    else:
        for part in PARTS:
            draw(part, options.data, options.cache)


if __name__ == "__main__":
    main()
