"""From mesh points (register.ts) to the template and to one similarity transform per face.

Coordinates are 0..1 of the picture, from its top left. A similarity is a pair of complex numbers (a, b): z -> a z + b.
"""

import csv
import json
from pathlib import Path

import numpy as np

# A face counts as found at MediaPipe's own threshold.
MIN_PRESENCE = 0.5
# Largest root-mean-square distance, in picture widths, between the template and the face brought onto it. Turned heads and
# meshes that slipped are beyond it: their similarity would shear the expression.
MAX_RESIDUAL = 0.06
# Scale and tilt outside these bounds mean a slipped mesh: the challenge had already registered the faces.
SCALE_RANGE = (0.65, 1.5)
MAX_TILT = np.deg2rad(35)


def read_places(path):
    """Presence (N) and the three fixed places right eye, left eye and mouth (N x 3, complex) of a mesh file."""
    with open(path, newline="") as file:
        rows = [{name: float(value) for name, value in row.items()} for row in csv.DictReader(file)]
    point = lambda row, name: complex(row[f"{name}X"], row[f"{name}Y"])
    places = [
        (point(row, "rightEye"), point(row, "leftEye"), (point(row, "mouthRight") + point(row, "mouthLeft")) / 2)
        for row in rows
    ]
    return np.array([row["presence"] for row in rows]), np.array(places)


def fit_similarity(source, target):
    """Least-squares a, b of target = a source + b along the last axis, and the root-mean-square residual."""
    source_mean, target_mean = source.mean(-1, keepdims=True), target.mean(-1, keepdims=True)
    s, t = source - source_mean, target - target_mean
    a = (s.conj() * t).sum(-1, keepdims=True) / (np.abs(s) ** 2).sum(-1, keepdims=True)
    residual = np.sqrt((np.abs(a * s - t) ** 2).mean(-1))
    return a[..., 0], (target_mean - a * source_mean)[..., 0], residual


def make_template(presence, places):
    """Mean places of the faces that were found, made symmetric left to right: right eye, left eye, mouth."""
    right, left, mouth = places[presence >= MIN_PRESENCE].mean(0)
    mirrored = 1 - left.conjugate()
    eye = (right + mirrored) / 2
    return np.array([eye, 1 - eye.conjugate(), complex(0.5, mouth.imag)])


def align(presence, places, template):
    """Similarity from the template to each face, and which of them can be trusted."""
    a, b, residual = fit_similarity(np.broadcast_to(template, places.shape), places)
    scale, tilt = np.abs(a), np.abs(np.angle(a))
    trusted = (presence >= MIN_PRESENCE) & (residual <= MAX_RESIDUAL)
    trusted &= (scale >= SCALE_RANGE[0]) & (scale <= SCALE_RANGE[1]) & (tilt <= MAX_TILT)
    return a, b, trusted


def to_theta(a, b):
    """The similarities as N x 2 x 3 matrices in the -1..1 coordinates of torch's affine_grid (output -> input)."""
    a, b = np.asarray(a), np.asarray(b)
    shift = a * (1 + 1j) + 2 * b - (1 + 1j)
    rows = [[a.real, -a.imag, shift.real], [a.imag, a.real, shift.imag]]
    return np.moveaxis(np.array(rows, dtype=np.float32), 2, 0)


def load_theta(part, cache):
    """Theta (N x 2 x 3, identity where the mesh is not trusted) and trust (N) of a part; None before registration."""
    path, template = Path(cache) / f"{part}.mesh.csv", Path(cache) / "template.json"
    if not (path.exists() and template.exists()):
        return None
    places = np.array([complex(*xy) for xy in json.loads(template.read_text())["places"]])
    a, b, trusted = align(*read_places(path), places)
    return to_theta(np.where(trusted, a, 1), np.where(trusted, b, 0)), trusted


def main():
    import argparse

    parser = argparse.ArgumentParser(description="template of eyes and mouth over the training faces")
    parser.add_argument("cache", help="folder with train.mesh.csv and valid.mesh.csv; template.json is written there")
    cache = Path(parser.parse_args().cache)
    presence, places = read_places(cache / "train.mesh.csv")
    template = make_template(presence, places)
    report = {"names": ["rightEye", "leftEye", "mouth"], "places": [[round(z.real, 4), round(z.imag, 4)] for z in template]}
    for part in ("train", "valid"):
        presence, places = read_places(cache / f"{part}.mesh.csv")
        a, _, trusted = align(presence, places, template)
        report[part] = {
            "faces": len(presence),
            "found": round(float((presence >= MIN_PRESENCE).mean()), 4),
            "trusted": round(float(trusted.mean()), 4),
            "scaleP5P50P95": [round(float(q), 3) for q in np.quantile(np.abs(a[trusted]), [0.05, 0.5, 0.95])],
            "tiltDegP50P95": [round(float(q), 1) for q in np.quantile(np.rad2deg(np.abs(np.angle(a[trusted]))), [0.5, 0.95])],
        }
    (cache / "template.json").write_text(json.dumps(report, indent=1))
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    main()
