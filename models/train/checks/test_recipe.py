"""Checks of the recipe that need no data; `/usr/bin/python3 -m unittest discover -s models/train/checks -t models/train`, with setup.sh done."""

import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

import plan
from faces.alignment import align, fit_similarity, make_template, to_theta
from figures.arousal import cross_validated
from faces.augment import augment, compose, warp
from network.backbone import DOUBLING, Pointwise
from figures.choose import LIFTS, Reading, offset_of, trades
from faces.data import EXPRESSIONS, Faces, repeats_of, soft_labels, strict_majority
from evaluate import open_net
from network.factor import factor
from faces.folds import CLEAR, NATURAL, PER_EXPRESSION, natural, posed_like
from figures.metrics import calibration_error, clustered_interval, fit_temperature, softmax, summarise, wilson
from network.model import ExpressionNet, standardise
from network.relu6 import relu6
from train import DEFAULT_CACHE, Run, loss_of
from figures.valence import facial_valence, fit

IDENTITY = torch.tensor([[[1.0, 0, 0], [0, 1, 0]]])


def votes(**counts):
    names = "neutral happiness surprise sadness anger disgust fear contempt unknown not_face".split()
    return [counts.get(name, 0) for name in names]


def noise_faces(n, seed=0):
    return np.random.default_rng(seed).integers(0, 256, (n, 48, 48), dtype=np.uint8)


class Labels(unittest.TestCase):
    def test_strict_majority_needs_more_than_half_of_what_is_left(self):
        table = np.array([votes(neutral=5, anger=4, fear=1), votes(anger=5, sadness=5), votes(unknown=6, fear=4)])
        self.assertEqual(strict_majority(table).tolist(), [0, -1, -1])

    def test_challenge_label_counts_only_where_a_rater_saw_it(self):
        table = np.array([votes(neutral=8, anger=2), votes(neutral=8, anger=2)])
        faces = Faces(noise_faces(2), table, np.array([4, 5]))
        labels, usable = soft_labels(faces)
        np.testing.assert_allclose(labels[:, 4], [3 / 11, 0.2], rtol=1e-6)
        self.assertTrue(usable.all())

    def test_repeats_are_found_mirrored_and_recompressed(self):
        known = np.repeat(np.repeat(noise_faces(2)[:, ::3, ::3], 3, 1), 3, 2)
        again = np.clip(known[:, :, ::-1].astype(int) + 6, 0, 255).astype(np.uint8)
        self.assertEqual(repeats_of(np.concatenate([again, noise_faces(1, 9)]), known).tolist(), [True, True, False])


def crowd(n, seed=0):
    """Faces of random pixels, each with a clear or a quiet expression; enough of every expression for the folds."""
    rng = np.random.default_rng(seed)
    table, challenge = np.zeros((n, 10), int), rng.integers(0, 7, n)
    strong = rng.integers(0, 8, n)
    quiet = rng.random(n) < 0.5
    table[np.arange(n), np.where(quiet, 0, strong)] = np.where(quiet, 6, 9)
    table[quiet, challenge[quiet]] += 4
    return Faces(np.zeros((n, 48, 48), np.uint8), table, challenge)


class Folds(unittest.TestCase):
    def test_every_expression_is_as_frequent_and_no_face_is_in_two_folds(self):
        faces = crowd(4000)
        posed = posed_like(faces)
        self.assertEqual(posed.shape, (8, PER_EXPRESSION))
        found = natural(faces)
        self.assertEqual(len(found), NATURAL)
        self.assertEqual(len(np.unique(np.concatenate([posed.ravel(), found]))), posed.size + NATURAL)

    def test_quiet_faces_are_labelled_by_what_was_searched_for(self):
        faces = crowd(4000)
        posed = posed_like(faces)
        for label in range(1, 7):
            self.assertTrue((strict_majority(faces.votes[posed[label, :CLEAR]]) == label).all())
            self.assertTrue((faces.challenge[posed[label, CLEAR:]] == label).all())
            self.assertTrue((strict_majority(faces.votes[posed[label, CLEAR:]]) == 0).all())


class Choosing(unittest.TestCase):
    def test_more_strength_finds_more_of_the_rare_and_less_of_the_common(self):
        rng = np.random.default_rng(1)
        frequencies = np.array([0.9] + [0.1 / 7] * 7)
        truth = rng.choice(8, 3000, p=frequencies)
        votes = 1.5 * np.eye(8)[truth] + np.log(frequencies) + rng.normal(size=(3000, 8))
        rows = {(row["strength"], row["lifted"]): row["found"] for row in trades({"found": (votes, truth)}, frequencies)}
        for less, more in (((-0.4, 0.0), (0.0, 0.0)), ((0.2, 0.0), (0.6, 0.0)), ((0.0, 0.0), (0.0, 1.0))):
            self.assertLess(rows[less][1], rows[more][1])
        self.assertLess(rows[0.6, 0.0][0], rows[0.0, 0.0][0])

    def test_lifts_are_given_beside_the_strength_and_none_to_neutral_happiness_surprise_and_sadness(self):
        frequencies = np.full(8, 1 / 8)
        lifted = np.array(offset_of(-0.3, 0.5, frequencies)) - offset_of(-0.3, 0.0, frequencies)
        np.testing.assert_allclose(lifted, 0.5 * np.array([0, 0, 0, 0, *LIFTS.values()]))
        self.assertEqual(list(LIFTS), list(EXPRESSIONS[4:]))


class Valences(unittest.TestCase):
    def test_happiness_counts_against_the_strongest_negative_and_contempt_does_not(self):
        distributions = np.array([[0.1, 0.5, 0, 0.1, 0.3, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 1.0]])
        np.testing.assert_allclose(facial_valence(distributions), [0.2, 0])

    def test_a_linear_valence_is_found_and_cut_off(self):
        rng = np.random.default_rng(2)
        embeddings = rng.random((20_000, 6))
        weight = np.array([1.5, -1.2, 0.4, 0, -0.3, 0.1])
        found = fit(embeddings, embeddings @ weight - 0.2)
        np.testing.assert_allclose(found.weight, weight, atol=0.1)
        self.assertEqual(found.of(np.array([[9.0, 0, 0, 0, 0, 0], [0, 9.0, 0, 0, 0, 0]])).tolist(), [1, -1])


class Arousal(unittest.TestCase):
    def test_a_linear_rating_is_found_and_noise_is_not(self):
        rng = np.random.default_rng(3)
        shown = rng.dirichlet(np.ones(8), 400)
        ratings = shown @ np.arange(8)
        self.assertGreater(np.corrcoef(cross_validated(shown, ratings), ratings)[0, 1], 0.95)
        noise = rng.normal(size=400)
        self.assertLess(abs(np.corrcoef(cross_validated(shown, noise), noise)[0, 1]), 0.2)


class Geometry(unittest.TestCase):
    def test_similarity_is_recovered(self):
        source = np.array([0.3 + 0.4j, 0.7 + 0.4j, 0.5 + 0.75j])
        a, b, residual = fit_similarity(source, (1.1 + 0.2j) * source + 0.05j)
        np.testing.assert_allclose([a, b, residual], [1.1 + 0.2j, 0.05j, 0], atol=1e-12)

    def test_theta_brings_a_shifted_face_back(self):
        face = torch.rand(1, 1, 48, 48)
        moved = torch.roll(face, 6, 3)
        theta = torch.from_numpy(to_theta(np.array([1 + 0j]), np.array([6 / 48 + 0j])))
        np.testing.assert_allclose(warp(moved, theta, 48)[..., :40], face[..., :40], atol=1e-4)

    def test_a_far_off_mesh_is_not_trusted(self):
        template = np.array([0.32 + 0.38j, 0.68 + 0.38j, 0.5 + 0.75j])
        places = np.stack([template, template * 0.5, template * np.array([1, 1, 0.6])])
        self.assertEqual(align(np.ones(3), places, template)[2].tolist(), [True, False, False])
        np.testing.assert_allclose(make_template(np.ones(1), template[None]), template)

    def test_compose_applies_the_first_to_the_output(self):
        first, then = torch.tensor([[[2.0, 0, 0], [0, 2, 0]]]), torch.tensor([[[1.0, 0, 0.5], [0, 1, 0]]])
        np.testing.assert_allclose(compose(first, then), [[[2, 0, 0.5], [0, 2, 0]]])

    def test_doubling_is_a_window_at_stride_one(self):
        face, kernel = torch.rand(1, 1, 12, 12), torch.rand(1, 1, 3, 3)
        doubled = F.interpolate(face, scale_factor=2, mode="bilinear", align_corners=False)
        expected = F.conv2d(F.pad(doubled, (0, 1, 0, 1)), kernel, stride=2)
        folded = torch.einsum("oiab,ac,bd->oicd", kernel, DOUBLING, DOUBLING)
        np.testing.assert_allclose(F.conv2d(face, folded), expected[..., 1:-1, 1:-1], atol=1e-5)


class Layers(unittest.TestCase):
    def test_pointwise_is_a_convolution(self):
        layer, x = Pointwise(5, 7), torch.rand(2, 5, 3, 4)
        expected = F.conv2d(x, layer.weight, layer.bias)
        np.testing.assert_allclose(layer(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2).detach(), expected.detach(), atol=1e-6)

    def test_relu6_and_its_gradient_in_both_precisions(self):
        values = torch.tensor([-3.0, -0.0, 0.0, 0.01, 3.0, 5.96875, 6.0, 9.0])
        for kind in (torch.float32, torch.bfloat16):
            x = values.to(kind, copy=True).requires_grad_()
            y = relu6(x * 1)
            y.backward(torch.full_like(y, 2))
            self.assertEqual(y.tolist(), values.to(kind).clamp(0, 6).tolist())
            self.assertEqual(x.grad.tolist(), [0, 0, 0, 2, 2, 2, 0, 0])

    def test_relu6_of_a_gradient_that_is_spread_leaves_its_source_alone(self):
        x = torch.rand(2, 3, 4, 4, dtype=torch.bfloat16).to(memory_format=torch.channels_last).sub(0.5).requires_grad_()
        relu6(x * 1).float().mean((2, 3)).sum().backward()
        np.testing.assert_array_equal(x.grad != 0, x > 0)


class Splitting(unittest.TestCase):
    def test_a_layer_split_at_full_rank_gives_what_it_gave(self):
        torch.manual_seed(0)
        whole, split, faces = ExpressionNet().eval(), ExpressionNet(((6, 512), (12, 1024))).eval(), torch.rand(70, 1, 16, 16)
        kept = factor(whole, split, faces)
        np.testing.assert_allclose([kept[6], kept[12]], 1, atol=1e-6)
        for said, expected in zip(split(faces[:4]), whole(faces[:4])):
            np.testing.assert_allclose(said.detach(), expected.detach(), atol=1e-4)

    def test_a_lower_rank_keeps_the_directions_that_vary(self):
        torch.manual_seed(0)
        whole, split, faces = ExpressionNet().eval(), ExpressionNet(((6, 64),)).eval(), torch.rand(70, 1, 16, 16)
        self.assertGreater(factor(whole, split, faces)[6], 64 / 512)

    def test_a_split_layer_can_be_split_lower(self):
        torch.manual_seed(0)
        split, lower, faces = ExpressionNet(((6, 128), (7, 96))).eval(), ExpressionNet(((6, 64), (7, 96))).eval(), torch.rand(70, 1, 16, 16)
        with torch.no_grad():
            split.backbone.blocks[5].narrow.weight[64:] = 0
        kept = factor(split, lower, faces)
        self.assertEqual(list(kept), [6])
        self.assertAlmostEqual(kept[6], 1, places=6)
        for said, expected in zip(lower(faces[:4]), split(faces[:4])):
            np.testing.assert_allclose(said.detach(), expected.detach(), atol=1e-4)


class Pictures(unittest.TestCase):
    def test_standardised_pictures_do_not_know_exposure(self):
        face = torch.rand(2, 1, 48, 48)
        np.testing.assert_allclose(standardise(face), standardise(face * 0.4 + 0.3), atol=1e-4)

    def test_same_seed_same_pictures(self):
        faces, theta = torch.from_numpy(noise_faces(8)), IDENTITY.repeat(8, 1, 1)
        once, again = (augment(faces, theta, 40, torch.Generator().manual_seed(3)) for _ in range(2))
        self.assertEqual(once.shape, (8, 1, 40, 40))
        self.assertTrue(torch.equal(once, again))


class Figures(unittest.TestCase):
    def test_wilson_of_known_counts(self):
        np.testing.assert_allclose(wilson(81, 263), (0.2553, 0.3662), atol=1e-4)

    def test_absent_expressions_are_left_out_of_averages(self):
        logits = np.eye(8)[[0, 0, 1]] * 5.0
        figures = summarise(logits, np.array([0, 1, 1]))
        self.assertAlmostEqual(figures["unweightedRecall"], 0.75)
        self.assertEqual(list(figures["perClass"]), ["neutral", "happiness"])

    def test_calibration_error_of_the_always_sure(self):
        sure = np.tile([1.0] + [0] * 7, (4, 1))
        self.assertAlmostEqual(calibration_error(sure, np.array([0, 0, 0, 1])), 0.25)

    def test_the_interval_of_a_share_holds_it_and_stays_between_0_and_1(self):
        for n in range(1, 40):
            for hits in range(n + 1):
                low, high = wilson(hits, n)
                self.assertTrue(0 <= low <= hits / n <= high <= 1)

    def test_pictures_of_one_face_count_as_one_face(self):
        rng = np.random.default_rng(5)
        hits = rng.random(200) < 0.7
        low, high = clustered_interval(hits.repeat(4), np.arange(200).repeat(4))
        np.testing.assert_allclose((low, high), wilson(int(hits.sum()), 200), atol=0.012)
        self.assertGreater(high - low, 1.8 * np.subtract(*wilson(int(4 * hits.sum()), 800)[::-1]))

    def test_temperature_undoes_a_scale(self):
        rng = np.random.default_rng(0)
        logits = rng.normal(size=(4000, 8)) * 2
        labels = np.array([rng.choice(8, p=row) for row in softmax(logits)])
        self.assertAlmostEqual(fit_temperature(logits * 2, labels), 2.0, delta=0.15)

    def test_strength_one_makes_rare_expressions_as_likely_as_common_ones(self):
        frequencies = np.array([0.5, 0.25] + 6 * [0.25 / 6])
        offset = np.array(offset_of(1.0, 0.0, frequencies))
        np.testing.assert_allclose(np.exp(offset) * frequencies, np.exp(offset[0]) * 0.5, rtol=1e-9)
        self.assertEqual(Reading(0, 0, (1.0, 0.0)).logits(np.ones(2)).tolist(), [2, 1])


class Distilling(unittest.TestCase):
    def test_a_teacher_is_asked_of_faces_as_they_were_and_not_of_posed_ones(self):
        torch.manual_seed(0)
        net = ExpressionNet(dropout=0.0).eval()
        pictures, labels = torch.rand(4, 1, 24, 24), torch.full((4, 8), 0.125)
        challenge = torch.tensor([1, 2, 3, -1])
        sure = F.one_hot(torch.tensor([0, 0, 0, 0]), 8).float()
        teacher = lambda faces: (sure, sure)
        with torch.no_grad():
            alone = loss_of(net, pictures, labels, challenge, torch.ones(4, dtype=torch.bool))
            posed = loss_of(net, pictures, labels, challenge, torch.ones(4, dtype=torch.bool), teacher)
            taught = loss_of(net, pictures, labels, challenge, torch.zeros(4, dtype=torch.bool), teacher)
        self.assertAlmostEqual(float(posed), float(alone), places=5)
        self.assertGreater(abs(float(taught) - float(alone)), 1e-3)


@unittest.skipUnless((DEFAULT_CACHE / "package").exists(), "skipped: setup.sh has not fetched the starting weights")
class Resuming(unittest.TestCase):
    def test_an_interrupted_run_takes_the_same_steps(self):
        batch = (torch.rand(4, 1, 24, 24), torch.full((4, 8), 0.125), torch.tensor([0, 1, -1, 2]), torch.zeros(4, dtype=torch.bool))
        with tempfile.TemporaryDirectory() as folder:
            whole = Run("teacher", DEFAULT_CACHE, Path(folder))
            losses = []
            for step in range(4):
                if step == 2:
                    whole.save()
                losses.append(whole.advance(*batch))
            resumed = Run("teacher", DEFAULT_CACHE, Path(folder))
            resumed.restore()
            self.assertEqual(resumed.step, 2)
            np.testing.assert_allclose([resumed.advance(*batch) for _ in range(2)], losses[2:], rtol=1e-6)

    def test_what_becomes_of_a_run_is_rounded_as_it_ships(self):
        with tempfile.TemporaryDirectory() as folder:
            cache = Path(folder)
            (cache / "main").mkdir()
            net = ExpressionNet(plan.RECIPES["main"].ranks)
            torch.save({"ema": {name: torch.full_like(values, 1 / 3) for name, values in net.state_dict().items()}}, cache / "main" / "checkpoint.pt")
            rounded = open_net("main", cache).state_dict()
        third = float(torch.tensor(1 / 3).half())
        self.assertEqual(float(rounded["embed.weight"][0, 0]), third)
        self.assertEqual(float(rounded["backbone.blocks.0.pointwise.weight"].flatten()[0]), third)
        for name in ("embed.bias", "backbone.stem.weight", "backbone.blocks.0.depthwise.weight"):
            self.assertNotEqual(float(rounded[name].flatten()[0]), third, name)

    def test_rates_follow_the_plan_to_its_end(self):
        for recipe in plan.RECIPES.values():
            total = sum(phase.steps for phase in recipe.phases)
            self.assertIsNone(plan.phase_at(total, recipe.phases))
            self.assertAlmostEqual(plan.rate_at(total - 1, recipe.phases), recipe.phases[-1].last_rate, delta=1e-4)


if __name__ == "__main__":
    unittest.main()
