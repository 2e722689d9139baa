#!/bin/sh
# From the data to models/memory, with the ablations' figures beside it. Started again, it goes on where it was.
#     sh models/train/memory/run.sh [DATA]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
cache=$root/.cache/sequences
python=/usr/bin/python3

sh "$here/../sequences/build.sh" "${1:-$root/../shared/data}"
"$python" "$here/compare.py" --cache "$cache"
"$python" "$here/export.py" --cache "$cache" --out "$root/models/memory"
"$python" "$here/card.py" "$cache/figures.json" "$root/models/memory/CARD.md"
