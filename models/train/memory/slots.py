"""One stream's memory: slots that add up what is written to them."""

import torch
from torch import nn

from memory.parts import EXPRESSIONS

# Seconds' worth of nothing that every slot begins with: one weak second does not fill it.
PRIOR = 0.5


class Slots(nn.Module):
    """One stream's memory. State: mass (N), what was written (N x W), and the same times its second (N x W)."""

    def __init__(self, parts):
        super().__init__()
        width = parts.width
        self.keys = nn.Parameter(torch.randn(parts.slots, width) / width**0.5)
        self.address = nn.Linear(width, width)
        self.value = nn.Linear(2 * width + EXPRESSIONS, width)
        self.look = nn.Linear(width, width)

    def write(self, state, summary, other, said, worth, second):
        mass, sums, timed = state
        where = torch.softmax(self.address(summary) @ self.keys.T, -1) * worth
        value = torch.tanh(self.value(torch.cat([summary, other, said], -1)))[:, None] * where[:, :, None]
        return mass + where, sums + value, timed + value * second[:, :, None]

    def read(self, state, query):
        mass, sums, _ = state
        content = sums / (mass[:, :, None] + PRIOR)
        score = (content @ self.look(query)[:, :, None])[..., 0] + torch.log(mass + 0.05)
        return (torch.softmax(score, -1)[:, None] @ content)[:, 0]
