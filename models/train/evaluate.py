"""Figures of a run: as trained, and as it would be shipped (prior and temperature chosen by choose.py).

    python3 models/train/evaluate.py [--run NAME] [--json OUT]
"""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import argparse
import json
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
import torch

import plan
from faces.alignment import load_theta
from figures.arousal import cross_validated
from figures.choose import reading_of, trades
from faces.data import DEFAULT_FOLDER, EXPRESSIONS, load, soft_labels, strict_majority
from faces.folds import CLEAR, LOOKS, PER_EXPRESSION, acted, acted_pictures, natural, posed_like, posed_like_pictures
from figures.metrics import softmax, summarise
from network.model import ExpressionNet
from network.onnx_graph import ships_halved
from faces.posing import load_points
from figures.predict import predict
from train import DEFAULT_CACHE
from figures.valence import facial_valence, valence_of


def open_net(run, cache, half=True):
    """What became of a run: its moving average. `half` rounds what ships as float16, so that all figures are
    those of what ships."""
    recipe = plan.RECIPES[run]
    weights = torch.load(cache / run / "checkpoint.pt", map_location="cpu")["ema"]
    net = ExpressionNet(recipe.ranks)
    net.load_state_dict(weights)
    if half:
        for values in net.parameters():
            if ships_halved(values):
                values.data = values.data.half().float()
    return net.to(memory_format=torch.channels_last).eval()


def read_ratings(folder):
    """Row of `valid` by name, rated valence and rated arousal (-2..2) of the faces that have them."""
    names = [line.split(",")[0] for line in (Path(folder) / "valid.votes.csv").read_text().splitlines()[1:]]
    rows = [line.split(",") for line in (Path(folder) / "valid.valence-arousal.csv").read_text().splitlines()[1:]]
    index = {name: at for at, name in enumerate(names)}
    return np.array([index[row[0]] for row in rows]), *np.array([[float(x) for x in row[1:3]] for row in rows]).T


def pearson(x, y):
    """Correlation and its 95 % interval (Fisher z)."""
    r = float(np.corrcoef(x, y)[0, 1])
    half = 1.959964 / np.sqrt(len(x) - 3)
    return {"r": r, "ci95": [float(np.tanh(np.arctanh(r) - half)), float(np.tanh(np.arctanh(r) + half))], "n": len(x)}


def challenge_agreement(logits, faces):
    """How often the challenge's own label is the strongest of its six expressions (neutral and contempt ruled out), over
    faces where two raters saw it too: quiet anger, disgust and fear, which the crowd mostly called neutral."""
    six = [k for k, name in enumerate(EXPRESSIONS) if name not in ("neutral", "contempt")]
    label = faces.challenge
    kept = np.flatnonzero(np.isin(label, six) & (faces.votes[np.arange(len(label)), label] >= 2))
    said = np.array(six)[logits[kept][:, six].argmax(1)]
    recalls = {EXPRESSIONS[k]: float((said[label[kept] == k] == k).mean()) for k in six}
    return {"n": len(kept), "unweightedRecall": float(np.mean(list(recalls.values()))), "recall": recalls}


def frequencies_of(train):
    labels, usable = soft_labels(train)
    return labels[usable].mean(0)


class Fold:
    """Logits of the votes' reading with the truth, for one set of pictures; faces without a strict majority have label -1. `sources`
    says which face each picture shows, where several show the same."""

    def __init__(self, net, pixels, labels, size, theta=None, sources=None):
        self.votes, _, self.embedding = predict(net, pixels, size, theta)
        self.labels, self.sources = labels, sources

    def kept(self):
        keep = self.labels >= 0
        return self.votes[keep], self.labels[keep]

    def figures(self, reading, rows=slice(None)):
        """Of the reading's calibrated logits, over some of the kept faces."""
        votes, labels = self.kept()
        sources = None if self.sources is None else self.sources[self.labels >= 0][rows]
        return summarise(reading.logits(votes)[rows] / reading.temperature, labels[rows], sources)


def load_folds(net, train, valid, size, cache):
    """Logits of every set of faces that figures are made of. "Aligned" is as the app shows a face whose mesh is trusted."""
    index = natural(train)
    found = train.subset(index)
    theta, trusted = load_theta("train", cache)
    points = load_points("train", cache)
    labels = strict_majority(valid.votes)
    models = acted(train, points, trusted)
    return {
        "natural": Fold(net, found.pixels, strict_majority(found.votes), size, theta[index]),
        "posedLike": Fold(net, *posed_like_pictures(train), size, sources=posed_like(train).ravel().repeat(LOOKS)),
        "acted": Fold(net, *acted_pictures(train, points, theta, models, size), size, sources=np.tile(models, len(EXPRESSIONS))),
        "valid": Fold(net, valid.pixels, labels, size),
        "validAligned": Fold(net, valid.pixels, labels, size, load_theta("valid", cache)[0]),
    }


def posed_parts(posed, reading):
    """Figures of the clear faces, of the quiet ones, and of all but the neutral ones."""
    place = np.tile(np.arange(PER_EXPRESSION).repeat(LOOKS), len(EXPRESSIONS))
    parts = {"clear": place < CLEAR, "quiet": place >= CLEAR, "withoutNeutralFaces": posed.labels != EXPRESSIONS.index("neutral")}
    return {name: posed.figures(reading, rows) for name, rows in parts.items()}


def assess(net, train, valid, size, cache, folder):
    """The chosen reading, the reading of valence and all figures."""
    folds = load_folds(net, train, valid, size, cache)
    frequencies = frequencies_of(train)
    reading = reading_of(frequencies).calibrated(*folds["validAligned"].kept())
    figures = {name: fold.figures(reading) for name, fold in folds.items()}
    plain = reading_of(frequencies, 0.0, 0.0)
    figures["reading"] = asdict(reading)
    figures["validAsTrained"] = folds["valid"].figures(plain)
    figures["eceUncalibrated"] = folds["validAligned"].figures(replace(reading, temperature=1.0))["ece"]
    figures["posedParts"] = posed_parts(folds["posedLike"], reading)
    figures["trades"] = trades({name: folds[name].kept() for name in ("validAligned", "natural", "posedLike", "acted")}, frequencies)
    aligned = folds["validAligned"]
    everything = reading.logits(aligned.votes) / reading.temperature
    figures["challengeAgreement"] = challenge_agreement(everything, valid)
    index, rated, aroused = read_ratings(folder)
    valence = valence_of(net, train, valid, size, cache)
    figures["valence"] = pearson(valence.of(aligned.embedding[index]), rated)
    shown = softmax(everything[index])
    figures["valenceOfProbabilities"] = pearson(facial_valence(shown), rated)
    figures["arousal"] = pearson(cross_validated(shown, aroused), aroused)
    return reading, valence, figures


def brief(figures):
    keys = ("accuracy", "unweightedRecall", "macroF1", "ece")
    lines = [f"reading {figures['reading']}"]
    parts = {f"posedLike, {name}": part for name, part in figures["posedParts"].items()}
    for name, part in {**figures, **parts}.items():
        if isinstance(part, dict) and "perClass" in part:
            lines.append(f"{name} (n {part['n']})  " + "  ".join(f"{key} {part[key]:.4f}" for key in keys))
            lines.append("    " + "  ".join(f"{label} {entry['recall']:.2f}" for label, entry in part["perClass"].items()))
    lines.append(f"ece before the temperature {figures['eceUncalibrated']:.4f}")
    lines.append(f"challenge agreement {figures['challengeAgreement']}")
    lines.append(f"valence {figures['valence']}, of the probabilities {figures['valenceOfProbabilities']}, arousal {figures['arousal']}")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--run", default=plan.SHIPPED)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    torch.set_num_threads(2)
    net = open_net(options.run, options.cache)
    *_, figures = assess(net, load("train", options.data), load("valid", options.data), plan.RECIPES[options.run].size, options.cache, options.data)
    print(brief(figures))
    if options.json:
        options.json.write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
