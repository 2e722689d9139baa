"""What is trained, for how long, in which order. A run follows its phases and stops; longer plans go on where it stopped."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Phase:
    """Learning rate goes from `rate` to `last_rate` in a straight line; `size` is the picture's side in pixels."""

    epochs: int
    size: int
    rate: float
    last_rate: float


# Small pictures first: most of what is to be learned does not need the last pixel, and the epochs are a third cheaper.
PHASES = (
    Phase(epochs=5, size=40, rate=5e-4, last_rate=5e-4),
    Phase(epochs=4, size=48, rate=4e-4, last_rate=4e-4),
    Phase(epochs=3, size=48, rate=3e-4, last_rate=1e-5),
)

SEED = 7
BATCH = 64
SAMPLES_PER_EPOCH = 28_160
WARM_UP_STEPS = 200
WEIGHT_DECAY = 0.02
# The new layers learn faster than the ones that know faces already.
HEAD_RATE = 3.0
EMA_DECAY = 0.999
CHALLENGE_LOSS = 0.4
CHALLENGE_SMOOTHING = 0.1
# Faces are drawn with probability frequency^-BALANCE of their expressions: 0 is as found, 1 all equally often.
BALANCE = 0.5
CHALLENGE_SHARE_OF_BALANCE = 0.3
# A face whose mesh is trusted is shown this often as the app will show it, otherwise as the challenge cropped it.
ALIGNED_SHARE = 0.5

STEPS_PER_EPOCH = SAMPLES_PER_EPOCH // BATCH


def phase_at(step, phases=PHASES):
    """The phase of a step and how far it is through it (0..1); None after the last."""
    for phase in phases:
        steps = phase.epochs * STEPS_PER_EPOCH
        if step < steps:
            return phase, step / steps
        step -= steps
    return None


def rate_at(step, phases=PHASES):
    phase, share = phase_at(step, phases)
    rate = phase.rate + (phase.last_rate - phase.rate) * share
    return rate * min(1.0, (step + 1) / WARM_UP_STEPS)
