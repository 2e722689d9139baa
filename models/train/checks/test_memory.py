"""Checks of memory/, which need no data and no training."""

import unittest
from dataclasses import replace

import numpy as np
import torch

from memory.export import Step
from memory.figures import calibration_error, fit_temperature, hits, softmax, told, unweighted_recall, with_interval
from memory.encoder import REGIONS, regions_of
from memory.network import Head, parameters_of
from memory.parts import STILL, Parts
from memory.train import VARIANTS, lengthened, trend_with
from sequences.draw import PER_SECOND

MOVES = [name for names in REGIONS.values() for name in names] + ["brow_inner_left", "corner_up_left"]
SECONDS = 5


def head_of(parts=Parts()):
    """As if it had been trained: it begins with layers that add nothing."""
    torch.manual_seed(0)
    head = Head(MOVES, parts).eval()
    for last in (head.second[-1], head.whole[-1]):
        torch.nn.init.normal_(last.weight)
    return head


def recall(seconds=SECONDS, seed=1):
    """Still, moves and seen of one recall, in which one second shows nobody."""
    rng = torch.Generator().manual_seed(seed)
    seen = (torch.rand(1, seconds, PER_SECOND, generator=rng) < 0.7).float()
    seen[:, 2] = 0
    normal = lambda width: torch.randn(1, seconds, PER_SECOND, width, generator=rng) * seen[..., None]
    return normal(STILL), normal(2 * len(MOVES)), seen


def whole(head, inputs):
    with torch.no_grad():
        return head(*inputs)[1]


class Network(unittest.TestCase):
    def test_every_move_lies_in_one_region(self):
        self.assertEqual(sorted(torch.cat(regions_of(MOVES)).tolist()), list(range(2 * len(MOVES))))
        with self.assertRaises(ValueError):
            regions_of(MOVES + ["ear"])

    def test_every_variant_is_small(self):
        for name, parts in VARIANTS.items():
            self.assertLess(parameters_of(head_of(parts)), 300_000, name)

    def test_second_by_second_comes_to_the_same_as_at_once(self):
        head = head_of()
        step = Step(head, {"second": 1.0, "whole": 1.0})
        inputs = recall()
        row = torch.zeros(1, step.length)
        with torch.no_grad():
            seconds, logits, valence, trend = head(*inputs)
            for at in range(SECONDS):
                second, shares, told_row, looked, row = step(*(one[:, at] for one in inputs), row)
                torch.testing.assert_close(second, torch.softmax(seconds[:, at], 1))
        torch.testing.assert_close(shares, torch.softmax(logits, 1))
        torch.testing.assert_close(told_row[0], torch.stack([valence[0], trend[0]]))
        torch.testing.assert_close(looked.sum(), torch.tensor(1.0))

    def test_a_second_without_anybody_is_not_remembered(self):
        step = Step(head_of(), {"second": 1.0, "whole": 1.0})
        nobody = torch.zeros(1, PER_SECOND, STILL), torch.zeros(1, PER_SECOND, 2 * len(MOVES)), torch.zeros(1, PER_SECOND)
        before = torch.rand(1, step.length, generator=torch.Generator().manual_seed(2))
        with torch.no_grad():
            after = step(*nobody, before)[-1]
        # The seconds and how long each expression was shown come last.
        clock = step.length - 9
        changed = (after != before)[0].nonzero().flatten().tolist()
        self.assertEqual(changed, [clock])
        self.assertAlmostEqual(float(after[0, clock] - before[0, clock]), 1, places=5)

    def test_a_mean_does_not_know_the_order_and_the_head_does(self):
        inputs = recall()
        backwards = tuple(one.flip(1) for one in inputs)
        for name, knows in (("mean pooling", False), ("no memory", False), ("head", True), ("GRU", True)):
            head = head_of(VARIANTS[name])
            self.assertEqual(not torch.allclose(whole(head, inputs), whole(head, backwards), atol=1e-5), knows, name)

    def test_one_stream_alone_does_not_see_the_other(self):
        still, moves, seen = recall()
        for parts, other in ((replace(Parts(), moves=False), (still, -moves, seen)), (replace(Parts(), still=False), (-still, moves, seen))):
            head = head_of(parts)
            torch.testing.assert_close(whole(head, (still, moves, seen)), whole(head, other))

    def test_what_is_unseen_does_not_count(self):
        still, moves, seen = recall()
        head = head_of()
        noise = (1 - seen)[..., None]
        torch.testing.assert_close(whole(head, (still, moves, seen)), whole(head, (still + noise, moves - noise, seen)), atol=1e-4, rtol=1e-4)


class Training(unittest.TestCase):
    def test_only_quiet_seconds_are_lengthened(self):
        truth = torch.zeros(40, 3, 8)
        truth[:, :2, 0] = 1
        truth[:, 2, 1] = 1
        lasts = lengthened(truth, np.random.default_rng(0))
        self.assertTrue((lasts[:, 2] == 1).all())
        self.assertTrue((lasts[:, 0] > 1).any() and (lasts[:, 0] == 1).any())

    def test_a_trend_knows_how_long_a_quiet_second_lasts(self):
        truth = torch.zeros(1, 4, 8)
        truth[0, :, 0] = torch.tensor([1.0, 0, 1, 0])
        truth[0, 1, 1] = truth[0, 3, 3] = 1
        self.assertLess(float(trend_with(truth, torch.ones(1, 4))), 0)
        # The same two seconds, both late: what is between them is all that is left of the difference.
        late = torch.tensor([[100.0, 1, 1, 1]])
        self.assertGreater(float(trend_with(truth, late)), float(trend_with(truth, torch.ones(1, 4))))


class Figures(unittest.TestCase):
    def test_as_many_are_told_as_were_shown_and_neutral_only_where_it_counts(self):
        row = np.array([0.9, 0.05, 0.0, 0.04, 0.01, 0, 0, 0])
        self.assertEqual(told(row, 1), {1})
        self.assertEqual(told(row, 2), {1, 3})
        self.assertEqual(told(row, 2, neutral=True), {0, 1})

    def test_every_expression_counts_the_same(self):
        shares = np.eye(8)[[1, 1, 1, 1]]
        found = hits(shares, [(1,), (1,), (1,), (3,)])
        self.assertEqual(unweighted_recall(found), 0.5)
        value, low, high = with_interval(found, ["a", "b", "c", "d"])
        self.assertTrue(low <= value <= high)
        self.assertEqual(with_interval(found, ["a", "b", "c", "d"], found)[0], 0)

    def test_a_temperature_undoes_what_made_it_too_sure(self):
        logits = np.random.default_rng(0).normal(0, 2, (400, 8))
        self.assertAlmostEqual(fit_temperature(3 * logits / 1.5, softmax(logits)), 2, delta=0.1)

    def test_a_calibrated_answer_has_no_error(self):
        shares = softmax(np.random.default_rng(1).normal(0, 2, (300, 8)))
        self.assertAlmostEqual(calibration_error(shares, shares), 0)
        self.assertGreater(calibration_error(np.eye(8)[shares.argmax(1)], shares), 0.3)


if __name__ == "__main__":
    unittest.main()
