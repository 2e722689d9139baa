"""The expression network: backbone, a small embedding, and two linear readings of it."""

import torch
from torch import nn

from network.backbone import MobileNet
from faces.data import EXPRESSIONS

EMBEDDING = 64
# A flat picture has no contrast to bring out; below this standard deviation (0..1 greys) noise would be all that is left.
MIN_DEVIATION = 0.03


def standardise(x):
    """Each picture to mean 0 and standard deviation 1: light and exposure say nothing about the face."""
    x = x - x.mean((2, 3), keepdim=True)
    deviation = (x * x).mean((2, 3), keepdim=True).sqrt()
    return x / deviation.clamp(min=MIN_DEVIATION)


class ExpressionNet(nn.Module):
    """Grey pictures N x 1 x S x S in 0..1 to logits of the votes and of the challenge's label, and the embedding.

    The two readings share the embedding and are both linear in it, so any weighting of them is again one linear reading:
    export.py ships a single one.
    """

    def __init__(self, ranks=(), dropout=0.2):
        super().__init__()
        self.backbone = MobileNet(ranks)
        self.embed = nn.Linear(self.backbone.features, EMBEDDING)
        self.dropout = nn.Dropout(dropout)
        self.votes = nn.Linear(EMBEDDING, len(EXPRESSIONS))
        self.challenge = nn.Linear(EMBEDDING, len(EXPRESSIONS))

    def forward(self, x):
        features = self.backbone(standardise(x).contiguous(memory_format=torch.channels_last))
        embedding = torch.relu(self.embed(self.dropout(features)))
        return self.votes(embedding), self.challenge(embedding), embedding
