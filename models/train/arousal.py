"""How well a still face tells arousal: linear regression of ratings on the probabilities of the eight expressions, each face predicted
from nine tenths that it is not in. Only measured, not shipped."""

import numpy as np

TENTHS = 10
# Of squared weights; the probabilities sum to 1, so that without it one direction would be free.
PENALTY = 1.0
SEED = 5


def cross_validated(probabilities, ratings):
    """Predictions (N) of ratings (N) from N x 8 probabilities."""
    x = np.concatenate([probabilities, np.ones((len(ratings), 1))], 1).astype(np.float64)
    tenth = np.random.default_rng(SEED).permutation(len(ratings)) % TENTHS
    predicted = np.zeros(len(ratings))
    for k in range(TENTHS):
        seen = tenth != k
        gram = x[seen].T @ x[seen] + PENALTY * np.eye(x.shape[1])
        predicted[~seen] = x[~seen] @ np.linalg.solve(gram, x[seen].T @ ratings[seen])
    return predicted
