"""Sets of sequences as arrays, the same on every run."""

import json
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from faces.data import EXPRESSIONS
from sequences.draw import Channels, draw
from sequences.script import KINDS, Bout, Script, write_script
from sequences.sources import Person, found_paths, logs, people_of

ROOT = Path(__file__).resolve().parents[3]
# What speech moves: everything below the eyes (app/dynamics/units/talking-mouth.ts).
QUIET_IN_SPEECH = ("brow_", "lid_", "cheek", "nose_root")
# Two expressions in a row are what a mean cannot tell: they come twice as often.
DRAWN = KINDS + ("two",)
HAPPINESS, SADNESS = EXPRESSIONS.index("happiness"), EXPRESSIONS.index("sadness")
# Seconds of a posed pair's path: when it leaves rest, how long it takes to the apex, and its end.
POSED_START, POSED_ONSET, POSED_SECONDS = 0.5, 0.8, 4
# Of the still readings, how many are lent by faces as found.
LENT = 0.5


@dataclass(frozen=True)
class Set:
    """Arrays of N sequences of S seconds, as in `Sequence`, but that `still` also has the logarithms of the fused probabilities (24); kinds
    and labels as lists."""

    seen: np.ndarray
    still: np.ndarray
    moves: np.ndarray
    truth: np.ndarray
    whole: np.ndarray
    valence: np.ndarray
    trend: np.ndarray
    kinds: list
    labels: list
    people: list

    def __len__(self):
        return len(self.seen)


def with_fused(seen, still, moves):
    """The still readings (... x 16) with the logarithms of what the app fuses them to (... x 24); zeros where nothing was seen."""
    rows = np.concatenate([still[..., :8], moves[..., : moves.shape[-1] // 2]], -1)[seen > 0].astype("<f4")
    fused = np.zeros((*still.shape[:-1], 8), np.float32)
    with tempfile.TemporaryDirectory() as folder:
        readings, out = Path(folder) / "readings.f32", Path(folder) / "fused.f32"
        rows.tofile(readings)
        subprocess.run(["npx", "tsx", "models/train/sequences/fuse.ts", readings, out], cwd=ROOT, check=True)
        fused[seen > 0] = logs(np.fromfile(out, "<f4").reshape(-1, 8))
    return np.concatenate([still, fused], -1)


def stacked(drawn, fuse=with_fused):
    sequences, people = zip(*drawn)
    column = lambda name, kind: np.stack([np.asarray(getattr(one, name), kind) for one in sequences])
    seen, still, moves = (column(name, np.float32) for name in ("seen", "still", "moves"))
    return Set(
        seen.astype(np.float16),
        fuse(seen, still, moves).astype(np.float16),
        moves.astype(np.float16),
        *(column(name, np.float32) for name in ("truth", "whole", "valence", "trend")),
        [one.kind for one in sequences],
        [one.labels for one in sequences],
        list(people),
    )


def moves_of(cache):
    return json.loads((Path(cache) / "train.sources.json").read_text())["moves"]


def channels_of(moves):
    return Channels(
        np.array([not name.startswith(QUIET_IN_SPEECH) for name in moves]),
        np.array([name.startswith("brow_") for name in moves]),
    )


def generated(cache, part, n, seconds, seed):
    """Sequences of FER+ faces: posed ones, and paths between faces as found."""
    cache = Path(cache)
    posed = people_of(cache / f"{part}.sources.json")
    found = found_paths(cache, part, posed)
    channels = channels_of(moves_of(cache))
    rng = np.random.default_rng(seed)
    drawn = []
    for at in range(n):
        person = posed[rng.integers(len(posed))]
        lend = found[rng.integers(len(found))] if rng.random() < LENT else None
        script = write_script(DRAWN[at % len(DRAWN)], seconds, person.able, seed + at)
        drawn.append((draw(script, person, channels, lend, borrows=True), person.id))
    return stacked(drawn)


def real(cache, name, each, seconds, seed, kinds=KINDS, disturbed=True):
    """Sequences between real pictures of one person at rest and showing something: `each` of every kind."""
    cache = Path(cache)
    people = people_of(cache / f"{name}.sources.json")
    channels = channels_of(moves_of(cache))
    rng = np.random.default_rng(seed)
    drawn = []
    for kind in kinds:
        able = [person for person in people if len(person.able) >= (2 if kind == "two" else 1)]
        for at in range(each):
            person = able[rng.integers(len(able))]
            script = write_script(kind, seconds, person.able, seed + 1000 * KINDS.index(kind) + at, disturbed)
            drawn.append((draw(script, person, channels), person.id))
    return stacked(drawn)


def posed(cache, name, fuse=with_fused):
    """Every real picture once: rest, then an undisturbed path to what it shows, which is held to the end."""
    cache = Path(cache)
    channels = channels_of(moves_of(cache))
    drawn = []
    for person in people_of(cache / f"{name}.sources.json"):
        for label, faces in person.shown.items():
            for at, face in enumerate(faces):
                bout = Bout(((label, 1.0),), POSED_START, POSED_ONSET, POSED_SECONDS, 1.0, 1.0)
                script = Script("plain", POSED_SECONDS, (bout,), seed=at, labels=(label,))
                drawn.append((draw(script, Person(person.id, person.rest, {label: [face]}), channels), person.id))
    return stacked(drawn, fuse)


def in_order(people, channels, n, seconds, seed, fuse=with_fused):
    """Twins that differ only in order: happiness then sadness, then the same two bouts exchanged."""
    able = [person for person in people if {HAPPINESS, SADNESS} <= set(person.shown)]
    rng = np.random.default_rng(seed)
    drawn = []
    for at in range(n):
        person = able[rng.integers(len(able))]
        length, peak = rng.uniform(1, 4), rng.uniform(0.6, 1)
        starts = 0.1 * seconds, 0.6 * seconds
        for first, second in ((HAPPINESS, SADNESS), (SADNESS, HAPPINESS)):
            bouts = tuple(Bout(((label, 1.0),), start, 0.6, length, 1.0, peak) for label, start in zip((first, second), starts))
            script = Script("two", seconds, bouts, seed=seed + at, labels=(first, second))
            drawn.append((draw(script, person, channels), person.id))
    return stacked(drawn, fuse)


def early_and_late(people, channels, n, seconds, seed, held=3.0, fuse=with_fused):
    """The same bout in the first five seconds of a long recall, then in the last five."""
    rng = np.random.default_rng(seed)
    drawn = []
    for at in range(n):
        person = people[rng.integers(len(people))]
        label = int(rng.choice(person.able))
        for start in (0.5, seconds - 4.5):
            bout = Bout(((label, 1.0),), start, 0.5, held - 1, 0.5, 0.9)
            script = Script("plain", seconds, (bout,), seed=seed + at, labels=(label,))
            drawn.append((draw(script, person, channels), person.id))
    return stacked(drawn, fuse)
