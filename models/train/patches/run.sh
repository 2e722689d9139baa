#!/bin/sh
# From the data to models/patches, with the ablations' figures beside it. Needs the memory head as it ships, which the fusion hears too.
#     sh models/train/patches/run.sh [DATA]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
cache=$root/.cache/sequences
python=/usr/bin/python3

sh "$here/../sequences/build.sh" "${1:-$root/../shared/data}"
"$python" "$here/compare.py" --cache "$cache" --out "$cache/patches-figures.json"
"$python" "$here/export.py" --cache "$cache" --out "$root/models/patches"
"$python" "$here/card.py" "$cache/patches-figures.json" "$root/models/patches/CARD.md"
