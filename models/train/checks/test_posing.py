"""Checks of posing.py and action_units.py, which need no data."""

import unittest

import numpy as np
import torch

from faces.action_units import CORNER, INNER_BROW, MIRRORED, MOVES, POINTS, basis
from faces.augment import augment, grid_of
from faces.data import EXPRESSIONS
from faces.posing import MAX_GAP, MIN_NEUTRAL_VOTES, Posing, can_be_posed

IDENTITY = torch.tensor([[[1.0, 0, 0], [0, 1, 0]]])


def frontal_mesh():
    """Mesh points (1 x 468 x 2) far from the face but for those that posing asks for by number: a level, frontal face."""
    points = torch.full((1, POINTS, 2), 9.0)
    # The eyes' centres are 0.36 apart, as in the template.
    places = {33: (0.24, 0.38), 133: (0.4, 0.38), 263: (0.76, 0.38), 362: (0.6, 0.38), 1: (0.5, 0.57)}
    places |= {13: (0.5, 0.75), 14: (0.5, 0.752), 78: (0.4, 0.75), 308: (0.6, 0.75)}
    places |= {right: (0.36, 0.28) for right in INNER_BROW} | {MIRRORED[right]: (0.64, 0.28) for right in INNER_BROW}
    places |= {right: (0.38, 0.75) for right in CORNER} | {MIRRORED[right]: (0.62, 0.75) for right in CORNER}
    for point, place in places.items():
        points[0, point] = torch.tensor(place)
    return points


def pose_of(name, points, seed=0):
    return Posing()(points, torch.tensor([EXPRESSIONS.index(name)]), torch.Generator().manual_seed(seed))


class Posed(unittest.TestCase):
    grid = grid_of(IDENTITY, 48)

    def drawn(self, name, face):
        points = frontal_mesh()
        return pose_of(name, points).draw(face, self.grid, "bilinear")[0, 0]

    def test_a_raised_brow_is_drawn_higher_and_a_lowered_one_lower(self):
        brow = torch.ones(1, 1, 48, 48)
        brow[:, :, 13:15, 14:34] = 0
        row = lambda x: float(((1 - x).sum(1) * torch.arange(len(x))).sum() / (1 - x).sum())
        # The column where the right brow ends.
        heights = {name: row(self.drawn(name, brow)[:25, 15:19]) for name in ("neutral", "surprise", "anger")}
        self.assertLess(heights["surprise"], heights["neutral"] - 0.7)
        self.assertGreater(heights["anger"], heights["neutral"] + 0.7)

    def test_contempt_moves_one_corner_of_the_mouth(self):
        rng = torch.Generator().manual_seed(0)
        strengths = Posing().strengths(torch.full((200,), EXPRESSIONS.index("contempt")), rng)
        unit = strengths[:, list(MOVES).index("14")]
        weak, strong = unit.min(1).values, unit.max(1).values
        self.assertTrue((weak < 0.2 * strong).all())
        self.assertTrue(0.35 < float((unit[:, 0] > unit[:, 1]).float().mean()) < 0.65)

    def test_units_are_mirror_images(self):
        moves = basis()
        for right, left in MIRRORED.items():
            expected = moves[:, 0, right] * torch.tensor([-1.0, 1.0])
            torch.testing.assert_close(moves[:, 1, left], expected)

    def test_open_mouths_turned_faces_and_other_expressions_are_not_posed(self):
        # Each twice: just within its bound and just beyond it.
        points = frontal_mesh().repeat(6, 1, 1)
        gap = MAX_GAP * 0.36
        points[0, 14, 1], points[1, 14, 1] = 0.75 + 0.98 * gap, 0.75 + 1.02 * gap
        # At 0.0801 to the side the nose is one and a half times as far from one eye as from the other.
        points[2, 1, 0] += 0.079
        points[3, 1, 0] += 0.0812
        table = np.zeros((6, 10), int)
        table[:, EXPRESSIONS.index("neutral")] = [8, 8, 8, 8, MIN_NEUTRAL_VOTES, MIN_NEUTRAL_VOTES - 1]
        self.assertEqual(can_be_posed(points, table).tolist(), [True, False] * 3)

    def test_the_first_faces_of_a_batch_are_posed(self):
        faces = torch.randint(0, 256, (3, 48, 48), dtype=torch.uint8)
        theta = IDENTITY.repeat(3, 1, 1)
        plain = augment(faces, theta, 48, torch.Generator().manual_seed(1), 0.0)
        posed = augment(faces, theta, 48, torch.Generator().manual_seed(1), 0.0, pose_of("fear", frontal_mesh()))
        self.assertGreater(float((plain[0] - posed[0]).abs().max()), 0.05)
        torch.testing.assert_close(plain[1:], posed[1:])


if __name__ == "__main__":
    unittest.main()
