import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseEvaluateArguments } from '../../models/evaluate/arguments';
import { evaluateSameFace } from '../../models/evaluate/same-face/evaluate-same-face';
import {
  acceptFigures,
  allPairs,
  distanceOf,
  type EmbeddedFace,
  enrolledPairs,
  pairFigures,
} from '../../models/evaluate/same-face/figures';
import { sameFaceReport } from '../../models/evaluate/same-face/report';
import { InputError } from '../../models/tools/input-error';

/** 20 pairs of each kind; one of the same person lies among the others, and one of the others among the same. */
const same = [...Array.from({ length: 19 }, (_, at) => 0.2 + at / 100), 0.8];
const different = [0.3, ...Array.from({ length: 19 }, (_, at) => 0.6 + at / 100)];

test('same face: the equal error rate is where as many are refused as accepted, and the accuracy is of folds', () => {
  const { equalErrorRate, threshold, accuracy } = pairFigures({ same, different });
  assert.deepEqual([equalErrorRate.hits, equalErrorRate.n], [2, 40]);
  assert.ok(threshold >= 0.38 && threshold < 0.6, String(threshold));
  assert.ok(equalErrorRate.interval[0] > 0 && equalErrorRate.interval[1] < 0.2);
  // One more is wrong than at the best threshold of all: the farthest of the same person, which no other fold has seen.
  assert.deepEqual([accuracy.hits, accuracy.n], [37, 40]);
});

test('same face: at 1 % false accepts only what is nearer than the others is accepted', () => {
  const others = Array.from({ length: 101 }, (_, at) => 0.5 + at / 100);
  const figures = acceptFigures({ same: [0.1, 0.505, 0.52], different: others });
  assert.ok(Math.abs(figures.threshold - 0.51) < 0.006, String(figures.threshold));
  assert.deepEqual([figures.accepted.hits, figures.accepted.n, figures.others], [2, 3, 101]);
});

test('same face: pictures are paired by person, and a person is enrolled from three', () => {
  const face = (person: string, ...embedding: number[]): EmbeddedFace => ({ person, embedding });
  assert.equal(distanceOf([0, 3], [4, 0]), 5);
  const faces = [face('a', 0), face('a', 3), face('a', 6), face('a', 4), face('b', 9), face('b', 9), face('b', 9)];
  const pairs = allPairs(faces);
  assert.deepEqual([pairs.same.length, pairs.different.length], [9, 12]);
  // The mean of the first three of a is 3; b has no picture beside those it is enrolled from.
  assert.deepEqual(enrolledPairs(faces), { same: [1], different: [5] });
});

test('same face: the report has a row a figure', () => {
  const [lfw, accepts] = [pairFigures({ same, different }), acceptFigures({ same, different })];
  const report = sameFaceReport({ lfw, lfwWithoutFace: 3, sets: { yale: { pictures: accepts, enrolled: accepts } } });
  assert.match(report, /equal error rate, 3 pairs without a face left out \| 2 of 40: 5\.0 %/);
  assert.equal(report.split('\n').filter((line) => line.startsWith('| yale')).length, 2);
});

test('same face: the sets are looked for in a folder, and one that is not there is told', async () => {
  assert.deepEqual(parseEvaluateArguments(['--same-face', 'DIR']), { sameFace: 'DIR', jsonPath: null });
  assert.throws(() => parseEvaluateArguments(['--same-face', 'A', 'B']), InputError);
  await assert.rejects(
    evaluateSameFace('nowhere', () => undefined),
    InputError,
  );
});
