"""FER+ faces, votes and the labels made from them."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

EXPRESSIONS = ("neutral", "happiness", "surprise", "sadness", "anger", "disgust", "fear", "contempt")
OTHER_VOTES = ("unknown", "not_face")
SIDE = 48
DEFAULT_FOLDER = Path(__file__).resolve().parents[3] / ".." / "shared" / "data" / "ferplus"

# A challenge label that at least one rater also saw counts as this many more votes: it knows what the picture was searched
# for, which quiet anger, disgust and fear need.
CHALLENGE_VOTES = 1.0


@dataclass
class Faces:
    """pixels N x 48 x 48 uint8; votes N x 10 in the order EXPRESSIONS + OTHER_VOTES; challenge N, index into EXPRESSIONS or -1."""

    pixels: np.ndarray
    votes: np.ndarray
    challenge: np.ndarray

    def __len__(self):
        return len(self.pixels)

    def subset(self, index):
        return Faces(self.pixels[index], self.votes[index], self.challenge[index])


def load(part, folder=DEFAULT_FOLDER):
    """The `train` or `valid` part. Raises ValueError where the files disagree."""
    folder = Path(folder)
    pixels = np.fromfile(folder / f"{part}.faces.u8", np.uint8)
    votes = read_votes(folder / f"{part}.votes.csv")
    if pixels.size != len(votes) * SIDE**2:
        raise ValueError(f"{part}: {pixels.size} pixels for {len(votes)} rows of votes")
    challenge = read_challenge(folder / f"{part}.fer2013.csv")
    if len(challenge) != len(votes):
        raise ValueError(f"{part}: {len(challenge)} challenge labels for {len(votes)} rows of votes")
    return Faces(pixels.reshape(-1, SIDE, SIDE), votes, challenge)


def read_votes(path):
    with open(path, newline="") as file:
        rows = [[int(row[name]) for name in EXPRESSIONS + OTHER_VOTES] for row in csv.DictReader(file)]
    return np.array(rows, dtype=np.int64)


def read_challenge(path):
    with open(path, newline="") as file:
        labels = [row["fer2013_label"] for row in csv.DictReader(file)]
    return np.array([EXPRESSIONS.index(label) if label else -1 for label in labels])


def without_single_votes(votes):
    """One dissenting rater of ten is taken for a slip: the official code's rule."""
    return np.where(votes <= 1, 0, votes)


def strict_majority(votes):
    """Label (N) of the evaluation protocol, -1 where the face is left out."""
    clean = without_single_votes(votes)
    top = clean.argmax(1)
    kept = (clean.max(1) * 2 > clean.sum(1)) & (top < len(EXPRESSIONS))
    return np.where(kept, top, -1)


def soft_labels(faces):
    """Distribution over the expressions (N x 8) and which faces can be trained on (N)."""
    clean = without_single_votes(faces.votes)
    usable = (clean.max(1) > 0) & (clean.argmax(1) < len(EXPRESSIONS))
    weights = clean[:, : len(EXPRESSIONS)].astype(np.float64)
    seen = np.flatnonzero(faces.challenge >= 0)
    label = faces.challenge[seen]
    weights[seen, label] += CHALLENGE_VOTES * (faces.votes[seen, label] >= 1)
    totals = np.maximum(weights.sum(1, keepdims=True), 1e-9)
    return (weights / totals).astype(np.float32), usable


# Correlation of two 16 x 16 thumbnails from which on they show one picture: the challenge repeats some, cropped or
# compressed a little differently.
SAME_PICTURE = 0.97


def thumbnails(pixels):
    """16 x 16 means, standardised to unit length (N x 256)."""
    small = pixels.reshape(-1, 16, SIDE // 16, 16, SIDE // 16).mean((2, 4), dtype=np.float32).reshape(-1, 256)
    small -= small.mean(1, keepdims=True)
    return small / np.maximum(np.linalg.norm(small, axis=1, keepdims=True), 1e-6)


def repeats_of(pixels, others):
    """Which pictures (N) also are, as they stand or mirrored, among the others."""
    mine = thumbnails(pixels)
    known = np.concatenate([thumbnails(others), thumbnails(others[:, :, ::-1])]).T
    best = [(mine[first : first + 500] @ known).max(1) for first in range(0, len(mine), 500)]
    return np.concatenate(best) >= SAME_PICTURE
