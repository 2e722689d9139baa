"""From what compare.py kept to the files, with what numpy says of a few recalls beside them.

    python3 models/train/patches/export.py [--cache CACHE] [--out FOLDER] [--memory FOLDER]

Writes FOLDER/model.json (maps and representatives), FOLDER/fusion.json, and FOLDER/golden.json: answers of the recalls of the memory head's
golden.json, which the tests compare with the app's own code.
"""

import argparse
import json
import pickle
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np

sys.path.append(str(Path(__file__).resolve().parents[1]))

from faces.data import EXPRESSIONS
from memory.compare import mean_of
from memory.parts import FUSED
from patches.bases import LOOK_SCALE, MOVE_SCALE, Options, columns_of
from patches.fusion import MEMBERS
from patches.representatives import Learnt, Voters
from patches.voting import vote
from sequences.draw import PER_SECOND, placed
from sequences.pictures import DEFAULT_CACHE

VERSION = "1.0.0"
# Bases are unit vectors and weights shares: whole thousandths of them are kept.
FINE = 1000
MODELS = Path(__file__).resolve().parents[2]


def thousandths(values):
    return np.round(FINE * np.asarray(values)).astype(int).tolist()


def as_kept(voters):
    """The voters as they are once their numbers are rounded."""
    learnt = {key: Learnt(np.round(FINE * one.bases) / FINE, one.classes, np.round(FINE * one.weights) / FINE) for key, one in voters.learnt.items()}
    return Voters(voters.moves, {region: np.array(kept_map(voters, region)) * scales(voters, region) for region in voters.maps}, learnt)


def scales(voters, region):
    """What a region's numbers were divided by (d x 1): its map is kept for changes as they are."""
    measured = np.array(columns_of(region, voters.moves)) < len(voters.moves)
    return np.where(measured, MOVE_SCALE, LOOK_SCALE)[:, None]


def kept_map(voters, region):
    return np.round(voters.maps[region] / scales(voters, region), 5).tolist()


def model_of(voters, options):
    lengths = lambda region: [
        {
            "length": length,
            # Column by column.
            "bases": [thousandths(base.T.ravel()) for base in learnt.bases],
            "classes": learnt.classes.tolist(),
            "weights": thousandths(learnt.weights),
        }
        for (name, length), learnt in voters.learnt.items()
        if name == region
    ]
    return {
        "id": "reverie-patches",
        "version": VERSION,
        "labels": list(EXPRESSIONS),
        "moves": list(voters.moves),
        "constant": options.constant,
        "directions": options.directions,
        "regions": [
            {"region": region, "columns": columns_of(region, voters.moves), "map": kept_map(voters, region), "lengths": lengths(region)}
            for region in voters.maps
        ],
        "licence": "MIT",
        "source": "models/train/patches",
    }


def fusion_of(fusion):
    round4 = lambda values, names: {name: round(float(value), 4) for name, value in zip(names, values)}
    return {
        "expressions": round4(fusion.expressions, MEMBERS),
        "prior": round4(fusion.prior, EXPRESSIONS[1:]),
        "anything": round4(fusion.anything, MEMBERS),
        "bias": round(fusion.bias, 4),
    }


def recalls_of(golden):
    """The recalls of the head's golden file: happiness then sadness, and the other way round; seen, still and moves as a set has them."""
    t = (np.arange(golden["seconds"] * PER_SECOND) + 0.5) / PER_SECOND
    drawn = []
    for person in golden["people"]:
        for order in (("happiness", "sadness"), ("sadness", "happiness")):
            rows = [person["rest"]] * len(t)
            for name, start in zip(order, golden["starts"]):
                rows = [person[name] if start <= at < start + golden["heldSeconds"] else row for at, row in zip(t, rows)]
            column = lambda name: np.array([row[name] for row in rows])
            seen, still, moves = placed(golden["seconds"], t, column("still"), column("moves"), np.array(person["rest"]["still"]))
            fused = column("fused").reshape(*seen.shape, -1)
            drawn.append((seen, np.concatenate([still, fused], -1), moves))
    return SimpleSet(*(np.stack(parts) for parts in zip(*drawn)))


class SimpleSet(SimpleNamespace):
    """What voting reads of a set."""

    def __init__(self, seen, still, moves):
        super().__init__(seen=seen, still=still, moves=moves)

    def __len__(self):
        return len(self.seen)


def golden_of(voters, fusion, options, golden):
    some = recalls_of(golden)
    patches = vote(some, voters, options)
    memory = np.array([answer["whole"] for answer in golden["answers"]])
    fused = fusion(np.stack([mean_of(some, 0), mean_of(some, FUSED), memory, patches], 1))
    round5 = lambda rows: np.round(rows, 5).tolist()
    return {"patches": round5(patches), "fused": round5(fused)}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--out", type=Path, default=MODELS / "patches")
    parser.add_argument("--memory", type=Path, default=MODELS / "memory")
    given = parser.parse_args()
    voters, fusion = pickle.loads((given.cache / "patches.pickle").read_bytes())
    options, golden = Options(), json.loads((given.memory / "golden.json").read_text())
    given.out.mkdir(parents=True, exist_ok=True)
    model = json.dumps(model_of(voters, options), separators=(",", ":")) + "\n"
    (given.out / "model.json").write_text(model)
    (given.out / "fusion.json").write_text(json.dumps(fusion_of(fusion), indent=2) + "\n")
    (given.out / "golden.json").write_text(json.dumps(golden_of(as_kept(voters), fusion, options, golden)) + "\n")
    print(f"{given.out}: {len(model)} bytes, {sum(len(one.classes) for one in voters.learnt.values())} representatives")


if __name__ == "__main__":
    main()
