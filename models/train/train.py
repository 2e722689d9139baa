"""Trains the expression network; started again, it goes on from its last checkpoint, drawing the same faces in the same order.

    python3 models/train/train.py [--data FOLDER] [--cache FOLDER] [--run NAME of a recipe in plan.py]

Two processes of one thread take half of every batch each and share their gradients: threads would wait for each other at
every layer, which on a machine that others use costs more than it gives.
"""

import os

# Two threads that spin while they wait for each other take the machine from everyone else; set before torch is loaded.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import argparse
import json
import multiprocessing
import signal
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import distributed as dist
from torch.nn import functional as F

import plan
from network.backbone import load_faceres
from faces.data import DEFAULT_FOLDER, EXPRESSIONS, SIDE, load, strict_majority
from network.factor import factor
from faces.folds import natural, posed_like_pictures
from figures.metrics import summarise
from network.model import ExpressionNet
from figures.predict import predict
from network.teacher import Teacher, half_precision
from faces.training_set import TrainingSet

DEFAULT_CACHE = Path(__file__).resolve().parents[2] / ".cache" / "train"
# As a shell reports a process that SIGTERM ended: run.sh must not go on to the export.
INTERRUPTED = 143
SECONDS_BETWEEN_CHECKPOINTS = 120
# Median of the absolute value of a standard normal variable.
NORMAL_MEDIAN = 0.6745
# Each has 36 positions in the layers that are split.
FACES_TO_FACTOR = 768


def cross_entropy(logits, target, known=None):
    """Mean over faces of the cross-entropy against a distribution; faces that are not `known` count as 0."""
    each = -(target * F.log_softmax(logits, 1)).sum(1)
    return each.mean() if known is None else (each * known).mean()


def loss_of(net, pictures, labels, challenge, posed, teacher=None):
    """Cross-entropy against the votes, plus a smaller one against the challenge's own label where it is known.

    A teacher's answers to the same pictures, but for those that are posed, are mixed into both targets.
    """
    with half_precision():
        votes_logits, challenge_logits, _ = net(pictures)
    known = challenge >= 0
    smooth = plan.CHALLENGE_SMOOTHING
    own = F.one_hot(challenge.clamp(min=0), len(EXPRESSIONS)) * (1 - smooth) + smooth / len(EXPRESSIONS)
    if teacher:
        votes_said, challenge_said = teacher(pictures)
        share = torch.where(posed, 0.0, plan.TEACHER_SHARE)[:, None]
        labels = torch.lerp(labels, votes_said, share)
        own = torch.where(known[:, None], torch.lerp(own, challenge_said, share), challenge_said)
        known |= ~posed
    return cross_entropy(votes_logits.float(), labels) + plan.CHALLENGE_LOSS * cross_entropy(challenge_logits.float(), own, known.float())


def typical_weight(name, values):
    """What a tensor's steps are measured by. See: plan.RECIPES."""
    if not name.startswith("backbone"):
        return plan.NEW_LAYER_WEIGHT
    return max(plan.LEAST_TYPICAL_WEIGHT, float(values.detach().abs().median()) / NORMAL_MEDIAN)


def make_optimizer(net):
    """One group per tensor; `factor` times the plan's rate is its learning rate."""
    groups = [
        {"params": [values], "weight_decay": plan.WEIGHT_DECAY if values.dim() > 1 else 0.0, "factor": typical_weight(name, values)}
        for name, values in net.named_parameters()
    ]
    return torch.optim.AdamW(groups, lr=1e-3, betas=(0.9, 0.99))


@torch.no_grad()
def follow(ema, net, step):
    decay = min(plan.EMA_DECAY, (1 + step) / (10 + step))
    for slow, fast in zip(ema.parameters(), net.parameters()):
        slow.lerp_(fast, 1 - decay)


def seed_of(step, rank):
    return plan.SEED * 1_000_003 + step + 500_009 * rank


class Peers:
    """The processes that train one network together; a wish of the first to stop reaches all with the next gradients."""

    def __init__(self, rank, workers, folder):
        self.rank, self.workers = rank, workers
        self.wish = self.stop = False
        os.environ.setdefault("GLOO_SOCKET_IFNAME", "lo")
        dist.init_process_group("gloo", init_method=f"file://{(folder / 'rendezvous').resolve()}", rank=rank, world_size=workers)

    def share_gradients(self, net):
        gradients = [values.grad for values in net.parameters() if values.grad is not None]
        flat = torch.cat([gradient.reshape(-1) for gradient in gradients] + [torch.tensor([float(self.wish)])])
        dist.all_reduce(flat)
        self.stop = bool(flat[-1])
        for gradient, mean in zip(gradients, (flat[:-1] / self.workers).split([gradient.numel() for gradient in gradients])):
            gradient.copy_(mean.view(gradient.shape))


class Run:
    """Network, moving average, optimiser and step: everything a checkpoint holds."""

    def __init__(self, name, cache, folder=None):
        self.folder, self.recipe = folder or cache / name, plan.RECIPES[name]
        torch.manual_seed(plan.SEED)
        self.net, self.ema = (ExpressionNet(self.recipe.ranks) for _ in range(2))
        self.teacher = self.recipe.teacher and Teacher(self.recipe.teacher, cache)
        if not self.teacher:
            load_faceres(self.net.backbone, cache / "package" / "models")
        for net in (self.net, self.ema):
            net.to(memory_format=torch.channels_last)
        self.follow_at_once()
        self.optimizer = make_optimizer(self.net)
        self.step = 0

    def follow_at_once(self):
        self.ema.load_state_dict(self.net.state_dict())

    def start_from_teacher(self, pictures):
        """The teacher's weights; these pictures (uint8, N x 48 x 48) say which directions of a split layer count."""
        faces = pictures[:, None].float() / 255
        kept = factor(self.teacher.net, self.net, faces)
        self.optimizer = make_optimizer(self.net)
        self.follow_at_once()
        return kept

    @property
    def path(self):
        return self.folder / "checkpoint.pt"

    def restore(self):
        if self.path.exists():
            state = torch.load(self.path)
            for name in ("net", "ema", "optimizer"):
                getattr(self, name).load_state_dict(state[name])
            self.step = state["step"]

    def save(self):
        self.folder.mkdir(parents=True, exist_ok=True)
        state = {name: getattr(self, name).state_dict() for name in ("net", "ema", "optimizer")}
        torch.save({**state, "step": self.step}, self.path.with_suffix(".part"))
        os.replace(self.path.with_suffix(".part"), self.path)

    def advance(self, pictures, labels, challenge, posed, peers=None):
        """One step; its loss."""
        for group in self.optimizer.param_groups:
            group["lr"] = plan.rate_at(self.step, self.recipe.phases) * group["factor"]
        torch.manual_seed(seed_of(self.step, peers.rank if peers else 0))
        self.net.train()
        loss = loss_of(self.net, pictures, labels, challenge, posed, self.teacher)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        if peers:
            peers.share_gradients(self.net)
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
        self.optimizer.step()
        follow(self.ema, self.net, self.step)
        self.step += 1
        return loss.item()

    def log(self, row):
        with open(self.folder / "log.jsonl", "a") as file:
            file.write(json.dumps({"step": self.step, "epoch": self.step / plan.STEPS_PER_EPOCH, **row}) + "\n")


def check(run, train, size):
    """Figures of the moving average on both folds, before any choice of prior or temperature."""
    row = {}
    found = train.subset(natural(train))
    sets = [("natural", found.pixels, strict_majority(found.votes)), ("posedLike", *posed_like_pictures(train))]
    for name, faces, truth in sets:
        faces, truth = faces[truth >= 0], truth[truth >= 0]
        with half_precision():
            votes, challenge, _ = predict(run.ema, faces, size)
        figures = summarise(votes, truth)
        both = summarise(votes + 0.5 * challenge, truth)
        row[name] = {key: round(figures[key], 4) for key in ("accuracy", "unweightedRecall", "macroF1", "ece")}
        row[name]["recalls"] = [round(entry["recall"], 2) for entry in figures["perClass"].values()]
        row[name]["withChallenge"] = [round(both[key], 4) for key in ("accuracy", "unweightedRecall", "macroF1")]
    run.log(row)
    print(json.dumps(row), flush=True)


def train_until_done(run, training, peers, report):
    """Whether the plan is done; False when a signal ended it early."""
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, lambda *_: setattr(peers, "wish", True))
    first = peers.rank == 0
    saved, losses, started, order = time.monotonic(), [], time.monotonic(), {}
    while (now := plan.phase_at(run.step, run.recipe.phases)) and not peers.stop:
        epoch, within = divmod(run.step, plan.STEPS_PER_EPOCH)
        if epoch not in order:
            order = {epoch: training.epoch_order(epoch)}
        rng = torch.Generator().manual_seed(seed_of(run.step, peers.rank))
        index = order[epoch][within * plan.BATCH : (within + 1) * plan.BATCH][peers.rank :: peers.workers]
        losses.append(run.advance(*training.batch(index, now[0], rng), peers))
        if len(losses) == 50:
            pace = 1000 * (time.monotonic() - started) / (50 * plan.BATCH)
            if first:
                run.log({"loss": round(float(np.mean(losses)), 4), "msPerFace": round(pace, 1)})
            losses, started = [], time.monotonic()
        ended = run.step % plan.STEPS_PER_EPOCH == 0
        if first and (ended or time.monotonic() - saved > SECONDS_BETWEEN_CHECKPOINTS):
            run.save()
            saved = time.monotonic()
        if first and ended:
            report(now[0].size)
            started = time.monotonic()
    if first:
        run.save()
    return plan.phase_at(run.step, run.recipe.phases) is None


def work(rank, options):
    """One of the processes; whether the plan is done."""
    torch.set_num_threads(1)
    run = Run(options.run, options.cache)
    peers = Peers(rank, options.workers, run.folder)
    run.restore()
    train, valid = load("train", options.data), load("valid", options.data)
    training = TrainingSet(train, valid, options.cache)
    if run.teacher and run.step == 0:
        kept = run.start_from_teacher(training.pixels[:FACES_TO_FACTOR])
        if rank == 0:
            run.log({"varianceKept": kept})
    if rank == 0:
        run.log({"faces": len(training.labels), "trusted": int(training.trusted.sum()), "side": SIDE})
    return train_until_done(run, training, peers, lambda size: check(run, train, size))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--run", default="main", choices=plan.RECIPES, help="also the name of its folder in the cache")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    folder = options.cache / options.run
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "rendezvous").unlink(missing_ok=True)
    others = [multiprocessing.get_context("spawn").Process(target=work, args=(rank, options)) for rank in range(1, options.workers)]
    for other in others:
        other.start()
    done = work(0, options)
    for other in others:
        other.join()
    if not done:
        sys.exit(INTERRUPTED)


if __name__ == "__main__":
    main()
