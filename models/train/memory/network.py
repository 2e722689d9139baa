"""The memory head: two streams of readings, a memory of slots for each, read by the other.

Inspired by TM-CSA (ICANN 2022, doi 10.1007/978-3-031-15934-3_25), whose sizes are not known to us: channel attention says which numbers of a
reading count, attention over positions which regions of the face at which moments, relations are looked for within a reading and between
readings, and what was seen long ago stays in a memory instead of fading in a hidden state. Ours is made for traces: a slot adds up what is
written to it, so that a second counts the same whether it was the first or the last.

One step is one second. The state is one row of numbers, so that a recall of any length takes the same room.
"""

import torch
from torch import nn
from torch.nn import functional as F

from memory.encoder import UNSEEN, Encoder
from memory.parts import EXPRESSIONS, FUSED, LEAST, Parts
from memory.slots import PRIOR, Slots
from sequences.draw import PER_SECOND, SHOWN_AFTER


class Head(nn.Module):
    """`forward` over whole sequences; `advance` and `recall` over one second, which is what ships."""

    # Of pools that know one second alone, how many it stands for: an expression's length, and a training sequence's.
    seconds_of = {"last": 3.0, "mean": 12.0}

    def __init__(self, moves, parts=Parts()):
        super().__init__()
        self.parts, width = parts, parts.width
        self.encoder = Encoder(moves, parts)
        self.ask_still, self.ask_moves = nn.Linear(2 * width, width), nn.Linear(2 * width, width)
        self.memory_still, self.memory_moves = Slots(parts), Slots(parts)
        self.second = nn.Sequential(nn.Linear(4 * width, width), nn.ReLU(), nn.Linear(width, EXPRESSIONS))
        self.worth = nn.Linear(2 * width, 1)
        self.kept = nn.Sequential(nn.Linear(width + 1, width), nn.ReLU())
        self.whole = nn.Sequential(nn.Linear(2 * width + 2, width), nn.ReLU(), nn.Linear(width, EXPRESSIONS))
        self.valence = nn.Linear(2 * width + 2, 1)
        self.trend = nn.Linear(2 * width, 1)
        # At first nothing is added to what the app fuses already.
        for last in (self.second[-1], self.whole[-1]):
            nn.init.zeros_(last.weight), nn.init.zeros_(last.bias)
        # How far what was counted second by second is believed, before the memories correct it.
        self.trust = nn.Parameter(torch.ones(1))
        if parts.memory == "gru":
            self.cell = nn.GRUCell(2 * width, width)
        if parts.memory == "convolution":
            first, second = nn.Conv1d(2 * width, width, 5, padding=2), nn.Conv1d(width, width, 3, padding=1)
            self.layers = nn.Sequential(first, nn.ReLU(), second, nn.ReLU())
        if parts.memory != "slots":
            narrow = parts.memory in ("gru", "convolution")
            self.pooled = nn.Linear(width if narrow else 2 * width, 2 * width + 2)

    def start(self, n):
        """Both memories, how many seconds there were, and how long each expression was shown (B x 8)."""
        zeros = lambda *shape: torch.zeros(n, *shape)
        one = lambda: (zeros(self.parts.slots), zeros(self.parts.slots, self.parts.width), zeros(self.parts.slots, self.parts.width))
        return one(), one(), zeros(1), zeros(EXPRESSIONS)

    def tokens(self, still, moves, seen):
        """Both streams' tokens, and the logarithms of the mean fused probabilities (B x 8), which every answer begins with."""
        both = self.parts.still and self.parts.moves
        if not both:
            still = torch.cat([still[:, :, :FUSED], torch.zeros_like(still[:, :, FUSED:])], 2)
        a, b = self.encoder(still, moves, seen)
        count = seen.sum(1, keepdim=True).clamp(min=1)
        # What is fused knows both streams: one alone begins with its own.
        known = still[:, :, FUSED:] if both else still[:, :, :EXPRESSIONS] * float(self.parts.still)
        fused = (torch.exp(known) * seen[:, :, None]).sum(1) / count
        return a * float(self.parts.still), b * float(self.parts.moves), torch.log(fused + LEAST)

    def summaries(self, a, b, seen, read_still, read_moves):
        """Each stream's second (B x W), and where it looked: B x 10 and B x R x 10, summing to 1."""
        count = seen.sum(1, keepdim=True).clamp(min=1)
        mean_a = (a * seen[:, :, None]).sum(1) / count
        mean_b = (b.mean(1) * seen[:, :, None]).sum(1) / count
        hide = UNSEEN * (1 - seen)
        flat = b.flatten(1, 2)
        over = hide.repeat(1, b.shape[1])
        score_a, score_b = hide, over
        if self.parts.positions:
            score_a = hide + self.look(a, self.ask_still(torch.cat([mean_b, read_moves], 1)))
            score_b = over + self.look(flat, self.ask_moves(torch.cat([mean_a, read_still], 1)))
        where_a, where_b = torch.softmax(score_a, 1), torch.softmax(score_b, 1)
        summary = lambda where, x: (where[:, None] @ x)[:, 0]
        return summary(where_a, a), summary(where_b, flat), where_a, where_b.view(-1, b.shape[1], PER_SECOND)

    def look(self, tokens, query):
        return (tokens @ query[:, :, None])[..., 0] / self.parts.width**0.5

    def advance(self, state, a, b, fused, seen, lasts=1.0):
        """One second: the new state, logits (B x 8), and where it looked. `lasts` (B x 1) lets it stand for as many like it."""
        kept_still, kept_moves, second, shown = state
        none = torch.zeros(len(seen), self.parts.width)
        has = self.parts.memory == "slots"
        mean_of = lambda x: x.mean(1)
        read_still = self.memory_still.read(kept_still, mean_of(b.mean(1))) if has else none
        read_moves = self.memory_moves.read(kept_moves, mean_of(a)) if has else none
        sum_a, sum_b, where_a, where_b = self.summaries(a, b, seen, read_still, read_moves)
        logits = fused + self.second(torch.cat([sum_a, sum_b, read_still, read_moves], 1))
        if has:
            said = torch.softmax(logits, 1)
            any_seen = (seen.sum(1, keepdim=True) > 0).float()
            worth = lasts * any_seen * torch.sigmoid(self.worth(torch.cat([sum_a, sum_b], 1)))
            shown = shown + worth * said
            kept_still = self.memory_still.write(kept_still, sum_a, read_moves, said, worth, second)
            kept_moves = self.memory_moves.write(kept_moves, sum_b, read_still, said, worth, second)
        return (kept_still, kept_moves, second + lasts, shown), logits, (sum_a, sum_b, where_a, where_b)

    def recall(self, state):
        """What the memories come to: logits (B x 8), valence and trend (B)."""
        kept_still, kept_moves, seconds, shown = state
        parts, trends = [], []
        for mass, sums, timed in (kept_still, kept_moves):
            total = mass.sum(1, keepdim=True)
            content = torch.cat([sums / (mass[:, :, None] + PRIOR), torch.log1p(mass)[:, :, None]], 2)
            share = mass / (total + PRIOR)
            parts += [(share[:, None] @ self.kept(content))[:, 0], torch.log1p(total)]
            later = 2 * (timed / seconds[:, :, None].clamp(min=1)) - sums
            trends.append(later.sum(1) / (total + PRIOR))
        found = torch.cat(parts, 1)
        return self.whole(found) + self.counted(shown), torch.tanh(self.valence(found))[:, 0], torch.tanh(self.trend(torch.cat(trends, 1)))[:, 0]

    def counted(self, shown):
        """Logits of the whole from how long each expression was shown (B x 8), in seconds."""
        lasted = shown[:, 1:].sum(1, keepdim=True)
        nothing = torch.exp(-lasted / SHOWN_AFTER)
        shares = torch.cat([nothing, (1 - nothing) * shown[:, 1:] / (lasted + LEAST)], 1)
        return self.trust * torch.log(shares + LEAST)

    def forward(self, still, moves, seen, lasts=None):
        """B x S x 10 x ... (`lasts` B x S) to logits by second (B x S x 8), and for the whole recall logits (B x 8), valence and trend (B)."""
        n, seconds = seen.shape[:2]
        if self.parts.memory == "mean":
            count = seen.sum((1, 2)).clamp(min=1)[:, None, None]
            mean = lambda x: ((x * seen[..., None]).sum((1, 2))[:, None] / count).repeat(1, PER_SECOND, 1)[:, None]
            still, moves, seen, seconds = mean(still), mean(moves), torch.ones(n, 1, PER_SECOND), 1
        flat = lambda x: x.flatten(0, 1)
        a, b, fused = self.tokens(flat(still), flat(moves), flat(seen))
        by_second = lambda x: x.view(n, seconds, *x.shape[1:]).unbind(1)
        state, logits, summaries = self.start(n), [], []
        lasts = torch.ones(n, seconds) if lasts is None else lasts
        for second in zip(by_second(a), by_second(b), by_second(fused), seen.unbind(1), lasts[:, :, None].unbind(1)):
            state, said, (sum_a, sum_b, *_) = self.advance(state, *second)
            logits.append(said)
            summaries.append(torch.cat([sum_a, sum_b], 1))
        logits, summaries = torch.stack(logits, 1), torch.stack(summaries, 1)
        if self.parts.memory == "slots":
            return logits, *self.recall(state)
        return logits, *self.pool(logits, summaries, seen)

    def pool(self, logits, summaries, seen):
        """The whole recall without slots."""
        memory = self.parts.memory
        if memory == "none":
            there = (seen.sum(2) > 0).float()[:, :, None]
            mean = (torch.softmax(logits, 2) * there).sum(1) / there.sum(1).clamp(min=1)
            value = mean[:, 1] - mean[:, 3:7].max(1).values
            return self.counted(seen.shape[1] * mean), value, torch.zeros_like(value)
        if memory == "gru":
            hidden = torch.zeros(len(seen), self.parts.width)
            for summary in summaries.unbind(1):
                hidden = self.cell(summary, hidden)
            summary = hidden
        elif memory == "convolution":
            summary = self.layers(summaries.transpose(1, 2)).mean(2)
        else:
            summary = summaries[:, -1]
        found = F.relu(self.pooled(summary))
        shown = torch.softmax(logits, 2) * (seen.sum(2) > 0).float()[:, :, None]
        # The last second stands for all of it; so does the one second of means.
        shown = logits.new_tensor(self.seconds_of[memory]) * shown[:, -1] if memory in self.seconds_of else shown.sum(1)
        return self.whole(found) + self.counted(shown), torch.tanh(self.valence(found))[:, 0], torch.tanh(self.trend(found[:, :-2]))[:, 0]


def parameters_of(head):
    return sum(one.numel() for one in head.parameters())
