"""Checks of patches/, which need no data and no training."""

import unittest

import numpy as np

from memory.encoder import REGIONS as MEASURED
from patches.bases import BOTH, LOOK, REGIONS, WHOLE, Options, bases_of, columns_of, kernel, readings_of, windows
from patches.export import SimpleSet
from patches.fusion import MEMBERS, fit
from patches.representatives import discriminants, medoids, weights_of
from patches.voting import by_moment

MOVES = [name for names in MEASURED.values() for name in names] + ["brow_inner_left", "corner_up_left"]


def recall(seconds=8, seed=1):
    """Numbers of one recall of which nine places in ten were seen."""
    rng = np.random.default_rng(seed)
    seen = (rng.random((1, 10 * seconds)) < 0.9).astype(np.float32)
    seen[:, [0, -1]] = 1
    return seen, rng.standard_normal((1, 10 * seconds, 5)) * seen[..., None]


class Bases(unittest.TestCase):
    def test_they_are_orthonormal(self):
        bases, _, _ = bases_of(*recall(), 16, Options(directions=3))
        products = bases.transpose(0, 2, 1) @ bases
        np.testing.assert_allclose(products, np.broadcast_to(np.eye(3), products.shape), atol=1e-9)

    def test_only_the_constant_tells_a_movement_from_its_opposite(self):
        seen, numbers = np.ones((1, 8)), np.ones((1, 8, 1))
        one = lambda sign, constant: bases_of(seen, sign * numbers, 8, Options(constant=constant))[0]
        self.assertAlmostEqual(kernel(one(1, 0.0), one(-1, 0.0)).item(), 1)
        self.assertAlmostEqual(kernel(one(1, 1.0), one(-1, 1.0)).item(), 0)

    def test_the_kernel_is_symmetric_and_at_most_the_number_of_columns(self):
        bases, _, _ = bases_of(*recall(), 8, Options(directions=2))
        alike = kernel(bases, bases)
        np.testing.assert_allclose(alike, alike.T)
        np.testing.assert_allclose(np.diag(alike), 2)
        self.assertLessEqual(alike.max(), 2 + 1e-9)

    def test_no_patch_is_half_empty_or_ends_after_the_last_reading(self):
        seen = np.zeros((1, 64))
        seen[0, :20] = 1
        seen[0, 8:13] = 0
        _, starts = windows(seen, 8)
        self.assertEqual(starts.tolist(), [0, 4, 12])


class Readings(unittest.TestCase):
    def test_they_begin_with_the_first_that_was_seen(self):
        seen, width = np.zeros((1, 2, 10)), len(MOVES)
        seen[0, 0, 3] = 1
        found, numbers = readings_of(SimpleSet(seen, np.ones((1, 2, 10, 24)), np.ones((1, 2, 10, 2 * width))))
        self.assertEqual(found[0].tolist(), [1] + 19 * [0])
        self.assertTrue((numbers[0, 0] != 0).all() and (numbers[0, 1:] == 0).all())

    def test_every_number_is_in_the_regions_it_belongs_to(self):
        columns = {region: columns_of(region, MOVES) for region in REGIONS}
        self.assertEqual(sorted(sum((columns[region] for region in MEASURED), [])), columns[WHOLE])
        self.assertEqual(columns[WHOLE] + columns[LOOK], columns[BOTH])


class Representatives(unittest.TestCase):
    def test_medoids_lie_in_their_own_group(self):
        rng = np.random.default_rng(0)
        places = np.repeat([0.0, 10.0, 20.0], 20) + rng.standard_normal(60)
        chosen = medoids(-np.abs(places[:, None] - places[None]), 3, rng)
        self.assertEqual(sorted(at // 20 for at in chosen), [0, 1, 2])

    def test_discriminants_find_the_number_that_tells_classes_apart(self):
        rng = np.random.default_rng(0)
        labels = np.arange(800) % 8
        means = rng.standard_normal((800, 4))
        means[:, 2] += 5 * labels
        first = discriminants(means, labels, 1)[:, 0]
        self.assertEqual(np.abs(first).argmax(), 2)

    def test_a_vote_is_worth_how_often_it_proved_right_on_other_people(self):
        line = lambda angle: np.array([[np.cos(angle)], [np.sin(angle)]])
        representatives = np.stack([line(0.0), line(1.5)])
        bases = np.stack([line(0.1)] * 20 + [line(1.4)] * 20)
        labels = np.repeat([0, 1], 20)
        labels = np.concatenate([labels, np.arange(2, 8)])
        bases = np.concatenate([bases, np.stack([line(0.1)] * 6)])
        told = lambda owner: weights_of(bases, labels, np.array(["a"] * 46), representatives, np.array([0, 1]), np.array([owner, "b"]))
        first, second = told("b")
        self.assertGreater(second, first)
        # Patches of its own person say nothing of the first.
        self.assertEqual(told("a")[0], 0)


class Votes(unittest.TestCase):
    def test_a_place_has_the_mean_of_the_patches_over_it(self):
        votes = np.eye(8)[[1, 3]]
        moments = by_moment(np.ones((1, 12)), votes, np.array([0, 0]), np.array([0, 4]), 8)[0]
        self.assertEqual(moments[0].tolist(), votes[0].tolist())
        self.assertEqual(moments[5].tolist(), votes.mean(0).tolist())
        self.assertEqual(moments[11].tolist(), votes[1].tolist())


class Fusions(unittest.TestCase):
    def test_the_member_that_is_right_counts_most(self):
        rng = np.random.default_rng(0)
        truth = rng.dirichlet(np.ones(8), 300)
        shares = rng.dirichlet(np.ones(8), (300, len(MEMBERS)))
        shares[:, 2] = truth
        fusion = fit(shares, truth, np.ones(300))
        self.assertEqual(fusion.expressions.argmax(), 2)
        self.assertEqual(fusion.anything.argmax(), 2)
        said = fusion(shares)
        np.testing.assert_allclose(said.sum(1), 1)
        self.assertLess(np.abs(said - truth).mean(), 0.05)


if __name__ == "__main__":
    unittest.main()
