import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Expression, type ExpressionScores, noScores } from '../../app/domain/face/expression';
import { calibrationError } from '../../models/evaluate/metrics/calibration';
import { figuresOf, type Judged } from '../../models/evaluate/metrics/figures';
import { mcnemar } from '../../models/evaluate/metrics/mcnemar';
import { wilson } from '../../models/evaluate/metrics/wilson';

const close = (actual: number, expected: number, tolerance = 1e-9): void =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual}, expected ${expected}`);

test('the Wilson interval is the published one', () => {
  // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.
  for (const [hits, n, low, high] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const interval = wilson(hits, n);
    close(interval[0], low, 6e-5);
    close(interval[1], high, 6e-5);
  }
  close(wilson(29, 29)[1], 1);
});

test('the Wilson interval holds the share and stays between 0 and 1, however few', () => {
  for (let n = 1; n <= 60; n++)
    for (let hits = 0; hits <= n; hits++) {
      const [low, high] = wilson(hits, n);
      assert.ok(0 <= low && low <= hits / n && hits / n <= high && high <= 1, `${hits} of ${n}: ${low} to ${high}`);
    }
});

test('calibration error, by hand: bins weighted by what falls into them', () => {
  const answers = [
    { confidence: 0.9, right: true },
    { confidence: 0.92, right: false },
    { confidence: 0.5, right: true },
    { confidence: 0.5, right: false },
  ];
  // Bin of .9: mean .91, half right: .41, half of the answers. Bin of .5: exact.
  close(calibrationError(answers), 0.205);
  close(calibrationError([{ confidence: 1, right: true }]), 0);
  close(calibrationError([{ confidence: 1, right: false }]), 1);
});

test('calibration error keeps what lies on either side of a bin edge apart', () => {
  const below = { confidence: 0.6 - 1e-6, right: true };
  const above = { confidence: 0.6 + 1e-6, right: false };
  close(calibrationError([below, above]), 0.5, 1e-5);
  close(calibrationError([below, { ...above, confidence: below.confidence }]), 0.1, 1e-5);
});

test('McNemar is the exact binomial test', () => {
  close(mcnemar(1, 7), 18 / 256);
  close(mcnemar(7, 1), 18 / 256);
  assert.equal(mcnemar(0, 0), 1);
  assert.equal(mcnemar(5, 5), 1);
  close(mcnemar(0, 5), 2 / 32);
  // Summed as whole numbers: 2 * (sum of 200 over k, k to 80) / 2^200, and the same of 2000 and 900.
  close(mcnemar(80, 120), 0.005685, 1e-6);
  close(mcnemar(900, 1100) / 8.45709e-6, 1, 1e-6);
});

const said = (name: Expression, score: number): ExpressionScores => ({
  ...noScores((1 - score) / 7),
  [name]: score,
});
const judged = (truth: Expression, answer: Expression, score = 0.8): Judged => ({
  truth,
  scores: said(answer, score),
  uncalibrated: said(answer, 1),
});

/** Two of three happy faces right, one called neutral; the one fearful face called happy; the neutral one right. */
const FIVE = [
  judged('happiness', 'happiness'),
  judged('happiness', 'happiness'),
  judged('happiness', 'neutral'),
  judged('fear', 'happiness'),
  judged('neutral', 'neutral'),
];

test('figures of five faces, by hand; expressions without an example do not count', () => {
  const figures = figuresOf(FIVE);
  assert.equal(figures.n, 5);
  close(figures.accuracy, 0.6);
  close(figures.unweightedRecall, (2 / 3 + 0 + 1) / 3);
  // F1: happiness 4 of 6, neutral 2 of 3, fear 0.
  close(figures.macroF1, (4 / 6 + 2 / 3 + 0) / 3);
  assert.deepEqual(Object.keys(figures.perClass), ['neutral', 'happiness', 'fear']);
  assert.deepEqual(figures.perClass.happiness, { recall: 2 / 3, precision: 2 / 3, n: 3 });
  assert.deepEqual(figures.perClass.fear, { recall: 0, precision: 0, n: 1 });
  assert.equal(figures.confusion[1]![0], 1, 'a happy face was called neutral');
  assert.equal(figures.confusion[6]![1], 1, 'a fearful face was called happy');
  assert.equal(
    figures.confusion.flat().reduce((a, b) => a + b),
    5,
  );
});

test('calibration is told with the temperature and without', () => {
  const { ece, eceUncalibrated } = figuresOf(FIVE);
  close(ece, 0.2);
  close(eceUncalibrated, 0.4);
});

test('what an absent expression is wrongly said for still lowers the recall of the present ones', () => {
  const { unweightedRecall, perClass } = figuresOf([judged('anger', 'disgust'), judged('anger', 'anger')]);
  close(unweightedRecall, 0.5);
  assert.deepEqual(Object.keys(perClass), ['anger']);
});
