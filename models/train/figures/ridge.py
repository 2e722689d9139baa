"""Ridge regression with an intercept."""

import numpy as np


def ridge(features, targets, penalty):
    """Weight (E) and bias of targets (N) = features (N x E) . weight + bias that minimise the squared errors over all faces plus
    `penalty` times the squares of weight and bias."""
    x = np.concatenate([features, np.ones((len(features), 1))], 1).astype(np.float64)
    *weight, bias = np.linalg.solve(x.T @ x + penalty * np.eye(x.shape[1]), x.T @ targets)
    return np.array(weight), float(bias)
