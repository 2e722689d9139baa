"""Trains the memory head, or one of its ablations, on generated sequences.

    python3 models/train/memory/train.py [--variant NAME] [--cache CACHE]

Stopped at any time, the same command goes on from a checkpoint at most a minute old and draws the same batches as if it had not stopped.
"""

import argparse
import pickle
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

sys.path.append(str(Path(__file__).resolve().parents[1]))

from memory.network import Head, parameters_of
from memory.parts import Parts
from sequences.pictures import DEFAULT_CACHE
from sequences.sets import generated, moves_of

WHOLE = Parts()
# Each leaves one thing out, or puts another kind of memory in its place.
VARIANTS = {
    "head": WHOLE,
    "mean pooling": replace(WHOLE, memory="mean"),
    "last second": replace(WHOLE, memory="last"),
    "still stream alone": replace(WHOLE, moves=False),
    "moving stream alone": replace(WHOLE, still=False),
    "no memory": replace(WHOLE, memory="none"),
    "no channel gate": replace(WHOLE, gate=False),
    "no attention over positions": replace(WHOLE, positions=False),
    "GRU": replace(WHOLE, memory="gru"),
    "1-D convolution": replace(WHOLE, memory="convolution"),
}
SEQUENCES, SECONDS, SEED = 1600, 12, 20261201
STEPS, BATCH = 400, 32
RATE, DECAY = 3e-3, 1e-4
CHECKPOINT_SECONDS = 60
# A second that shows something counts for more than one that does not: most are quiet.
EXPRESSIVE = 3.0
VALENCE, TREND = 1.0, 1.0
# Quiet seconds of half of the sequences stand for as many as this, so that minutes are learned from in the time of seconds. A second
# is quiet from this share of neutral on.
LONGEST, LENGTHENED, QUIET = 15, 0.5, 0.95


def training_set(cache):
    path = cache / f"train-{SEQUENCES}x{SECONDS}.pickle"
    if not path.exists():
        made = generated(cache, "train", SEQUENCES, SECONDS, SEED)
        path.with_suffix(".part").write_bytes(pickle.dumps(made))
        path.with_suffix(".part").rename(path)
    return pickle.loads(path.read_bytes())


def batch_of(some, index):
    tensor = lambda values: torch.from_numpy(values[index].astype(np.float32))
    return tuple(tensor(getattr(some, name)) for name in ("still", "moves", "seen", "truth", "whole", "valence", "trend"))


def lengthened(truth, rng):
    """How many seconds each stands for (B x S)."""
    n = len(truth)
    lasts = np.where(rng.random(n) < LENGTHENED, rng.uniform(1, LONGEST, n), 1.0)[:, None]
    return torch.where(truth[:, :, 0] >= QUIET, torch.from_numpy(lasts).float(), torch.ones(1))


def trend_with(truth, lasts):
    """`trend_of` by second (B), where some seconds stand for many."""
    shown = truth.clone()
    shown[:, :, 0] = 0
    value = shown[:, :, 1] - shown[:, :, 3:7].max(2).values
    end = lasts.cumsum(1)
    place = (2 * end - lasts) / end[:, -1:] - 1
    total = value.abs().sum(1)
    trend = (2 * (value * place).sum(1) / total.clamp(min=1e-6)).clamp(-1, 1)
    return torch.where(total > 0.25, trend, torch.zeros(1))


def loss_of(head, batch, rng):
    still, moves, seen, truth, whole, valence, trend = batch
    lasts = None
    if head.parts.memory == "slots":
        lasts = lengthened(truth, rng)
        trend = trend_with(truth, lasts)
    seconds, recall, said_valence, said_trend = head(still, moves, seen, lasts)
    loss = cross_entropy(recall, whole).mean()
    loss = loss + VALENCE * F.mse_loss(said_valence, valence) + TREND * F.mse_loss(said_trend, trend)
    if seconds.shape[1] == truth.shape[1]:
        weight = (seen.sum(2) > 0) * (1 + (EXPRESSIVE - 1) * (1 - truth[:, :, 0]))
        loss = loss + (cross_entropy(seconds, truth) * weight).sum() / weight.sum()
    return loss


def cross_entropy(logits, shares):
    return -(shares * F.log_softmax(logits, -1)).sum(-1)


def model_path(cache, variant):
    return cache / f"{variant.replace(' ', '-').lower()}.pt"


def train(variant, cache, steps=STEPS):
    torch.set_num_threads(1)
    done = model_path(cache, variant)
    if done.exists():
        return
    some = training_set(cache)
    torch.manual_seed(SEED)
    head = Head(moves_of(cache), VARIANTS[variant])
    optimiser = torch.optim.AdamW(head.parameters(), RATE, weight_decay=DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, steps, pct_start=0.1)
    checkpoint, first = done.with_suffix(".checkpoint"), 0
    if checkpoint.exists():
        kept = torch.load(checkpoint)
        head.load_state_dict(kept["head"]), optimiser.load_state_dict(kept["optimiser"]), schedule.load_state_dict(kept["schedule"])
        first = kept["step"]
    print(f"{variant}: {parameters_of(head)} parameters, from step {first}", flush=True)
    saved, losses = time.monotonic(), []
    for step in range(first, steps):
        rng = np.random.default_rng((SEED, step))
        batch = batch_of(some, rng.choice(len(some), BATCH, replace=False))
        loss = loss_of(head, batch, rng)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(head.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        losses.append(float(loss))
        if (step + 1) % 50 == 0:
            print(f"{step + 1}: {np.mean(losses[-50:]):.3f}", flush=True)
        if time.monotonic() - saved > CHECKPOINT_SECONDS:
            state = {"head": head.state_dict(), "optimiser": optimiser.state_dict(), "schedule": schedule.state_dict(), "step": step + 1}
            torch.save(state, checkpoint.with_suffix(".part"))
            checkpoint.with_suffix(".part").rename(checkpoint)
            saved = time.monotonic()
    torch.save(head.state_dict(), done)
    checkpoint.unlink(missing_ok=True)


def load_head(variant, cache):
    head = Head(moves_of(cache), VARIANTS[variant])
    head.load_state_dict(torch.load(model_path(cache, variant)))
    return head.eval()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--variant", choices=VARIANTS, default="head")
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    options = parser.parse_args()
    train(options.variant, options.cache)


if __name__ == "__main__":
    main()
