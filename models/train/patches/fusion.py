"""One answer from several ways of reading a whole recall: multinomial logistic regression on the logarithms of their shares.

Few numbers: how much each way counts among the seven expressions, how much each counts for whether anything was shown, and a prior.
"""

from dataclasses import dataclass

import numpy as np
import torch

from patches.bases import CLASSES

# Ways to read a whole, in the order of a model's weights.
MEMBERS = ("still", "mean", "memory", "patches")
# Shares below this tell no more.
LEAST = 1e-3
# Draws the prior to no preference, and the weights to nothing.
PRIOR_DECAY, WEIGHT_DECAY = 0.01, 0.001
STEPS = 100
FOLDS = 10


@dataclass(frozen=True)
class Fusion:
    """expressions, anything: a weight for each member; prior: of the seven expressions, in logarithms; bias: of whether anything was shown."""

    expressions: np.ndarray
    prior: np.ndarray
    anything: np.ndarray
    bias: float

    def __call__(self, shares):
        """Shares of the eight (N x 8) from those of each member (N x members x 8)."""
        among, shown = features(shares)
        logits = np.einsum("nmc,m->nc", among, self.expressions) + self.prior
        odds = np.exp(logits - logits.max(1, keepdims=True))
        anything = 1 / (1 + np.exp(-(shown @ self.anything + self.bias)))
        return np.concatenate([1 - anything[:, None], anything[:, None] * odds / odds.sum(1, keepdims=True)], 1)


def features(shares):
    """Logarithms of the shares among the seven expressions, centred (N x members x 7), and log-odds that anything was shown (N x members)."""
    shares = np.maximum(np.asarray(shares, float), 1e-12)
    among = np.log(np.maximum(shares[..., 1:] / shares[..., 1:].sum(-1, keepdims=True), LEAST))
    shown = np.clip(1 - shares[..., 0] / shares.sum(-1), LEAST, 1 - LEAST)
    return among - among.mean(-1, keepdims=True), np.log(shown / (1 - shown))


def fit(shares, truth, weight):
    """The fusion under which the truth (N x 8, shares) is likeliest; `weight` (N) of each sequence."""
    among, shown = (torch.from_numpy(one) for one in features(shares))
    truth, weight = torch.from_numpy(np.asarray(truth, float)), torch.from_numpy(weight / weight.sum())
    members = among.shape[1]
    free = [torch.full((members,), 1 / members, dtype=torch.float64), torch.zeros(CLASSES - 1, dtype=torch.float64)]
    free += [torch.full((members,), 1 / members, dtype=torch.float64), torch.zeros(1, dtype=torch.float64)]
    for one in free:
        one.requires_grad_()
    expressions, prior, anything, bias = free
    optimiser = torch.optim.LBFGS(free, max_iter=STEPS, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        told = torch.log_softmax(torch.einsum("nmc,m->nc", among, expressions) + prior, 1)
        odds = shown @ anything + bias
        something = 1 - truth[:, 0]
        lost = -(truth[:, 1:] * told).sum(1) + torch.nn.functional.binary_cross_entropy_with_logits(odds, something, reduction="none")
        value = (weight * lost).sum() + PRIOR_DECAY * (prior**2).sum() + WEIGHT_DECAY * ((expressions**2).sum() + (anything**2).sum())
        value.backward()
        return value

    optimiser.step(loss)
    expressions, prior, anything, bias = (one.detach().numpy() for one in free)
    return Fusion(expressions, prior - prior.mean(), anything, float(bias[0]))


def held_out(shares, truth, weight, people, fold_of=None):
    """What a fusion says of each sequence that was fitted on other people (N x 8); `fold_of` maps a person to a fold."""
    names = sorted(set(people))
    order = np.random.default_rng(0).permutation(len(names))
    fold = {name: int(at) % FOLDS for name, at in zip(names, order)}
    folds = np.array([fold_of(name) if fold_of else fold[name] for name in people])
    said = np.zeros_like(truth, float)
    for one in np.unique(folds):
        out = folds == one
        said[out] = fit(shares[~out], truth[~out], weight[~out])(shares[out])
    return said
