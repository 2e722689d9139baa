"""Checks of sequences/, which need no data: the same seed gives the same, and what a script says is what is drawn."""

import unittest

import numpy as np

from faces.data import EXPRESSIONS
from sequences.draw import MOST_MOVED, PER_SECOND, draw, reading_times, trend_of, true_shares, whole_of
from sequences.script import KINDS, LATE, MIXED, SHOWN, Bout, Script, write_script
from sequences.sets import channels_of, early_and_late, in_order
from sequences.sources import Person, Shown, logs, one_hot

UNFUSED = lambda seen, still, moves: still
MOVES = ("brow_inner", "lid_upper", "cheek", "corner_up", "jaw", "corner_up_left")
CHANNELS = channels_of(MOVES)
SECONDS = 12
HAPPINESS, SADNESS = EXPRESSIONS.index("happiness"), EXPRESSIONS.index("sadness")


def somebody(name="a"):
    """A person who shows every expression: the still model is 9 in 10 sure, and one move is ten spreads."""
    rest = logs([0.86] + 7 * [0.02])
    shown = {}
    for label in SHOWN:
        still = logs(np.where(np.arange(8) == label, 0.9, 0.1 / 7))
        moves = 5.0 * np.eye(len(MOVES))[label % len(MOVES)]
        shown[label] = [Shown(still, (rest + still) / 2, moves, moves / 2, one_hot(label))]
    return Person(name, rest, shown)


def scripts(kind, n=30):
    return [write_script(kind, SECONDS, SHOWN, seed) for seed in range(n)]


def fine(script):
    return np.arange(0, script.seconds, 0.05)


def strengths(script):
    """Of all bouts together (T)."""
    return sum((bout.strength(fine(script)) for bout in script.bouts), np.zeros(len(fine(script))))


class Scripts(unittest.TestCase):
    def test_one_seed_gives_one_script_and_another_another(self):
        for kind in KINDS:
            self.assertEqual(write_script(kind, SECONDS, SHOWN, 7), write_script(kind, SECONDS, SHOWN, 7))
            self.assertNotEqual(write_script(kind, SECONDS, SHOWN, 7), write_script(kind, SECONDS, SHOWN, 8))

    def test_a_plain_bout_rises_from_neutral_and_returns_to_it(self):
        bout = Bout(((HAPPINESS, 1.0),), 2, 0.5, 1, 0.5, 0.8)
        np.testing.assert_allclose(bout.strength(np.array([0, 2, 2.5, 3, 3.5, 4, 9])), [0, 0, 0.8, 0.8, 0.8, 0, 0], atol=1e-9)

    def test_a_start_in_mid_expression_shows_it_at_once(self):
        self.assertTrue(all(strengths(script)[0] > 0.5 for script in scripts("mid-start")))

    def test_what_does_not_return_is_shown_to_the_end(self):
        self.assertTrue(all(strengths(script)[-1] > 0.5 for script in scripts("no-return")))

    def test_a_late_onset_leaves_most_of_it_neutral(self):
        for script in scripts("late"):
            self.assertTrue((strengths(script)[fine(script) < LATE * SECONDS] == 0).all())
            self.assertGreater(strengths(script).max(), 0.1)

    def test_two_in_a_row_are_two_expressions_one_after_the_other(self):
        for script in scripts("two"):
            self.assertEqual(len(set(script.labels)), 2)
            first, second = script.bouts
            self.assertLess(first.start, second.start)
            self.assertGreaterEqual(second.start, first.end - 0.4)

    def test_mixed_ones_are_pairs_that_people_show(self):
        pairs = {frozenset(EXPRESSIONS.index(name) for name in pair) for pair in MIXED}
        self.assertTrue(all(frozenset(script.labels) in pairs for script in scripts("mixed")))

    def test_quiet_shows_nothing(self):
        self.assertTrue(all(script.bouts == () and script.labels == () for script in scripts("quiet")))

    def test_every_disturbance_and_every_rate_comes_up(self):
        some = [script for kind in KINDS for script in scripts(kind, 40)]
        self.assertEqual({name for script in some for name, *_ in script.disturbed}, {"talking", "turning", "occluded", "dark"})
        rates = [script.rate for script in some]
        self.assertTrue(min(rates) < 7 and max(rates) > 28)
        self.assertTrue(any(script.gaps for script in some))


class Readings(unittest.TestCase):
    def test_a_trace_keeps_ten_a_second_and_no_more_than_there_are(self):
        count = lambda rate: len(reading_times(Script("plain", 60, (), rate=rate), np.random.default_rng(0)))
        self.assertEqual(count(30), 600)
        self.assertAlmostEqual(count(5), 300, delta=1)

    def test_nothing_is_seen_in_a_gap(self):
        times = reading_times(Script("plain", 10, (), gaps=((2, 4),)), np.random.default_rng(0))
        self.assertFalse(((times >= 2) & (times < 4)).any())
        self.assertTrue((times >= 4).any())

    def test_one_seed_gives_one_sequence(self):
        script = write_script("two", SECONDS, SHOWN, 3)
        one, same = (draw(script, somebody(), CHANNELS, borrows=True) for _ in range(2))
        np.testing.assert_array_equal(one.moves, same.moves)
        np.testing.assert_array_equal(one.still, same.still)

    def test_what_is_drawn_is_what_the_script_says(self):
        bout = Bout(((HAPPINESS, 1.0),), 4, 0.5, 3, 0.5, 1.0)
        drawn = draw(Script("plain", SECONDS, (bout,), seed=1, labels=(HAPPINESS,)), somebody(), CHANNELS)
        top = drawn.still[:, :, :8].argmax(2)
        self.assertTrue((top[5:7] == HAPPINESS).all())
        self.assertTrue((top[:4] == 0).all() and (top[9:] == 0).all())
        own = HAPPINESS % len(MOVES)
        self.assertGreater(drawn.moves[5:7, :, own].mean(), drawn.moves[:3, :, own].mean() + 3)
        np.testing.assert_allclose(np.exp(drawn.still[:, :, :8]).sum(2), 1, atol=1e-5)
        self.assertEqual(drawn.truth[5, HAPPINESS], 1)
        self.assertEqual(drawn.truth[0, 0], 1)

    def test_an_unseen_place_is_zero_and_moves_stay_within_their_bound(self):
        for script in scripts("plain", 12):
            drawn = draw(script, somebody(), CHANNELS, borrows=True)
            unseen = drawn.seen == 0
            self.assertFalse(drawn.still[unseen].any() or drawn.moves[unseen].any())
            self.assertLessEqual(np.abs(drawn.moves[:, :, : len(MOVES)]).max(), MOST_MOVED)

    def test_a_face_turned_far_is_not_seen(self):
        turned = [draw(Script("quiet", SECONDS, (), (("turning", 4.0, 8.0),), seed=seed), somebody(), CHANNELS) for seed in range(20)]
        self.assertTrue(any(one.seen[5:7].sum() < 20 for one in turned))
        self.assertTrue(all(one.seen[:3].sum() == 30 for one in turned))

    def test_a_pace_is_the_change_over_the_time_between(self):
        script = Script("quiet", SECONDS, (), rate=10.0, seed=5)
        drawn = draw(script, somebody(), CHANNELS)
        changes, paces = np.split(drawn.moves.reshape(-1, 2 * len(MOVES)), 2, axis=1)
        np.testing.assert_allclose(paces[1:], np.diff(changes, axis=0) * PER_SECOND, atol=2e-2)

    def test_speech_moves_the_mouth_and_not_the_brows(self):
        quiet, talk = (
            draw(Script("quiet", SECONDS, (), disturbed, seed=9), somebody(), CHANNELS)
            for disturbed in ((), (("talking", 2.0, 8.0),))
        )
        apart = np.abs(quiet.moves - talk.moves)[3:7, :, : len(MOVES)].mean((0, 1))
        self.assertEqual(apart[0], 0)
        self.assertGreater(apart[4], 0.2)


class Truth(unittest.TestCase):
    def test_shares_sum_to_one_and_a_weak_face_is_not_seen(self):
        script = Script("plain", SECONDS, (Bout(((HAPPINESS, 1.0),), 2, 0.5, 3, 0.5, 0.1),))
        shares = true_shares(script, [[somebody().shown[HAPPINESS][0]]], fine(script))
        np.testing.assert_allclose(shares.sum(1), 1)
        self.assertEqual(shares[:, HAPPINESS].max(), 0)

    def test_a_whole_is_what_was_shown_however_long_nothing_was(self):
        short, long = (whole_of(np.vstack([np.tile(one_hot(HAPPINESS), (20, 1)), np.tile(one_hot(0), (quiet, 1))]), PER_SECOND) for quiet in (20, 1780))
        np.testing.assert_allclose(short, long)
        self.assertGreater(long[HAPPINESS], 0.9)
        self.assertEqual(whole_of(np.tile(one_hot(0), (50, 1)), PER_SECOND)[0], 1)

    def test_a_trend_changes_its_sign_with_the_order(self):
        happy, sad = (np.tile(one_hot(label), (30, 1)) for label in (HAPPINESS, SADNESS))
        self.assertLess(trend_of(np.vstack([happy, sad])), -0.5)
        self.assertGreater(trend_of(np.vstack([sad, happy])), 0.5)
        self.assertEqual(trend_of(np.tile(one_hot(0), (60, 1))), 0)


class Sets(unittest.TestCase):
    def test_twins_differ_only_in_order(self):
        twins = in_order([somebody()], CHANNELS, 3, SECONDS, 1, UNFUSED)
        for at in range(0, 6, 2):
            self.assertEqual(twins.labels[at], twins.labels[at + 1][::-1])
            np.testing.assert_allclose(twins.whole[at], twins.whole[at + 1], atol=0.03)
            self.assertLess(twins.trend[at], 0)
            self.assertGreater(twins.trend[at + 1], 0)

    def test_early_and_late_show_the_same_for_as_long(self):
        some = early_and_late([somebody()], CHANNELS, 3, 60, 1, fuse=UNFUSED)
        for at in range(0, 6, 2):
            np.testing.assert_allclose(some.whole[at], some.whole[at + 1], atol=0.03)
            shown = 1 - some.truth[at : at + 2, :, 0]
            self.assertEqual(shown[0, 5:].max(), 0)
            self.assertEqual(shown[1, :-5].max(), 0)


if __name__ == "__main__":
    unittest.main()
