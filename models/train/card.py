"""Writes the figures of an export into the model card, between its two marks, and draws its two pictures.

    python3 models/train/card.py CANDIDATE.json CARD.md
"""

import argparse
import json
from pathlib import Path

from figures.choose import LIFTS
from figures.draw import draw_calibration, draw_confusion
from figures.metrics import wilson

BEGIN, END = "<!-- figures of models/train/card.py -->", "<!-- end of figures -->"
SETS = (
    ("validAligned", "`valid`, aligned where the mesh is trusted (as the app does)"),
    ("valid", "`valid`, as the challenge cropped it"),
    ("validAsTrained", "`valid`, as cropped, the votes' reading alone: no prior, temperature 1"),
    ("natural", "natural fold, aligned"),
    ("acted", "acted fold"),
    ("posedLike", "posed-like fold"),
)
PARTS = (("clear", "its clear faces"), ("quiet", "its quiet faces"), ("withoutNeutralFaces", "without its neutral faces"))


def percent(share):
    return f"{share * 100:.1f}"


def interval(bounds):
    return f"{percent(bounds[0])} to {percent(bounds[1])}"


def set_rows(figures):
    chosen = [(figures[name], words) for name, words in SETS] + [(figures["posedParts"][name], words) for name, words in PARTS]
    head = ["| faces | n | accuracy, % | 95 % interval | unweighted recall, % | macro-F1 | ECE |", "|---|---|---|---|---|---|---|"]
    return head + [
        f"| {words} | {part['n']:,} | {percent(part['accuracy'])} | {interval(part['accuracyCi95'])} | {percent(part['unweightedRecall'])}"
        f" | {part['macroF1']:.3f} | {part['ece']:.3f} |"
        for part, words in chosen
    ]


def class_rows(figures):
    head = ["| expression | n | recall, % | 95 % interval | precision, % | recall in the posed-like fold, % | in the acted fold, % |", "|---|---|---|---|---|---|---|"]
    rows = []
    for name, entry in figures["validAligned"]["perClass"].items():
        bounds = wilson(round(entry["recall"] * entry["n"]), entry["n"])
        posed, acted = (figures[fold]["perClass"][name]["recall"] for fold in ("posedLike", "acted"))
        rows.append(
            f"| {name} | {entry['n']:,} | {percent(entry['recall'])} | {interval(bounds)} | {percent(entry['precision'])} | {percent(posed)} | {percent(acted)} |"
        )
    return head + rows


def trade_rows(figures):
    """What strength and lifts of the prior trade; the shipped pair is marked."""
    head = ["| strength, share of the lifts | `valid`: accuracy, % | unweighted recall, % | macro-F1 | natural fold: accuracy, % | posed-like fold: accuracy, % | acted fold: accuracy, % |", "|---|---|---|---|---|---|---|"]
    rows = []
    for row in figures["trades"]:
        shipped = " (ships)" if all(row[key] == figures["reading"][key] for key in ("strength", "lifted")) else ""
        accuracy, recall, f1 = row["validAligned"]
        rows.append(
            f"| {row['strength']:g}, {row['lifted']:g}{shipped} | {percent(accuracy)} | {percent(recall)} | {f1:.3f} | {percent(row['natural'][0])} | {percent(row['posedLike'][0])} | {percent(row['acted'][0])} |"
        )
    return head + rows


def reading_lines(exported):
    figures, reading = exported["figures"], exported["figures"]["reading"]
    valence, arousal = figures["valence"], figures["arousal"]
    lifts = ", ".join(f"{lift:g} ({name})" for name, lift in LIFTS.items())
    return [
        f"- Reading: strength of the prior {reading['strength']:g}, lifts of {lifts}, temperature {reading['temperature']:.3f}"
        f" (ECE before it {figures['eceUncalibrated']:.3f}).",
        f"- Facial valence (output `valence`) and the ratings of {valence['n']} faces of `valid`: Pearson r = {valence['r']:.3f}, 95 % interval"
        f" {valence['ci95'][0]:.3f} to {valence['ci95'][1]:.3f}. Happiness minus the strongest negative probability: {figures['valenceOfProbabilities']['r']:.3f}.",
        f"- Arousal of the same faces, by linear regression on the eight probabilities in ten folds: r = {arousal['r']:.3f}, {arousal['ci95'][0]:.3f} to"
        f" {arousal['ci95'][1]:.3f}. Nothing of it ships.",
        f"- {exported['parameters']:,} parameters, {exported['macs'] / 1e6:.1f} million multiply-accumulates a face, {exported['manifest']['bytes']:,} bytes."
        f" Storing all but the 3 x 3 kernels as binary16 changes a probability by at most {exported['largestChangeByRounding']:.4f} on 200 faces.",
    ]


def figures_text(exported):
    figures = exported["figures"]
    parts = (set_rows(figures), class_rows(figures), trade_rows(figures), reading_lines(exported))
    return "\n\n".join("\n".join(part) for part in parts)


def with_figures(card, text):
    """The card with the text between its marks. Raises ValueError where a mark is missing."""
    before, mark, rest = card.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (mark and end):
        raise ValueError(f"the card lacks {BEGIN if not mark else END}")
    return f"{before}{BEGIN}\n{text}\n{END}{after}"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("exported", type=Path)
    parser.add_argument("card", type=Path)
    options = parser.parse_args()
    exported = json.loads(options.exported.read_text())
    options.card.write_text(with_figures(options.card.read_text(), figures_text(exported)))
    shown = exported["figures"]["validAligned"]
    (options.card.parent / "confusion.svg").write_text(draw_confusion(shown["confusion"]))
    (options.card.parent / "calibration.svg").write_text(draw_calibration(shown["reliability"], shown["ece"]))


if __name__ == "__main__":
    main()
