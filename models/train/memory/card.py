"""Writes the figures of compare.py into the head's card, between its two marks.

    python3 models/train/memory/card.py FIGURES.json CARD.md
"""

import argparse
import json
from pathlib import Path

BEGIN, END = "<!-- figures of models/train/memory/card.py -->", "<!-- end of figures -->"
SETS = {"generated": "generated, held-out FER+ faces", "kdef": "KDEF", "jaffe": "JAFFE", "tfed": "TFED", "ckplus": "CK+"}
GROUPS = ("plain", "two or late", "mixed")


def percent(share):
    return f"{100 * share:.1f}"


def recall_cell(one):
    value, low, high = one["value"]
    return f"{percent(value)} ({percent(low)} to {percent(high)})"


def recall_rows(figures, group):
    names = [name for name in SETS if name in figures["head"]["sets"]]
    counts = [figures["head"]["sets"][name]["recall"][group]["n"] for name in names]
    head = [
        f"Unweighted recall in %, sequences of the kind *{group}* (95 % interval over people):",
        "",
        "| | " + " | ".join(f"{SETS[name]}, n = {n}" for name, n in zip(names, counts)) + " |",
        "|---|" + "---|" * len(names),
    ]
    rows = [
        f"| {variant} | " + " | ".join(recall_cell(one["sets"][name]["recall"][group]) for name in names) + " |"
        for variant, one in figures.items()
    ]
    return head + rows + [""]


def among_all_rows(figures):
    """By the largest of all eight shares: what somebody sees who looks at them as they are."""
    own = figures["head"]["sets"]
    head = ["The same where neutral counts like the others, *plain* / *two or late*, in %:", "", "| | " + " | ".join(SETS[name] for name in own) + " |", "|---|" + "---|" * len(own)]
    cell = lambda one: " / ".join(percent(one["recall"][group]["amongAll"]) for group in GROUPS[:2])
    rows = [f"| {variant} | " + " | ".join(cell(one["sets"][name]) for name in own) + " |" for variant, one in figures.items()]
    return head + rows + [""]


def better_rows(figures):
    own = figures["head"]["sets"]
    others = list(next(iter(own.values()))["better"])
    head = ["How many points the head is better by, on the same sequences:", "", "| than | kind | " + " | ".join(SETS[name] for name in own) + " |", "|---|---|" + "---|" * len(own)]
    rows = [
        f"| {other} | {group} | " + " | ".join(recall_cell(own[name]["better"][other][group]) for name in own) + " |"
        for other in others
        for group in GROUPS
    ]
    return head + rows + [""]


def other_rows(figures):
    head = [
        "Order: how many of the twins that differ only in order have the right sign of the trend. Long: what three seconds within the first five of three minutes "
        "count for at the end, over the same within the last five. Quiet: how many sequences that show nothing are read as neutral. ECE of the largest share. r: of valence.",
        "",
        "| | parameters | order, % | long, ratio | quiet on KDEF, % | ECE, generated | ECE, KDEF | r, KDEF |",
        "|---|---|---|---|---|---|---|---|",
    ]
    rows = []
    for variant, one in figures.items():
        # What was not trained has nothing but its recall.
        if "parameters" not in one:
            continue
        made, real = one["sets"]["generated"], one["sets"].get("kdef", one["sets"]["generated"])
        rows.append(
            f"| {variant} | {one['parameters']:,} | {percent(one['order'])} | {one['long']['ratio']:.2f} | {percent(real['quietTold'])}"
            f" | {made['ece']:.3f} | {real['ece']:.3f} | {real['valenceR']:.2f} |"
        )
    return head + rows


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("figures", type=Path)
    parser.add_argument("card", type=Path)
    options = parser.parse_args()
    figures = json.loads(options.figures.read_text())
    lines = [line for group in GROUPS for line in recall_rows(figures, group)] + among_all_rows(figures) + better_rows(figures) + other_rows(figures)
    before, rest = options.card.read_text().split(BEGIN)
    _, after = rest.split(END)
    options.card.write_text("\n".join([before + BEGIN, *lines, END + after]))


if __name__ == "__main__":
    main()
