"""Writes the figures of compare.py into the card of the patches, between its two marks.

    python3 models/train/patches/card.py FIGURES.json CARD.md
"""

import argparse
import json
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1]))

from memory.card import SETS, recall_cell

BEGIN, END = "<!-- figures of models/train/patches/card.py -->", "<!-- end of figures -->"
GROUPS = {
    "posed": "Posed pairs: every picture once, on the way from the same person's neutral one to it. Six expressions",
    "plain": "Sequences of the kind *plain*. Seven expressions",
    "two or late": "Sequences of the kind *two or late*. Seven expressions",
    "mixed": "Sequences of the kind *mixed*. Seven expressions",
}
# All real sets together, in the figures of the fusion.
ALL = {"all": "all four"}


def table(title, names, rows):
    head = [f"{title}:", "", "| | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    return head + [f"| {name} | " + " | ".join(cells) + " |" for name, cells in rows] + [""]


def recall_rows(figures, group):
    patches = figures["patches"]["sets"]
    sets = [name for name in SETS if name in patches and group in patches[name]]
    names = [f"{SETS[name]}, n = {patches[name][group]['n']}" for name in sets]
    # The fusion was not fitted on generated sequences, and by set there is none.
    cell = lambda one, name: recall_cell(one["sets"][name][group]) if name in one["sets"] else ""
    return table(f"{GROUPS[group]}; unweighted recall in % (95 % interval over people)", names, [(variant, [cell(one, name) for name in sets]) for variant, one in figures.items()])


def better_rows(figures, way):
    better = figures[way]["better"]
    sets = [name for name in (*SETS, *ALL) if name in next(iter(better.values()))]
    rows = [(f"{member}, {group}", [recall_cell(of[name][group]) for name in sets]) for member, of in better.items() for group in GROUPS]
    return table(f"How many points *{way}* is better by, on the same sequences, than", [(SETS | ALL)[name] for name in sets], rows)


def error_rows(figures):
    ways = [name for name in figures if "better" in figures[name]]
    sets = [name for name in SETS if any(name in figures[way]["sets"] for way in ways)]
    cell = lambda way, name: f"{figures[way]['sets'][name]['ece']:.3f}" if name in figures[way]["sets"] else ""
    return table("Calibration error of the largest share", [SETS[name] for name in sets], [(way, [cell(way, name) for name in sets]) for way in ways])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("figures", type=Path)
    parser.add_argument("card", type=Path)
    options = parser.parse_args()
    figures = json.loads(options.figures.read_text())
    ways = [name for name in figures if "better" in figures[name]]
    lines = [line for group in GROUPS for line in recall_rows(figures, group)]
    lines += [line for way in ways for line in better_rows(figures, way)] + error_rows(figures)
    before, rest = options.card.read_text().split(BEGIN)
    _, after = rest.split(END)
    options.card.write_text("\n".join([before + BEGIN, *lines[:-1], END + after]))


if __name__ == "__main__":
    main()
