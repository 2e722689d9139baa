"""Writes a held-out fold as the two files that `npm run evaluate` takes, to see it through the app's own steps and beside its peers.

    python3 models/train/fold_files.py natural|posedLike OUT

Writes OUT.faces.u8 and OUT.votes.csv; in the posed-like fold, whose faces have one label each, as if ten raters had said it.
"""

import argparse
from pathlib import Path

import numpy as np

from faces.data import DEFAULT_FOLDER, EXPRESSIONS, load
from faces.folds import natural, posed_like_pictures

RATERS = 10
COLUMNS = (*EXPRESSIONS, "unknown", "not_face")


def fold_of(name, train):
    """Pictures (N x 48 x 48 uint8) and votes (N x 8)."""
    if name == "natural":
        faces = train.subset(natural(train))
        return faces.pixels, faces.votes
    pictures, labels = posed_like_pictures(train)
    return pictures, RATERS * np.eye(len(EXPRESSIONS), dtype=int)[labels]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("fold", choices=("natural", "posedLike"))
    parser.add_argument("out")
    parser.add_argument("--data", type=Path, default=DEFAULT_FOLDER)
    options = parser.parse_args()
    pictures, votes = fold_of(options.fold, load("train", options.data))
    Path(f"{options.out}.faces.u8").write_bytes(pictures.tobytes())
    rows = [",".join(COLUMNS), *(",".join(map(str, [*row, 0, 0])) for row in votes.tolist())]
    Path(f"{options.out}.votes.csv").write_text("\n".join(rows) + "\n")
    print(f"{len(pictures)} faces")


if __name__ == "__main__":
    main()
