"""From a run to the file the app would ship, with its figures and a sample of its outputs.

    python3 models/train/export.py [--run NAME] [--out PATH.onnx]

Writes PATH.onnx, PATH.json (the entry for models.json and all figures) and PATH.golden.json (what PyTorch, nothing rounded, says of
200 drawn and 200 real faces, which test/models/golden.test.ts compares).
"""

import os

os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import argparse
import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.append(str(Path(__file__).resolve().parents[1] / "evaluate"))

import plan
from faces.data import DEFAULT_FOLDER, EXPRESSIONS, load
from evaluate import assess, brief, open_net
from golden_faces import GOLDEN_FACES, write_golden
from figures.metrics import softmax
from network.model import MIN_DEVIATION
from network.onnx_graph import build, count_macs
from figures.predict import predict
from train import DEFAULT_CACHE

# Weights of red, green and blue in grey: ITU-R BT.601.
LUMA = [0.299, 0.587, 0.114]
MESH_POINTS = {"rightEye": [33, 133], "leftEye": [362, 263], "mouth": [61, 291]}


def single_reading(net, reading):
    """Weight (8 x E) and bias (8) of votes + offset."""
    with torch.no_grad():
        bias = net.votes.bias + torch.tensor(reading.offset, dtype=torch.float32)
        return net.votes.weight.numpy(), bias.numpy()


def manifest_entry(data, net, reading, size, cache):
    """What models.json says of the model; same form as the entries of models/convert."""
    template = json.loads((cache / "template.json").read_text())
    return {
        "id": "reverie-expression",
        "version": "1.7.0",
        "file": "expression/model.onnx",
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "weights": "fp16",
        "input": {"name": "face", "shape": [1, 1, size, size], "layout": "NCHW", "color": "grey", "luma": LUMA, "mean": [0, 0, 0], "std": [1, 1, 1]},
        "labels": list(EXPRESSIONS),
        "temperature": round(reading.temperature, 4),
        "template": [
            {"landmarks": MESH_POINTS[name], "x": x, "y": y} for name, (x, y) in zip(template["names"], template["places"])
        ],
        "outputs": [
            {"name": "logits", "shape": [1, len(EXPRESSIONS)], "activation": "logit"},
            {"name": "embedding", "shape": [1, net.embed.out_features]},
            {"name": "valence", "shape": [1, 1]},
        ],
        "licence": "MIT; started from weights trained on VGGFace2 (upstream licence not verified; that data set is CC BY-SA 4.0)",
        "source": "models/train",
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--run", default=plan.SHIPPED)
    parser.add_argument("--out", type=Path, default=DEFAULT_CACHE / "candidate.onnx")
    options = parser.parse_args()
    torch.set_num_threads(2)
    train, valid = load("train", options.data), load("valid", options.data)
    net, size = open_net(options.run, options.cache), plan.RECIPES[options.run].size
    reading, valence, figures = assess(net, train, valid, size, options.cache, options.data)
    data = build(net, *single_reading(net, reading), valence, size, MIN_DEVIATION)
    manifest = manifest_entry(data, net, reading, size, options.cache)

    whole = open_net(options.run, options.cache, half=False)

    def answers_of(faces, some_net=whole):
        votes, _, embedding = predict(some_net, faces, size)
        return softmax(reading.logits(votes) / manifest["temperature"]), valence.of(embedding)

    some = valid.pixels[:GOLDEN_FACES]
    rounding = float(np.abs(answers_of(some)[0] - answers_of(some, net)[0]).max())
    parameters = sum(p.numel() for name, p in net.named_parameters() if not name.startswith("challenge")) + valence.weight.size + 1
    facts = {
        "parameters": parameters,
        "macs": count_macs(net, size),
        "largestChangeByRounding": rounding,
        "manifest": manifest,
    }
    options.out.write_bytes(data)
    options.out.with_suffix(".json").write_text(json.dumps({**facts, "figures": figures}, indent=1))
    write_golden(options.out.with_suffix(".golden.json"), data, answers_of, valid.pixels)
    print(brief(figures))
    print(f"{options.out}: {len(data)} bytes, {parameters} parameters, {facts['macs'] / 1e6:.1f} million multiply-accumulates")


if __name__ == "__main__":
    main()
