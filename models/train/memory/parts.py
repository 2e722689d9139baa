"""What the head is made of, and the shapes of what it reads."""

from dataclasses import dataclass

from faces.data import EXPRESSIONS as NAMES

EXPRESSIONS = len(NAMES)
# Of the still stream: logarithms of the still model's probabilities, how far they are from rest, and from where on the fused ones lie.
STILL, FUSED = 24, 16
# Logarithms of nothing.
LEAST = 1e-4


@dataclass(frozen=True)
class Parts:
    """What the head is made of. Every ablation leaves one thing out."""

    still: bool = True
    moves: bool = True
    memory: str = "slots"  # or "mean", "last", "none", "gru", "convolution"
    gate: bool = True
    positions: bool = True
    width: int = 24
    slots: int = 6
