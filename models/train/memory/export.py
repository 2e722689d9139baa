"""From a trained head to the file, with what PyTorch says of a few recalls beside it.

    python3 models/train/memory/export.py [--cache CACHE] [--out FOLDER]

Writes FOLDER/model.onnx, which runs one second, FOLDER/model.json (names, shapes, hash), and FOLDER/golden.json: faces, the
recalls made of them, and the answers of the whole network, which the tests compare with the file's second by second.
"""

import argparse
import hashlib
import io
import json
import sys
import warnings
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import nn

sys.path.append(str(Path(__file__).resolve().parents[1]))

from faces.data import EXPRESSIONS
from memory.encoder import REGIONS
from memory.network import parameters_of
from memory.parts import STILL
from memory.train import load_head
from sequences.draw import PER_SECOND, placed
from sequences.pictures import DEFAULT_CACHE
from sequences.sets import HAPPINESS, SADNESS, moves_of, with_fused
from sequences.sources import people_of

OPSET, IR_VERSION = 17, 8
VERSION = "1.0.0"
GOLDEN_PEOPLE = 10
# Seconds of a golden recall, when its two bouts are shown, and for how long.
GOLDEN_SECONDS, GOLDEN_STARTS, GOLDEN_HELD = 12, (1.0, 7.0), 3.0
OUTPUTS = ("second", "whole", "told", "looked", "state_after")


class Step(nn.Module):
    """One second with its state as a row of numbers, and probabilities instead of logits."""

    def __init__(self, head, temperature):
        super().__init__()
        self.head, self.temperature = head, temperature
        self.shapes = [tuple(part.shape[1:]) for memory in head.start(1)[:2] for part in memory] + [(1,), (len(EXPRESSIONS),)]
        self.length = sum(int(np.prod(shape)) for shape in self.shapes)

    def unpacked(self, row):
        parts, at = [], 0
        for shape in self.shapes:
            size = int(np.prod(shape))
            parts.append(row[:, at : at + size].reshape(1, *shape))
            at += size
        return tuple(parts[:3]), tuple(parts[3:6]), *parts[6:]

    def forward(self, still, moves, seen, state):
        after, logits, (_, _, _, looked) = self.head.advance(self.unpacked(state), *self.head.tokens(still, moves, seen), seen)
        whole, valence, trend = self.head.recall(after)
        row = torch.cat([part.flatten(1) for memory in after[:2] for part in memory] + [*after[2:]], 1)
        shares = lambda values, kind: torch.softmax(values / self.temperature[kind], 1)
        return shares(logits, "second"), shares(whole, "whole"), torch.stack([valence, trend], 1), looked, row


def onnx_of(step, moves):
    """The file's bytes; the same network always gives the same."""
    inputs = (torch.zeros(1, PER_SECOND, STILL), torch.zeros(1, PER_SECOND, 2 * moves), torch.ones(1, PER_SECOND), torch.zeros(1, step.length))
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(step, inputs, buffer, opset_version=OPSET, input_names=["still", "moves", "seen", "state"], output_names=list(OUTPUTS))
    model = onnx.load_from_string(buffer.getvalue())
    for node in model.graph.node:
        node.doc_string = ""
    model.producer_name, model.producer_version, model.ir_version = "reverie-train", "1", IR_VERSION
    onnx.checker.check_model(model)
    return model.SerializeToString()


def composed(rest, first, second, seconds, starts, held):
    """A recall without noise, ten readings a second: each face is held from its start on; still and moves of the readings."""
    t = (np.arange(seconds * PER_SECOND) + 0.5) / PER_SECOND
    still, moves = np.repeat(rest[None], len(t), 0), np.zeros((len(t), len(first.moves)))
    for face, start in zip((first, second), starts):
        at = (t >= start) & (t < start + held)
        still[at], moves[at] = face.still, face.moves
    seen, still, moves = placed(seconds, t, still, moves, rest)
    return seen, with_fused(seen, still, moves).astype(np.float32), moves


def golden(head, step, cache):
    """Faces and what PyTorch says of the recalls made of them: happiness then sadness, and the other way round."""
    able = [one for one in people_of(cache / "valid.sources.json") if {HAPPINESS, SADNESS} <= set(one.shown)][:GOLDEN_PEOPLE]
    round5 = lambda values: [round(float(value), 5) for value in np.ravel(values)]
    people, answers = [], []
    for person in able:
        happy, sad = person.shown[HAPPINESS][0], person.shown[SADNESS][0]
        rows = [(person.rest, 0 * happy.moves), (happy.still, happy.moves), (sad.still, sad.moves)]
        still, moves = (np.array(column)[None] for column in zip(*rows))
        fused = with_fused(np.ones((1, 3)), still, np.concatenate([moves, moves], -1))[0, :, -8:]
        names = ("rest", "happiness", "sadness")
        people.append({name: {"still": round5(a), "moves": round5(b), "fused": round5(c)} for name, (a, b), c in zip(names, rows, fused)})
        for faces in ((happy, sad), (sad, happy)):
            seen, still, moves = (torch.from_numpy(one)[None] for one in composed(person.rest, *faces, GOLDEN_SECONDS, GOLDEN_STARTS, GOLDEN_HELD))
            with torch.no_grad():
                logits, whole, valence, trend = head(still, moves, seen)
            shares = lambda values, kind: round5(torch.softmax(values / step.temperature[kind], -1))
            answers.append({"last": shares(logits[0, -1], "second"), "whole": shares(whole[0], "whole"), "told": round5([valence[0], trend[0]])})
    return {"seconds": GOLDEN_SECONDS, "starts": GOLDEN_STARTS, "heldSeconds": GOLDEN_HELD, "people": people, "answers": answers}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--out", type=Path, default=Path(__file__).resolve().parents[2] / "memory")
    options = parser.parse_args()
    figures = json.loads((options.cache / "figures.json").read_text())
    head, moves = load_head("head", options.cache), moves_of(options.cache)
    step = Step(head, figures["head"]["temperature"]).eval()
    data = onnx_of(step, len(moves))
    options.out.mkdir(parents=True, exist_ok=True)
    (options.out / "model.onnx").write_bytes(data)
    entry = {
        "id": "reverie-memory",
        "version": VERSION,
        "file": "memory/model.onnx",
        "sha256": hashlib.sha256(data).hexdigest(),
        "bytes": len(data),
        "parameters": parameters_of(head),
        "inputs": {"still": [1, PER_SECOND, STILL], "moves": [1, PER_SECOND, 2 * len(moves)], "seen": [1, PER_SECOND], "state": [1, step.length]},
        "outputs": {"second": [1, 8], "whole": [1, 8], "told": [1, 2], "looked": [1, len(REGIONS), PER_SECOND], "state_after": [1, step.length]},
        "labels": list(EXPRESSIONS),
        "moves": moves,
        "regions": list(REGIONS),
        "licence": "MIT",
        "source": "models/train/memory",
    }
    (options.out / "model.json").write_text(json.dumps(entry, indent=2) + "\n")
    (options.out / "golden.json").write_text(json.dumps(golden(head, step, options.cache)) + "\n")
    print(f"{options.out}: {len(data)} bytes, {entry['parameters']} parameters, state of {step.length}")


if __name__ == "__main__":
    main()
