"""The pictures of golden-faces.ts, byte for byte, and the golden file of the expression model.

The file, models/expression/golden.json, is written by the export of a trained model and read by test/models/golden.test.ts.
"""

import hashlib
import json

import numpy as np

SIDE = 48
GOLDEN_FACES = 200


class Drawing:
    def __init__(self, seed):
        self.state = seed

    def __call__(self, low, high):
        self.state = (self.state * 1664525 + 1013904223) % 2**32
        return low + (self.state >> 16) % (high - low + 1)


def in_ellipse(dx, dy, rx, ry):
    return dx * dx * ry * ry + dy * dy * rx * rx <= rx * rx * ry * ry


def noise(seed):
    draw = Drawing(seed)
    return lambda x, y: draw(0, 255)


def cartoon(seed):
    draw = Drawing(seed)
    ground, slope_x, slope_y = draw(20, 160), draw(-24, 24), draw(-24, 24)
    cx, cy, skin, ink = draw(20, 28), draw(22, 28), draw(110, 230), draw(5, 90)
    half_width, half_height, eye_x, eye_y = draw(15, 21), draw(19, 25), draw(7, 9), draw(4, 7)
    eye_height, brow_rise, brow_tilt = draw(1, 3), draw(3, 6), draw(-3, 3)
    mouth_y, mouth_width, mouth_height, curve = draw(8, 12), draw(5, 10), draw(1, 4), draw(-4, 4)
    grain = draw(0, 14)

    def pixel(x, y):
        dx, dy = x - cx, y - cy
        side = abs(dx) - eye_x
        shade = (slope_x * dx + slope_y * dy) >> 4
        value = ground + shade
        if in_ellipse(dx, dy, half_width, half_height):
            value = skin + shade
        if in_ellipse(side, dy + eye_y, 3, eye_height):
            value = ink
        if in_ellipse(side, dy + eye_y + brow_rise + ((brow_tilt * side) >> 3), 4, 1):
            value = ink
        if in_ellipse(dx, dy - mouth_y + ((curve * dx * dx) >> 6), mouth_width, mouth_height):
            value = ink + (ink >> 1)
        return value + draw(-grain, grain)

    return pixel


def golden_faces(count=GOLDEN_FACES):
    """Uint8, count x 48 x 48."""
    faces = np.zeros((count, SIDE, SIDE), np.uint8)
    for index in range(count):
        pixel = noise(index) if index % 8 == 7 else cartoon(index)
        for y in range(SIDE):
            for x in range(SIDE):
                faces[index, y, x] = min(255, max(0, pixel(x, y)))
    return faces


def part_of(faces, answers_of):
    """What the golden file says of some pictures (N x 48 x 48)."""
    probabilities, valence = answers_of(faces)
    return {
        "sha256": hashlib.sha256(faces.tobytes()).hexdigest(),
        "probabilities": np.round(probabilities, 6).tolist(),
        "valence": np.round(valence.astype(np.float64), 6).tolist(),
    }


def write_golden(path, model_bytes, answers_of, valid_faces):
    """`answers_of` maps uint8 faces to PyTorch's calibrated probabilities, in the order of the model's labels, and to facial
    valence; the weights are rounded as the file stores them. Of `valid_faces` the first 200 are taken; only their hash and what
    the model says of them is kept."""
    golden = {
        "model": hashlib.sha256(model_bytes).hexdigest(),
        "drawn": part_of(golden_faces(), answers_of),
        "valid": part_of(valid_faces[:GOLDEN_FACES], answers_of),
    }
    path.write_text(json.dumps(golden) + "\n")


if __name__ == "__main__":
    print(hashlib.sha256(golden_faces().tobytes()).hexdigest())
