"""Trains what is missing of the head and its ablations, and measures all of them on sequences none of them was built from.

    python3 models/train/memory/compare.py [--cache CACHE] [--out FIGURES.json] [--only VARIANT ...]

Real sequences are paths between two pictures of one person, at rest and showing something, with the same scripts and disturbances
as the generated ones: KDEF, JAFFE, TFED and CK+ trained nothing.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import torch

sys.path.append(str(Path(__file__).resolve().parents[1]))

from memory.figures import GROUPS, calibration_error, fit_temperature, hits, softmax, unweighted_recall, with_interval
from memory.network import parameters_of
from memory.parts import FUSED
from memory.train import SECONDS, VARIANTS, batch_of, load_head, train
from sequences.pictures import DEFAULT_CACHE
from sequences.sets import channels_of, early_and_late, generated, in_order, moves_of, real
from sequences.sources import people_of

REAL = ("kdef", "jaffe", "tfed", "ckplus")
MEAN_OF_STILL = "mean of the still scores"
MEAN_OF_FUSED = "mean of the fused scores, as in the app"
EACH, GENERATED, SEED = 40, 320, 77
TWINS, LONG, LONG_SECONDS = 60, 24, 180
BATCH = 64


def answers(head, some):
    """Logits by second and of the whole, valence and trend of a set, as numpy."""
    with torch.no_grad():
        parts = [
            head(*batch_of(some, np.arange(first, min(first + BATCH, len(some))))[:3]) for first in range(0, len(some), BATCH)
        ]
    return [torch.cat(column).numpy() for column in zip(*parts)]


def mean_of(some, first):
    """Mean of the eight probabilities whose logarithms begin at `first`, over the readings that were seen (N x 8): what needs no training."""
    seen = some.seen.astype(float)[..., None]
    shares = (np.exp(some.still[..., first : first + 8].astype(float)) * seen).sum((1, 2))
    return shares / np.maximum(shares.sum(1, keepdims=True), 1e-9)


def recalls(shares, some, other=None):
    """Unweighted recall by group, with interval; the difference to `other` where that is given."""
    result = {}
    for group, kinds in GROUPS.items():
        index = [at for at, kind in enumerate(some.kinds) if kind in kinds]
        if not index:
            continue
        labels = [some.labels[at] for at in index]
        pick = lambda values, neutral=False: hits(values[index], labels, neutral)
        people = [some.people[at] for at in index]
        result[group] = {"n": len(index), "value": with_interval(pick(shares), people, pick(other) if other is not None else None)}
        if other is None:
            result[group]["amongAll"] = unweighted_recall(pick(shares, True))
    return result


def measure(variant, sets, twins, long, cache):
    head = load_head(variant, cache)
    seconds, whole, *_ = answers(head, sets["generated"])
    made = sets["generated"]
    temperature = {"whole": fit_temperature(whole, made.whole)}
    if seconds.shape[1] == made.truth.shape[1]:
        temperature["second"] = fit_temperature(seconds.reshape(-1, 8), made.truth.reshape(-1, 8))
    figures = {"parameters": parameters_of(head), "temperature": temperature, "sets": {}}
    for name, some in sets.items():
        _, whole, valence, trend = answers(head, some)
        shares = softmax(whole / temperature["whole"])
        quiet = np.array([kind == "quiet" for kind in some.kinds])
        figures["sets"][name] = {
            "recall": recalls(shares, some),
            "quietTold": float((shares[quiet, 0] >= 0.5).mean()),
            "ece": calibration_error(shares, some.whole),
            "valenceR": float(np.corrcoef(valence, some.valence)[0, 1]),
            "shares": shares.tolist(),
        }
    trend = answers(head, twins)[3]
    figures["order"] = float(np.mean(np.sign(trend) == np.sign(twins.trend)))
    whole = softmax(answers(head, long)[1] / temperature["whole"])
    at_label = np.array([row[labels[0]] for row, labels in zip(whole, long.labels)])
    figures["long"] = {"early": float(at_label[::2].mean()), "late": float(at_label[1::2].mean()), "ratio": float(at_label[::2].mean() / at_label[1::2].mean())}
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cache", type=Path, default=DEFAULT_CACHE)
    parser.add_argument("--out", type=Path, default=DEFAULT_CACHE / "figures.json")
    parser.add_argument("--only", nargs="*", choices=VARIANTS, default=list(VARIANTS))
    options = parser.parse_args()
    torch.set_num_threads(1)
    cache = options.cache
    names = [name for name in REAL if (cache / f"{name}.sources.json").exists()]
    sets = {"generated": generated(cache, "valid", GENERATED, SECONDS, SEED)}
    sets |= {name: real(cache, name, EACH, SECONDS, SEED) for name in names}
    people = [person for name in names for person in people_of(cache / f"{name}.sources.json")]
    channels = channels_of(moves_of(cache))
    twins, long = in_order(people, channels, TWINS, SECONDS, SEED), early_and_late(people, channels, LONG, LONG_SECONDS, SEED)
    figures = {}
    for variant in options.only:
        train(variant, cache)
        figures[variant] = measure(variant, sets, twins, long, cache)
        print(variant, json.dumps(brief(figures[variant])), flush=True)
    untrained = {}
    for name, first in ((MEAN_OF_STILL, 0), (MEAN_OF_FUSED, FUSED)):
        untrained[name] = {which: mean_of(some, first) for which, some in sets.items()}
        figures[name] = {"sets": {which: {"recall": recalls(untrained[name][which], some)} for which, some in sets.items()}}
    against(figures, sets, untrained)
    options.out.write_text(json.dumps(figures, indent=1))


def against(figures, sets, untrained):
    """Adds what the head is better by than each way of pooling; drops the shares, which only this needs."""
    if "head" in figures:
        for name, some in sets.items():
            own = figures["head"]["sets"][name]
            others = {one: shares[name] for one, shares in untrained.items()}
            if "mean pooling" in figures:
                others["mean pooling"] = np.array(figures["mean pooling"]["sets"][name]["shares"])
            own["better"] = {one: recalls(np.array(own["shares"]), some, other) for one, other in others.items()}
    for variant in figures.values():
        for one in variant["sets"].values():
            one.pop("shares", None)


def brief(figures):
    recall = {name: {group: [round(100 * share, 1) for share in (one["value"][0], one["amongAll"])] for group, one in figures_of["recall"].items()} for name, figures_of in figures["sets"].items()}
    return {"recall": recall, "order": figures["order"], "long": round(figures["long"]["ratio"], 2)}


if __name__ == "__main__":
    main()
