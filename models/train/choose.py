"""From two readings of one embedding to the one that is shipped: how much the challenge's reading counts, which prior, which
temperature.

FER+ is 37 % neutral and 0.7 % disgust; a recall is neither. Shipped logits are

    (votes + weight * challenge + offset) / temperature

with `offset = strength * (mean log frequency of training - log frequency)` per expression. Weight and strength are those with
the best unweighted recall on the posed-like fold among all that keep the accuracy on the natural fold within SLACK of the best
there. Both folds come from the training part and were not trained on: `valid` chooses nothing but the temperature.
"""

from dataclasses import dataclass, replace

import numpy as np

from metrics import fit_temperature, summarise

WEIGHTS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0, 1.3, 1.6)
STRENGTHS = (-0.6, -0.5, -0.4, -0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8)
# Accuracy on the natural fold that may be given for the rare expressions.
SLACK = 0.01


@dataclass(frozen=True)
class Reading:
    """Shipped logits before the temperature are votes + weight * challenge + offset."""

    weight: float
    strength: float
    offset: tuple
    temperature: float = 1.0

    def logits(self, votes, challenge):
        return votes + self.weight * challenge + np.array(self.offset, dtype=votes.dtype)

    def calibrated(self, votes, challenge, labels):
        """With the temperature of least negative log-likelihood on these faces."""
        return replace(self, temperature=fit_temperature(self.logits(votes, challenge), labels))


def offset_of(strength, frequencies):
    logs = np.log(np.asarray(frequencies))
    return tuple(float(x) for x in strength * (logs.mean() - logs))


def choose(natural, posed, frequencies, slack=SLACK):
    """The reading, from (votes, challenge, labels) of the two folds, and all grid points looked at, as rows of weight,
    strength, accuracy on the natural fold, unweighted recall on the posed-like one."""
    points = []
    for weight in WEIGHTS:
        for strength in STRENGTHS:
            reading = Reading(weight, strength, offset_of(strength, frequencies))
            found, posed_figures = (summarise(reading.logits(votes, challenge), labels) for votes, challenge, labels in (natural, posed))
            points.append((weight, strength, found["accuracy"], posed_figures["unweightedRecall"]))
    enough = max(point[2] for point in points) - slack
    weight, strength, _, _ = max((p for p in points if p[2] >= enough), key=lambda p: (p[3], p[2]))
    return Reading(weight, strength, offset_of(strength, frequencies)), points
