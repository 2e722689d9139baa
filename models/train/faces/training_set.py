"""Faces to train on: which are kept, how often each is drawn, and as what it is shown."""

import numpy as np
import torch
from torch.nn import functional as F

import plan
from faces.alignment import load_theta
from faces.augment import augment
from faces.data import EXPRESSIONS, repeats_of, soft_labels
from faces.folds import natural, posed_like
from faces.posing import Posing, can_be_posed, load_points

NEUTRAL, CONTEMPT = EXPRESSIONS.index("neutral"), EXPRESSIONS.index("contempt")
IDENTITY = np.array([[1, 0, 0], [0, 1, 0]], dtype=np.float32)


class TrainingSet:
    """Faces to train on, with targets, sampling weights and alignment."""

    def __init__(self, train, valid, cache):
        labels, usable = soft_labels(train)
        held_out = np.concatenate([posed_like(train).ravel(), natural(train)])
        usable[held_out] = False
        usable &= ~repeats_of(train.pixels, np.concatenate([valid.pixels, train.pixels[held_out]]))
        kept = np.flatnonzero(usable)
        self.pixels = torch.from_numpy(train.pixels[kept])
        self.labels = torch.from_numpy(labels[kept])
        self.challenge = torch.from_numpy(train.challenge[kept])
        self.weights = sampling_weights(labels[kept], train.challenge[kept])
        theta, trusted = load_theta("train", cache) or (np.tile(IDENTITY, (len(train), 1, 1)), np.zeros(len(train), bool))
        self.theta, self.trusted = torch.from_numpy(theta[kept]), torch.from_numpy(trusted[kept])
        self.points = load_points("train", cache)[kept]
        self.models = torch.from_numpy(np.flatnonzero(trusted[kept] & can_be_posed(self.points, train.votes[kept])))
        self.posing = Posing()

    def epoch_order(self, epoch):
        rng = torch.Generator().manual_seed(plan.SEED * 1000 + epoch)
        return torch.multinomial(self.weights, plan.SAMPLES_PER_EPOCH, replacement=True, generator=rng)

    def batch(self, index, phase, rng):
        """Pictures, distributions of votes, challenge labels (-1 unknown) of these faces and which of them are posed: the first ones
        give way to such."""
        posed = round(len(index) * phase.posed)
        models = self.models[torch.randint(len(self.models), (posed,), generator=rng)]
        index = torch.cat([models, index[posed:]])
        aligned = self.trusted[index] & (torch.rand(len(index), generator=rng) < phase.aligned)
        theta = torch.where(aligned[:, None, None], self.theta[index], torch.from_numpy(IDENTITY))
        labels, challenge = self.labels[index], self.challenge[index]
        labels[:posed], challenge[:posed], pose = self.pose(models, rng)
        return augment(self.pixels[index], theta, phase.size, rng, phase.strength, pose), labels, challenge, torch.arange(len(index)) < posed

    def pose(self, models, rng):
        """Poses of these neutral faces, with targets for both readings. Neutral, twice as often as others, keeps its own votes."""
        shown = torch.randint(-1, len(EXPRESSIONS), (len(models),), generator=rng).clamp(min=NEUTRAL)
        sure = F.one_hot(shown, len(EXPRESSIONS)) * plan.POSED_SURE
        targets = torch.where((shown == NEUTRAL)[:, None], self.labels[models], sure + (1 - plan.POSED_SURE) * self.labels[models])
        # The challenge has no contempt.
        known = torch.where(shown == CONTEMPT, -1, shown)
        return targets, known, self.posing(self.points[models], shown, rng)


def sampling_weights(labels, challenge):
    """How often each face is drawn (N, not normalised). See: plan.BALANCE."""
    mixed = mixed_labels(labels, challenge, plan.CHALLENGE_SHARE_OF_BALANCE)
    return torch.from_numpy((mixed * mixed.mean(0) ** -plan.BALANCE).sum(1))


def mixed_labels(labels, challenge, share):
    """Distributions (N x 8) of which this share is the challenge's own label, where it is known."""
    known = (challenge >= 0)[:, None]
    other = np.where(known, np.eye(len(EXPRESSIONS), dtype=np.float32)[challenge], labels)
    return (1 - share) * labels + share * other
