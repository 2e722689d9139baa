"""How well a still face tells arousal: ridge regression of ratings on the probabilities of the eight expressions, each face predicted
from nine tenths that it is not in. Only measured, not shipped."""

import numpy as np

from figures.ridge import ridge

TENTHS = 10
# Probabilities sum to 1, so that without it one direction would be free.
PENALTY = 1.0
SEED = 5


def cross_validated(probabilities, ratings):
    """Predictions (N) of ratings (N) from N x 8 probabilities."""
    tenth = np.random.default_rng(SEED).permutation(len(ratings)) % TENTHS
    predicted = np.zeros(len(ratings))
    for k in range(TENTHS):
        weight, bias = ridge(probabilities[tenth != k], ratings[tenth != k], PENALTY)
        predicted[tenth == k] = probabilities[tenth == k] @ weight + bias
    return predicted
