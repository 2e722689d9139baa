"""What is trained, for how long, in which order. A run follows its phases and stops; longer plans go on where it stopped."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Phase:
    """`rate` goes to `last_rate` in a straight line; `size` is the picture's side in pixels."""

    steps: int
    size: int
    rate: float
    last_rate: float
    # How far pictures are changed: see augment.py. The last steps see faces more like those that are shown.
    strength: float = 1.0
    # A face whose mesh is trusted is shown this often as the app will show it, otherwise as the challenge cropped it.
    aligned: float = 0.5
    # This share of every batch are neutral faces that posing.py poses, all expressions equally often, neutral twice.
    posed: float = 0.0


@dataclass(frozen=True)
class Recipe:
    """One network: which blocks have a pointwise convolution in two parts, of which rank (see factor.py), and the run whose answers
    it learns beside the votes and whose weights it starts from."""

    phases: tuple
    ranks: tuple = ()
    teacher: str | None = None

    @property
    def size(self):
        """Side in pixels of the pictures that the finished network is shown."""
        return self.phases[-1].size


# What evaluate.py and export.py take.
SHIPPED = "lean"

# Rates are relative: the usual step of a weight is this share of its tensor's typical weight. The folded batch norms leave
# depthwise kernels a hundred times larger than pointwise ones, and Adam's steps do not know that.
RECIPES = {
    # Larger pictures than the challenge has: the starting weights know faces of 224 pixels.
    "teacher": Recipe(
        phases=(
            Phase(steps=1200, size=64, rate=2e-3, last_rate=1.6e-3),
            Phase(steps=2400, size=64, rate=1.6e-3, last_rate=6e-4),
            Phase(steps=256, size=64, rate=6e-4, last_rate=0.000506, strength=0.6),
            Phase(steps=744, size=64, rate=0.000506, last_rate=1e-5, strength=0.6),
        )
    ),
    "main": Recipe(
        ranks=((3, 48), (5, 96), (6, 128), (7, 128), (8, 128), (9, 128), (10, 128), (11, 128), (12, 224), (13, 224)),
        teacher="teacher",
        phases=(
            Phase(steps=800, size=64, rate=1.5e-3, last_rate=8e-4, aligned=0.75),
            Phase(steps=2000, size=64, rate=8e-4, last_rate=1e-5, strength=0.6, aligned=0.75),
            # Posed faces, which the teacher never saw: the rate starts anew.
            Phase(steps=2400, size=64, rate=8e-4, last_rate=1e-5, strength=0.6, aligned=0.75, posed=0.125),
            # Mostly found faces again, or what posed ones show is learned at their cost.
            Phase(steps=2400, size=64, rate=8e-4, last_rate=1e-5, strength=0.6, aligned=0.75, posed=0.03125),
        ),
    ),
    # Lower ranks, which cost less; what they lose is learned back from the network before.
    "lean": Recipe(
        ranks=((3, 40), (5, 72), (6, 96), (7, 96), (8, 96), (9, 96), (10, 96), (11, 96), (12, 176), (13, 176)),
        teacher="main",
        phases=(
            Phase(steps=400, size=64, rate=1e-3, last_rate=8e-4, aligned=0.75, posed=0.03125),
            Phase(steps=2800, size=64, rate=8e-4, last_rate=1e-5, strength=0.6, aligned=0.75, posed=0.03125),
        ),
    ),
}

SEED = 7
BATCH = 128
SAMPLES_PER_EPOCH = 28_160
WARM_UP_STEPS = 200
WEIGHT_DECAY = 0.02
# Steps of new layers and of tensors that start near zero, as if their typical weight were this.
LEAST_TYPICAL_WEIGHT = 0.02
NEW_LAYER_WEIGHT = 0.15
EMA_DECAY = 0.997
CHALLENGE_LOSS = 0.5
CHALLENGE_SMOOTHING = 0.1
# How much of a posed face's target is what it was posed as; the rest is what raters said of it before.
POSED_SURE = 0.9
# How much of the target is what the teacher says of the same picture, unless that is posed: the first one never saw such faces.
TEACHER_SHARE = 0.5
# Faces are drawn with probability frequency^-BALANCE of their expressions: 0 is as found, 1 all equally often.
BALANCE = 0.5
CHALLENGE_SHARE_OF_BALANCE = 0.3

STEPS_PER_EPOCH = SAMPLES_PER_EPOCH // BATCH


def phase_at(step, phases):
    """The phase of a step and how far it is through it (0..1); None after the last."""
    for phase in phases:
        if step < phase.steps:
            return phase, step / phase.steps
        step -= phase.steps
    return None


def rate_at(step, phases):
    phase, share = phase_at(step, phases)
    rate = phase.rate + (phase.last_rate - phase.rate) * share
    return rate * min(1.0, (step + 1) / WARM_UP_STEPS)
