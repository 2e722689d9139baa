#!/bin/sh
# From the data to .cache/train/candidate.onnx. Started again, it goes on where it was.
#     sh models/train/run.sh [DATA]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
data=${1:-$root/../shared/data/ferplus}
cache=$root/.cache/train
python=/usr/bin/python3

# Large tensors come and go with every layer: kept by the process instead of handed back, they need no new pages each time,
# which were a quarter of the time of a step.
export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=8589934592 MALLOC_TOP_PAD_=268435456

"$python" -c 'import torch, onnx, PIL' 2>/dev/null && [ -f "$cache/package/models/faceres-deep.bin" ] || sh "$here/setup.sh" "$cache"
cd "$root"
for part in valid train; do
  npx tsx "$here/register.ts" "$data/$part.faces.u8" "$cache/$part.mesh.csv"
done
"$python" "$here/faces/alignment.py" "$cache"
for run in teacher main lean; do
  "$python" "$here/train.py" --data "$data" --cache "$cache" --run "$run"
done
"$python" "$here/export.py" --data "$data" --cache "$cache" --out "$cache/candidate.onnx"
