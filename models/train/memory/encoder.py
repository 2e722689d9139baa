"""From the readings of one second to tokens: what a gate lets through, related within a reading and between readings."""

import torch
from torch import nn
from torch.nn import functional as F

from memory.parts import STILL
from sequences.draw import PER_SECOND

# Regions of the face by the channels that lie in them; what MOVES adds for one side belongs to its channel's region.
REGIONS = {
    "brows": ("brow_inner", "brow_outer", "brow_gap"),
    "eyes": ("lid_upper", "lid_lower"),
    "nose and cheeks": ("cheek", "fold", "nose_root", "nose_wing", "nose_width"),
    "mouth": ("lip_upper", "lip_gap", "lip_upper_thickness", "lip_lower_thickness", "lip_lower", "corner_up", "corner_out", "corner_forward",
              "mouth_width", "mouth_curve", "lip_forward", "chin_boss", "lip_chin", "jaw"),
}
# Of log-probabilities, changes in spreads, and spreads a second: brings each to about one.
STILL_SCALE, MOVE_SCALE, PACE_SCALE = 4.0, 5.0, 20.0
# What an unseen place is given before a softmax.
UNSEEN = -30.0


def regions_of(moves):
    """Indices into a reading's 2M numbers of each region, changes and paces."""
    channel = [name.removesuffix("_left") for name in moves]
    found = [[at for at, name in enumerate(channel) if name in names] for names in REGIONS.values()]
    if sorted(sum(found, [])) != list(range(len(moves))):
        raise ValueError("every move belongs to exactly one region")
    return [torch.tensor(at + [one + len(moves) for one in at]) for at in found]


class Relation(nn.Module):
    """One head of attention among the tokens of the last axis but one, added to them; `bias` (broadcast to ... x 1 x tokens) hides."""

    def __init__(self, width):
        super().__init__()
        self.ask = nn.Linear(width, 3 * width)
        self.width = width

    def forward(self, x, bias=None):
        query, key, value = self.ask(x).chunk(3, -1)
        score = query @ key.transpose(-1, -2) / self.width**0.5
        return x + torch.softmax(score if bias is None else score + bias, -1) @ value


class Gate(nn.Module):
    """Which of a reading's numbers count in this second (B x 1 x features, 0..2), from their mean and spread over it."""

    def __init__(self, features, hidden=12):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(2 * features, hidden), nn.ReLU(), nn.Linear(hidden, features))

    def forward(self, x, seen):
        count = seen.sum(1, keepdim=True).clamp(min=1)
        mean = (x * seen[:, :, None]).sum(1) / count
        spread = (x.abs() * seen[:, :, None]).sum(1) / count
        return 2 * torch.sigmoid(self.net(torch.cat([mean, spread], 1)))[:, None]


class Encoder(nn.Module):
    """Readings of one second as tokens: of the still stream one a reading, of the moving one one a region and reading."""

    def __init__(self, moves, parts):
        super().__init__()
        self.parts, self.regions = parts, regions_of(moves)
        width = parts.width
        self.gate_still, self.gate_moves = Gate(STILL), Gate(2 * len(moves))
        self.still = nn.Linear(STILL, width)
        # One product for all regions, in which each sees its own numbers alone.
        self.moves = nn.Linear(2 * len(moves), len(self.regions) * width)
        mine = torch.zeros(len(self.regions), width, 2 * len(moves))
        for region, at in enumerate(self.regions):
            mine[region, :, at] = 1
        self.register_buffer("mine", mine.flatten(0, 1))
        self.place = nn.Parameter(0.1 * torch.randn(len(self.regions), width))
        self.between_still, self.within, self.between = Relation(width), Relation(width), Relation(width)
        scale = torch.full((2 * len(moves),), MOVE_SCALE)
        scale[len(moves) :] = PACE_SCALE
        self.register_buffer("scale", scale)

    def forward(self, still, moves, seen):
        """B x 10 x 24, B x 10 x 2M, B x 10 to B x 10 x W and B x R x 10 x W."""
        a, b = still / STILL_SCALE, moves / self.scale
        if self.parts.gate:
            a, b = a * self.gate_still(a, seen), b * self.gate_moves(b, seen)
        hide = UNSEEN * (1 - seen)[:, None]
        a = self.between_still(F.relu(self.still(a)), hide)
        b = F.relu(F.linear(b, self.moves.weight * self.mine, self.moves.bias))
        b = b.view(-1, PER_SECOND, len(self.regions), self.parts.width) + self.place
        b = self.within(b).transpose(1, 2)
        return a, self.between(b, hide[:, None])
