"""Learns representatives and their ablations, and measures them, the fusion and its parts, on sequences that none was built from.

    python3 models/train/patches/compare.py [--cache CACHE] [--out FIGURES.json]

The sequences are those the memory head is measured on (memory/compare.py), and posed pairs: every picture of the real sets once, on an
undisturbed path from the same person's neutral one to it.
"""

import argparse
import json
import pickle
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import torch

sys.path.append(str(Path(__file__).resolve().parents[1]))

from memory.compare import EACH, GENERATED, REAL, SEED, mean_of, recalls
from memory.figures import GROUPS, calibration_error, hits, with_interval
from memory.parts import FUSED
from memory.train import SECONDS, training_set
from patches.fusion import MEMBERS, fit, held_out
from patches.bases import BOTH, LOOK, REGIONS, WHOLE, Options
from patches.representatives import learn
from patches.voting import vote
from sequences.pictures import DEFAULT_CACHE
from sequences.sets import ROOT, generated, moves_of, posed, real

CONTEMPT = 7
MEASURES = tuple(region for region in REGIONS if region not in (LOOK, BOTH))
PATCHES = "patches"
VARIANTS = {
    PATCHES: Options(),
    "patches, votes not weighted": Options(weighted=False),
    "patches, no constant beside the changes": Options(constant=0.0),
    "patches, two directions": Options(directions=2),
    "patches, short ones only (8 and 16)": Options(lengths=(8, 16)),
    "patches, long ones only (32 and 64)": Options(lengths=(32, 64)),
    "patches, measures alone, without the still model": Options(regions=MEASURES),
    "patches, whole face only, measures alone": Options(regions=(WHOLE,)),
    "patches, whole face only, measures and still model": Options(regions=(BOTH,)),
    "patches, still model alone": Options(regions=(LOOK,)),
}
NAMES = {"still": "mean of the still scores", "mean": "mean of the fused scores, as in the app", "memory": "memory head", "patches": PATCHES}
FUSED_ALL = "fused, other people"
FUSED_SET = "fused, other sets"


def posed_six(shares, some, other=None):
    """Unweighted recall of six expressions, with interval."""
    index = [at for at, (label,) in enumerate(some.labels) if label != CONTEMPT]
    labels = [some.labels[at] for at in index]
    pick = lambda values: hits(np.where(np.arange(8) == CONTEMPT, -1, values[index]), labels)
    people = [some.people[at] for at in index]
    return {"n": len(index), "value": with_interval(pick(shares), people, None if other is None else pick(other))}


def figures_of(shares, some, paired, other=None):
    """Recall by group of a set, and of its posed pairs; `shares` is of both."""
    found = recalls(shares[0], some, None if other is None else other[0])
    if paired is not None:
        found["posed"] = posed_six(shares[1], paired, None if other is None else other[1])
    return found


def remembered(some):
    """What the memory head, as it ships, says of every sequence (N x 8)."""
    flat = lambda values: values.reshape(*some.seen.shape[:2], -1)
    rows = np.concatenate([flat(some.seen), flat(some.still), flat(some.moves)], -1).astype("<f4")
    with tempfile.TemporaryDirectory() as folder:
        recalls, out = Path(folder) / "recalls.f32", Path(folder) / "said.f32"
        rows.tofile(recalls)
        subprocess.run(["npx", "tsx", "models/train/patches/remember.ts", recalls, str(rows.shape[1]), out], cwd=ROOT, check=True)
        return np.fromfile(out, "<f4").reshape(-1, 8).astype(float)


def members_of(sets, patches):
    """What each member says of every set: name of the set -> N x members x 8."""
    say = lambda some, voted: np.stack([mean_of(some, 0), mean_of(some, FUSED), remembered(some), voted], 1)
    return {name: [say(some, voted) for some, voted in zip(pair, patches[name]) if some is not None] for name, pair in sets.items()}


def pooled(sets, told):
    """All real sets as one: shares, truth, weight of a sequence, and whose it is."""
    shares, truth, weight, people = [], [], [], []
    for name in sets:
        if name == "generated":
            continue
        for some, said in zip(sets[name], told[name]):
            shares.append(said), truth.append(some.whole), weight.append(np.full(len(some), 1 / len(some)))
            people += [f"{name} {person}" for person in some.people]
    return np.concatenate(shares), np.concatenate(truth), np.concatenate(weight), people


def split(rows, sets):
    """Rows of all real sets, back to those of each."""
    found, at = {}, 0
    for name in sets:
        if name == "generated":
            continue
        found[name] = []
        for some in sets[name]:
            found[name].append(rows[at : at + len(some)])
            at += len(some)
    return found


def measure_fusion(sets, told, figures):
    """Adds the fusion, held out by person and by set, and what it is better by than each member."""
    shares, truth, weight, people = pooled(sets, told)
    names = [name for name in sets if name != "generated"]
    said = {
        FUSED_ALL: split(held_out(shares, truth, weight, people), sets),
        FUSED_SET: split(held_out(shares, truth, weight, people, lambda person: names.index(person.split()[0])), sets),
    }
    fusion = fit(shares, truth, weight)
    said[FUSED_ALL]["generated"] = [fusion(told["generated"][0])]
    for way, by_set in said.items():
        figures[way] = {"sets": {name: figures_of(rows, *sets[name]) for name, rows in by_set.items()}}
        for name, rows in by_set.items():
            figures[way]["sets"][name]["ece"] = calibration_error(rows[0], sets[name][0].whole)
        figures[way]["better"] = {
            NAMES[member]: {
                **{name: figures_of(by_set[name], *sets[name], [one[:, at] for one in told[name]]) for name in names},
                "all": figures_of(*merged(sets, by_set, {name: [one[:, at] for one in told[name]] for name in names})),
            }
            for at, member in enumerate(MEMBERS)
        }
    return fusion


class Many:
    """Several sets as one, for what is asked of kinds, labels and people."""

    def __init__(self, sets):
        self.kinds = [kind for _, some in sets for kind in some.kinds]
        self.labels = [labels for _, some in sets for labels in some.labels]
        self.people = [f"{name} {person}" for name, some in sets for person in some.people]


def merged(sets, shares, other):
    """Arguments of figures_of for all real sets at once."""
    names = [name for name in sets if name != "generated"]
    both = lambda of: [np.concatenate([of[name][at] for name in names]) for at in range(2)]
    some, paired = (Many([(name, sets[name][at]) for name in names]) for at in range(2))
    return both(shares), some, paired, both(other)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--out", type=Path, default=DEFAULT_CACHE / "patches-figures.json")
    options = parser.parse_args()
    torch.set_num_threads(1)
    cache, moves = options.cache, moves_of(options.cache)
    some = training_set(cache)
    sets = {"generated": (generated(cache, "valid", GENERATED, SECONDS, SEED), None)}
    sets |= {name: (real(cache, name, EACH, SECONDS, SEED), posed(cache, name)) for name in REAL if (cache / f"{name}.sources.json").exists()}
    figures, voters, voted = {}, None, None
    for variant, chosen in VARIANTS.items():
        learnt = learn(some, moves, chosen)
        said = {name: [vote(one, learnt, chosen) for one in pair if one is not None] for name, pair in sets.items()}
        if variant == PATCHES:
            voters, voted = learnt, said
        figures[variant] = {"sets": {name: figures_of(shares, *sets[name]) for name, shares in said.items()}}
        print(variant, brief(figures[variant]), flush=True)
    told = members_of(sets, voted)
    for at, member in enumerate(MEMBERS[:3]):
        figures[NAMES[member]] = {"sets": {name: figures_of([one[:, at] for one in said], *sets[name]) for name, said in told.items()}}
        print(member, brief(figures[NAMES[member]]), flush=True)
    fusion = measure_fusion(sets, told, figures)
    for way in (FUSED_ALL, FUSED_SET):
        print(way, brief(figures[way]), flush=True)
    (cache / "patches.pickle").write_bytes(pickle.dumps((voters, fusion)))
    options.out.write_text(json.dumps(figures, indent=1))


def brief(figures):
    return {name: [round(100 * found[group]["value"][0], 1) for group in (*GROUPS, "posed") if group in found] for name, found in figures["sets"].items()}


if __name__ == "__main__":
    main()
