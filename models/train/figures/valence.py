"""Facial valence as a linear reading of the embedding: how far raters and the challenge saw a face on the side of happiness.

The target of a face is happiness minus the strongest of sadness, anger, disgust and fear (FaceReader's facial valence, Lewinski et
al. 2014), taken of the crowd's votes and the challenge's own label in equal parts. The same difference of the shipped
probabilities is sharper than ratings are: calibration asks for that.
"""

from dataclasses import dataclass

import numpy as np

from faces.data import EXPRESSIONS
from figures.predict import predict
from figures.ridge import ridge
from network.teacher import half_precision
from faces.training_set import TrainingSet, mixed_labels

# Of squared weights, against squared errors over all faces: it only keeps directions without faces at 0.
PENALTY = 100.0
CHALLENGE_SHARE = 0.5
NEGATIVE = [EXPRESSIONS.index(name) for name in ("sadness", "anger", "disgust", "fear")]


@dataclass(frozen=True)
class Valence:
    """weight (E) and bias of valence = embedding . weight + bias, cut off at -1 and 1."""

    weight: np.ndarray
    bias: float

    def of(self, embedding):
        return np.clip(embedding @ self.weight + self.bias, -1, 1)


def facial_valence(probabilities):
    """Happiness minus the strongest negative expression of N x 8 distributions, -1..1."""
    return probabilities[:, EXPRESSIONS.index("happiness")] - probabilities[:, NEGATIVE].max(1)


def fit(embeddings, targets):
    """The Valence of least error for embeddings (N x E) and targets (N)."""
    weight, bias = ridge(embeddings, targets, PENALTY)
    return Valence(weight.astype(np.float32), bias)


def valence_of(net, train, valid, size, cache):
    """Fitted over the faces that the network was trained on, aligned where their mesh is trusted."""
    faces = TrainingSet(train, valid, cache)
    targets = facial_valence(mixed_labels(faces.labels.numpy(), faces.challenge.numpy(), CHALLENGE_SHARE))
    with half_precision():
        _, _, embeddings = predict(net, faces.pixels.numpy(), size, faces.theta.numpy())
    return fit(embeddings, targets)
