#!/bin/sh
# From FER+ to .cache/sequences/{train,valid}.sources.json, which sequences are drawn from. With the folder of the other sets, also what the
# head is measured on: their posed pictures beside the same person's neutral one, read by the app itself.
#     sh models/train/sequences/build.sh [DATA]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../.." && pwd)
data=${1:-$root/../shared/data}
cache=$root/.cache/sequences
python=/usr/bin/python3

cd "$root"
"$python" "$here/pictures.py" neutral --data "$data/ferplus" --cache "$cache"
for part in valid train; do
  npx tsx "$here/../register.ts" "$cache/$part-neutral.faces.u8" "$cache/$part-neutral.mesh.csv"
done
"$python" "$here/pictures.py" draw --data "$data/ferplus" --cache "$cache"
for part in valid train; do
  [ -f "$cache/$part.sources.json" ] || npx tsx "$here/read-pictures.ts" "$cache" "$part"
done

for name in kdef jaffe tfed ckplus; do
  [ -d "$data/$name" ] && [ ! -f "$cache/$name.sources.json" ] || continue
  npx tsx models/evaluate/units/posed-pairs.ts "$data/$name" > "$cache/$name.pairs.csv"
  # A picture that cannot be read makes the exit code 2; the others are read all the same.
  npm run -s analyse -- --pairs "$cache/$name.pairs.csv" --json "$cache/$name.read.json" > "$cache/$name.lines" || true
  npx tsx "$here/read-pairs.ts" "$cache/$name.pairs.csv" "$cache/$name.read.json" "$cache/$name.sources.json"
done
