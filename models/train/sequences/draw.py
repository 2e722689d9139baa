"""From a script and a person to a sequence of readings, as a trace holds them, with what is true of it.

A reading belongs to one of ten places of its second, as in a trace (`TRACE_READINGS_PER_SECOND`); a place without one is unseen.
Everything is drawn from the script's seed.
"""

from dataclasses import dataclass

import numpy as np

from faces.data import EXPRESSIONS
from sequences.script import smooth

PER_SECOND = 10
MOST_MOVED = 12.0
# Change per second, in spreads; a reading farther back than this many seconds tells no pace.
MOST_PACE, PACE_WITHIN = 40.0, 0.5
# An expression is not seen below the first strength and fully from the second on.
VISIBLE = (0.15, 0.55)
# How long a whole expression takes to have been shown, in seconds.
SHOWN_AFTER = 0.7
HAPPINESS, NEGATIVE = 1, (3, 4, 5, 6)
# Spread of a person's gain and of each channel's, as logarithms. Posed pictures of FER+ move the mesh about half as far as actors do
# (KDEF, TFED: looked at to choose the mean).
GAIN, CHANNEL_GAIN, MEAN_GAIN = 0.45, 0.4, 1.9
# What is somebody's own about an expression: in spreads at its whole strength, any channel.
OWN = 1.3
STILL_NOISE, MOVE_NOISE = (0.1, 0.5), (0.3, 1.0)
REST_ERROR = (0.2, 0.4)
DRIFT = 0.8
TURN, TURN_SLIP, USABLE_TURN = (0.15, 0.7), 4.0, np.pi / 6
TALK, TALK_STILL = (0.8, 3.0), (0.2, 0.8)
OCCLUDED_MOVES, OCCLUDED_STILL = 4.0, 1.5
DARK_NOISE, DARK_STILL = 2.5, 0.6
# People show more than the units of a prototype: brows are drawn together in most sad and fearful faces (CK+: AU4 in .82 and .84), and lips
# part in any. Who shows it, whose moves are added, of which channels, how often and how much.
BORROWED = (
    (("sadness", "fear", "disgust"), "anger", "brows", 0.4, (0.3, 1.2)),
    (("happiness", "anger", "disgust", "fear"), "surprise", "speech", 0.35, (0.2, 0.9)),
)


@dataclass(frozen=True)
class Channels:
    """Which moves speech makes, and which are of the brows (M bool each)."""

    speech: np.ndarray
    brows: np.ndarray


@dataclass(frozen=True)
class Sequence:
    """seen (S x 10); still (S x 10 x 16: log-probabilities, then their change against rest); moves (S x 10 x 2M: in spreads, then per second);
    truth (S x 8) by second, whole (8), valence and trend (-1..1); labels: what was shown, in order."""

    seen: np.ndarray
    still: np.ndarray
    moves: np.ndarray
    truth: np.ndarray
    whole: np.ndarray
    valence: float
    trend: float
    labels: tuple
    kind: str


def reading_times(script, rng):
    """Of the readings that a trace keeps, in seconds: the first of each tenth of a second."""
    step = 1 / script.rate
    times = np.arange(0, script.seconds, step) + rng.uniform(0, 0.3 * step)
    times = times[rng.random(len(times)) >= script.dropped]
    for start, end in script.gaps:
        times = times[(times < start) | (times >= end)]
    times = times[times < script.seconds]
    _, first = np.unique(np.floor(times * PER_SECOND).astype(int), return_index=True)
    return times[first]


def wander(n, width, keep, rng):
    """Noise of unit deviation whose neighbours are alike (n x width)."""
    noise = rng.standard_normal((n, width))
    for at in range(1, n):
        noise[at] = keep * noise[at - 1] + np.sqrt(1 - keep * keep) * noise[at]
    return noise


def true_shares(script, faces, t):
    """What raters would see (T x 8)."""
    seen = np.zeros((len(t), len(EXPRESSIONS)))
    for bout, shown in zip(script.bouts, faces):
        strength = bout.strength(t)
        for (_, share), face in zip(bout.shown, shown):
            visible = smooth((share * strength - VISIBLE[0]) / (VISIBLE[1] - VISIBLE[0]))
            seen += visible[:, None] * face.seen
    total = seen.sum(1, keepdims=True)
    seen /= np.maximum(total, 1)
    seen[:, 0] += 1 - seen.sum(1)
    return seen


def whole_of(truth, per_second):
    """Shares of what was shown (8): by time among the expressions; neutral only as far as nothing else was. T x 8 in."""
    lasted = truth[:, 1:].sum(0) / per_second
    nothing = float(np.exp(-lasted.sum() / SHOWN_AFTER))
    shares = lasted / max(lasted.sum(), 1e-9)
    return np.concatenate([[nothing], (1 - nothing) * shares])


def valence_of(shares):
    return shares[..., HAPPINESS] - np.max(shares[..., list(NEGATIVE)], axis=-1)


def trend_of(truth):
    """How far what was pleasant lay later than what was not, -1..1: 0 where nothing was."""
    value = valence_of(truth - truth * np.eye(len(EXPRESSIONS))[0])
    place = np.linspace(-1, 1, len(truth))
    total = np.abs(value).sum()
    return float(np.clip(2 * (value * place).sum() / total, -1, 1)) if total > 0.02 * len(truth) else 0.0


def borrowed(person, label, channels, rng):
    """What the person adds to an expression, as moves at its whole strength (M)."""
    added = np.zeros(len(channels.speech))
    for who, whose, which, chance, much in BORROWED:
        lender = person.shown.get(EXPRESSIONS.index(whose))
        if EXPRESSIONS[label] in who and lender and rng.random() < chance:
            added += rng.uniform(*much) * lender[rng.integers(len(lender))].moves * getattr(channels, which)
    return added


def draw(script, person, channels, lend=None, borrows=False):
    """The sequence of a script by this person. `lend` gives the still readings of somebody else for the same expressions: the two streams
    need not agree on how strong a face is. `borrows` mixes in what people show beside a prototype; real faces need none of it."""
    rng = np.random.default_rng((script.seed, 1))
    pick = lambda who, label: who.shown[label][rng.integers(len(who.shown[label]))]
    faces = [[pick(person, label) for label, _ in bout.shown] for bout in script.bouts]
    stills = [[pick(lend, label) for label, _ in bout.shown] for bout in script.bouts] if lend else faces
    rest = (lend or person).rest
    t = reading_times(script, rng)
    width = len(channels.speech)
    still, moves = np.repeat(rest[None], len(t), 0), np.zeros((len(t), width))
    gain = MEAN_GAIN * np.exp(GAIN * rng.standard_normal()) * np.exp(CHANNEL_GAIN * rng.standard_normal(width)) if borrows else 1.0
    for bout, shown, seen in zip(script.bouts, faces, stills):
        strength = bout.strength(t)
        for (label, share), face, look in zip(bout.shown, shown, seen):
            still += look.at(rest, share * strength)[0]
            moves += gain * face.at(rest, share * strength)[1]
            if borrows:
                own = gain * borrowed(person, label, channels, rng) + OWN * rng.standard_normal(width)
                moves += (share * strength)[:, None] * own
    still, moves, usable = disturb(script, t, still, moves, channels.speech, rng)
    still = still - np.log(np.exp(still).sum(1, keepdims=True))
    fine = np.arange(0, script.seconds, 1 / PER_SECOND) + 0.5 / PER_SECOND
    truth = true_shares(script, stills, fine)
    known_rest = rest + REST_ERROR[0] * rng.standard_normal(len(rest))
    whole = whole_of(truth, PER_SECOND)
    return Sequence(
        *placed(script.seconds, t[usable], still[usable], moves[usable], known_rest),
        truth.reshape(script.seconds, PER_SECOND, -1).mean(1),
        whole,
        float(valence_of(whole)),
        trend_of(truth),
        script.labels,
        script.kind,
    )


def disturb(script, t, still, moves, mouth, rng):
    """Noise, drift and what the script says goes wrong; which readings are still usable (T)."""
    n, width = moves.shape
    still_noise = rng.uniform(*STILL_NOISE) * wander(n, still.shape[1], 0.7, rng)
    move_noise = rng.uniform(*MOVE_NOISE) * wander(n, width, 0.7, rng)
    drift = DRIFT * rng.standard_normal(width) * np.linspace(0, 1, n)[:, None] + REST_ERROR[1] * rng.standard_normal(width)
    usable = np.ones(n, bool)
    for name, start, end in script.disturbed:
        at = (t >= start) & (t < end)
        if name == "dark":
            still_noise[at] *= DARK_NOISE
            move_noise[at] *= DARK_NOISE
            still[at] *= DARK_STILL
        elif name == "talking":
            syllables = rng.uniform(*TALK) * np.abs(wander(n, width, 0.2, rng)) * rng.choice([-1, 1], width)
            moves = moves + syllables * (at[:, None] & mouth)
            still_noise += rng.uniform(*TALK_STILL) * wander(n, still.shape[1], 0.3, rng) * at[:, None]
        elif name == "turning":
            turn = rng.uniform(*TURN) * np.sin(np.pi * np.clip((t - start) / (end - start), 0, 1))
            moves = moves + TURN_SLIP * turn[:, None] * rng.standard_normal(width)
            usable &= turn < USABLE_TURN
        elif name == "occluded":
            hidden = mouth if rng.random() < 0.7 else ~mouth
            odd = OCCLUDED_MOVES * rng.standard_normal(width) * hidden
            moves = np.where(at[:, None] & hidden, odd, moves)
            still = still + OCCLUDED_STILL * rng.standard_normal(still.shape[1]) * at[:, None]
    moves = moves + drift + move_noise
    return still + still_noise, np.clip(moves, -MOST_MOVED, MOST_MOVED), usable


def placed(seconds, t, still, moves, rest):
    """Readings at their places: seen, still and moves of a Sequence. The app does the same (app/dynamics/memory/seconds.ts)."""
    width = moves.shape[1]
    before = np.diff(t, prepend=-np.inf)
    pace = np.zeros_like(moves)
    near = before <= PACE_WITHIN
    pace[near] = (moves - np.roll(moves, 1, 0))[near] / before[near][:, None]
    slots = seconds * PER_SECOND
    at = np.floor(t * PER_SECOND).astype(int)
    seen = np.zeros(slots, np.float32)
    seen[at] = 1
    stills, moved = np.zeros((slots, 16), np.float32), np.zeros((slots, 2 * width), np.float32)
    stills[at] = np.concatenate([still, still - rest], 1)
    moved[at] = np.concatenate([moves, np.clip(pace, -MOST_PACE, MOST_PACE)], 1)
    shape = (seconds, PER_SECOND)
    return seen.reshape(shape), stills.reshape(*shape, -1), moved.reshape(*shape, -1)
