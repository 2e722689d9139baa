"""The protocol's figures: accuracy with its interval, recalls, macro-F1, calibration."""

import math

import numpy as np

from faces.data import EXPRESSIONS

ECE_BINS = 15


def softmax(logits):
    shifted = np.exp(logits - logits.max(1, keepdims=True))
    return shifted / shifted.sum(1, keepdims=True)


def wilson(hits, n, z=1.959964):
    """95 % Wilson interval of a share. 2755 of 3199 -> (0.849, 0.873)."""
    share, unit = hits / n, z * z / n
    centre = (share + unit / 2) / (1 + unit)
    half = z / (1 + unit) * math.sqrt(share * (1 - share) / n + unit / (4 * n))
    # At 0 and at n the sums leave the range by a rounding error.
    return max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half))


def clustered_interval(hits, sources, draws=4000, seed=1):
    """95 % interval of the share of hits among pictures of which several show the same face: percentiles of a bootstrap over the
    faces. `sources` says which face each picture shows."""
    _, face = np.unique(sources, return_inverse=True)
    right, shown = np.bincount(face, hits), np.bincount(face)
    drawn = np.random.default_rng(seed).integers(len(shown), size=(draws, len(shown)))
    return tuple(float(bound) for bound in np.percentile(right[drawn].sum(1) / shown[drawn].sum(1), (2.5, 97.5)))


def reliability(probabilities, labels, bins=ECE_BINS):
    """Per bin of confidence that holds a face: mean confidence, share right and number of faces."""
    confidence, hit = probabilities.max(1), probabilities.argmax(1) == labels
    index = np.minimum((confidence * bins).astype(int), bins - 1)
    inside = [index == b for b in range(bins) if (index == b).any()]
    return [(float(confidence[faces].mean()), float(hit[faces].mean()), int(faces.sum())) for faces in inside]


def calibration_error(probabilities, labels, bins=ECE_BINS):
    """Expected calibration error of the top expression over equally wide bins of confidence."""
    return sum(abs(sure - right) * n for sure, right, n in reliability(probabilities, labels, bins)) / len(labels)


def confusion_of(labels, predicted):
    """Rows are what raters said, columns what the model says."""
    table = np.zeros((len(EXPRESSIONS), len(EXPRESSIONS)), int)
    np.add.at(table, (labels, predicted), 1)
    return table


def summarise(logits, labels, sources=None):
    """All figures of N x 8 logits; expressions without an example are left out of the averages. `sources`: see clustered_interval."""
    probabilities = softmax(logits)
    predicted = probabilities.argmax(1)
    table = confusion_of(labels, predicted)
    hits, n, said = np.diag(table), table.sum(1), table.sum(0)
    present = n > 0
    recall, precision = hits / np.maximum(n, 1), hits / np.maximum(said, 1)
    f1 = 2 * hits / np.maximum(n + said, 1)
    return {
        "n": int(n.sum()),
        "accuracy": float(hits.sum() / n.sum()),
        "accuracyCi95": wilson(int(hits.sum()), int(n.sum())) if sources is None else clustered_interval(predicted == labels, sources),
        "unweightedRecall": float(recall[present].mean()),
        "macroF1": float(f1[present].mean()),
        "ece": calibration_error(probabilities, labels),
        "perClass": {
            name: {"recall": float(recall[k]), "precision": float(precision[k]), "n": int(n[k])}
            for k, name in enumerate(EXPRESSIONS)
            if present[k]
        },
        "confusion": table.tolist(),
        "reliability": reliability(probabilities, labels),
    }


def fit_temperature(logits, labels):
    """The temperature of least negative log-likelihood, between 0.2 and 5."""
    loss = lambda t: -np.log(softmax(logits / t)[np.arange(len(labels)), labels] + 1e-12).mean()
    grid = np.exp(np.linspace(np.log(0.2), np.log(5), 161))
    return float(min(grid, key=loss))
