"""The faces that sequences are built from, as read-pictures.ts and read-pairs.ts wrote them."""

import csv
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from faces.data import EXPRESSIONS, SIDE, thumbnails

NEUTRAL = 0
LEAST = 1e-4
# A path leads to one of so many faces that look most like the one it begins at.
SIMILAR = 6


def logs(shares):
    return np.log(np.maximum(np.asarray(shares, float), LEAST))


@dataclass(frozen=True)
class Shown:
    """Log-probabilities (8) and moves at half and whole strength; what of it raters see (8)."""

    still: np.ndarray
    half: np.ndarray
    moves: np.ndarray
    half_moves: np.ndarray
    seen: np.ndarray

    def at(self, rest, strength):
        """Change of the log-probabilities against `rest` (8) and moves, for strengths (T)."""
        share = np.asarray(strength)[:, None]
        piecewise = lambda zero, half, whole: np.where(
            share <= 0.5, zero + 2 * share * (half - zero), half + (2 * share - 1) * (whole - half)
        )
        return piecewise(rest, self.half, self.still) - rest, piecewise(0 * self.moves, self.half_moves, self.moves)


@dataclass(frozen=True)
class Person:
    """Log-probabilities at rest (8) and, by expression, the faces that it shows."""

    id: str
    rest: np.ndarray
    shown: dict

    @property
    def able(self):
        return tuple(sorted(self.shown))


def one_hot(label):
    return np.eye(len(EXPRESSIONS))[label]


def shown_of(face, rest):
    still, moves = logs(face["still"]), np.asarray(face["moves"], float)
    half = face["half"]
    return Shown(
        still,
        logs(half["still"]) if half else (rest + still) / 2,
        moves,
        np.asarray(half["moves"], float) if half else moves / 2,
        one_hot(EXPRESSIONS.index(face["expression"])),
    )


def people_of(path):
    """People whose every face is their own (posed, or real pairs); several pictures of one expression are kept as a list."""
    people = {}
    for entry in json.loads(Path(path).read_text())["people"]:
        if entry["rest"] is None:
            continue
        rest = logs(entry["rest"])
        _, shown = people.setdefault(entry["id"], (rest, {}))
        for face in entry["shown"]:
            shown.setdefault(EXPRESSIONS.index(face["expression"]), []).append(shown_of(face, rest))
    return [Person(id, rest, shown) for id, (rest, shown) in people.items() if shown]


def found_paths(cache, part, posed):
    """People made of faces as found: a neutral one, and for each expression those that look most like it, with the raters' votes as
    truth; what moves is lent by the posed people, because a web picture has no rest of its own."""
    entries = {entry["id"]: entry for entry in json.loads((cache / f"{part}.sources.json").read_text())["people"]}
    with open(cache / f"{part}.rows.csv", newline="") as file:
        rows = list(csv.DictReader(file))
    index = [at for at, row in enumerate(rows) if row["votes"] and row["person"] in entries]
    pixels = np.fromfile(cache / f"{part}.pictures.u8", np.uint8).reshape(-1, SIDE, SIDE)[index]
    labels = np.array([EXPRESSIONS.index(rows[at]["expression"]) for at in index])
    faces = [entries[rows[at]["person"]]["shown"][0] for at in index]
    thumbs = thumbnails(pixels)
    people = []
    for at in np.flatnonzero(labels == NEUTRAL):
        rest = logs(faces[at]["still"])
        shown = {}
        for label in range(1, len(EXPRESSIONS)):
            of = np.flatnonzero(labels == label)
            near = of[np.argsort(-(thumbs[of] @ thumbs[at]))[:SIMILAR]]
            lenders = [face for person in posed for face in person.shown.get(label, ())]
            for rank, other in enumerate(near):
                lent = lenders[(at * SIMILAR + rank) % len(lenders)]
                still = logs(faces[other]["still"])
                shown.setdefault(label, []).append(
                    Shown(still, (rest + still) / 2, lent.moves, lent.half_moves, np.asarray(faces[other]["votes"]))
                )
        people.append(Person(f"found-{at}", rest, shown))
    return people
