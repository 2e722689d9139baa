"""What happens in a sequence, before it is drawn: which expressions come when, how strongly, and what disturbs the camera.

Lengths follow what is known of expressions (Ekman & Friesen 1982: felt ones last .5 to 4 s; Hess & Kleck 1990: posed ones rise faster)
with longer ones, because people who relive something hold a face. Not every one rises from neutral and returns to it: `KINDS`
names the deviations.
"""

from dataclasses import dataclass, field

import numpy as np

from faces.data import EXPRESSIONS

SHOWN = tuple(range(1, len(EXPRESSIONS)))
# Two at once, by what people do show (Du, Tao & Martinez 2014).
MIXED = (("happiness", "surprise"), ("fear", "surprise"), ("anger", "disgust"), ("sadness", "fear"), ("sadness", "anger"), ("happiness", "disgust"))
KINDS = ("plain", "mid-start", "no-return", "two", "mixed", "late", "quiet")
# Seconds, low and high.
ONSET, APEX, OFFSET = (0.3, 1.2), (0.6, 5.0), (0.4, 2.5)
PEAK = (0.55, 1.0)
# Share of the sequence after which a late onset begins.
LATE = 0.7
# How often each disturbance is there, and its seconds.
DISTURBED = {"talking": (0.3, (2, 10)), "turning": (0.3, (1, 5)), "occluded": (0.15, (1, 4)), "dark": (0.15, (3, 20))}
RATES = (5.0, 30.0)
DROPPED = (0.0, 0.3)
GAP_CHANCE, GAP = 0.2, (0.5, 3.0)


def smooth(share):
    share = np.clip(share, 0, 1)
    return share * share * (3 - 2 * share)


@dataclass(frozen=True)
class Bout:
    """Expressions shown at once: (index, share of the strength) each. Times in seconds of the sequence; it may begin before it and
    end after it."""

    shown: tuple
    start: float
    onset: float
    apex: float
    offset: float
    peak: float

    def strength(self, t):
        fall = self.start + self.onset + self.apex
        return self.peak * smooth((t - self.start) / self.onset) * (1 - smooth((t - fall) / self.offset))

    @property
    def end(self):
        return self.start + self.onset + self.apex + self.offset


@dataclass(frozen=True)
class Script:
    kind: str
    seconds: int
    bouts: tuple
    # Name of a disturbance and its (start, end), in seconds.
    disturbed: tuple = ()
    rate: float = 10.0
    dropped: float = 0.0
    gaps: tuple = ()
    seed: int = 0
    # Expressions in the order they begin, each once: the truth of a recogniser of whole sequences.
    labels: tuple = field(default=(), compare=False)


def a_bout(shown, start, rng, **given):
    draw = lambda name, bounds: given.get(name, rng.uniform(*bounds))
    return Bout(shown, start, draw("onset", ONSET), draw("apex", APEX), draw("offset", OFFSET), draw("peak", PEAK))


def bouts_of(kind, seconds, able, rng):
    """Bouts of this kind, of expressions that the person is `able` to show."""
    one = lambda: ((int(rng.choice(able)), 1.0),)
    if kind == "quiet":
        return ()
    if kind == "mid-start":
        return (a_bout(one(), -rng.uniform(1.3, 3), rng, apex=rng.uniform(3, 6)),)
    if kind == "no-return":
        start = rng.uniform(0.3, 0.8) * seconds
        return (a_bout(one(), start, rng, apex=seconds),)
    if kind == "late":
        return (a_bout(one(), rng.uniform(LATE, 0.92) * seconds, rng),)
    if kind == "two":
        first, second = rng.choice(able, 2, replace=False)
        early = a_bout(((int(first), 1.0),), rng.uniform(0.0, 0.3) * seconds, rng)
        late = a_bout(((int(second), 1.0),), max(early.end - rng.uniform(0, 0.4), rng.uniform(0.35, 0.7) * seconds), rng)
        return (early, late)
    if kind == "mixed":
        pairs = [tuple(EXPRESSIONS.index(name) for name in pair) for pair in MIXED]
        pairs = [pair for pair in pairs if set(pair) <= set(able)]
        if pairs:
            a, b = pairs[rng.integers(len(pairs))]
            return (a_bout(((a, rng.uniform(0.6, 1)), (b, rng.uniform(0.6, 1))), rng.uniform(0.1, 0.6) * seconds, rng),)
    return (a_bout(one(), rng.uniform(0.05, 0.6) * seconds, rng),)


def stretch(bounds, seconds, rng):
    length = min(rng.uniform(*bounds), seconds)
    start = rng.uniform(0, seconds - length)
    return start, start + length


def write_script(kind, seconds, able, seed, disturbed=True):
    """A seeded script; `disturbed` leaves the camera alone where it is False."""
    rng = np.random.default_rng(seed)
    bouts = bouts_of(kind, seconds, able, rng)
    labels = tuple(dict.fromkeys(label for bout in bouts for label, _ in bout.shown))
    if not disturbed:
        return Script(kind, seconds, bouts, seed=seed, labels=labels)
    troubles = [(name, *stretch(bounds, seconds, rng)) for name, (chance, bounds) in DISTURBED.items() if rng.random() < chance]
    gaps = (stretch(GAP, seconds, rng),) if rng.random() < GAP_CHANCE else ()
    return Script(kind, seconds, bouts, tuple(troubles), rng.uniform(*RATES), rng.uniform(*DROPPED), gaps, seed, labels)
