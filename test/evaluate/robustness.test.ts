import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { type ExpressionScores, noScores } from '../../app/domain/face/expression';
import { parseEvaluateArguments } from '../../models/evaluate/arguments';
import { chosenFaces } from '../../models/evaluate/robustness/faces';
import { figuresOf } from '../../models/evaluate/robustness/figures';
import type { Told } from '../../models/evaluate/robustness/page';
import { InputError } from '../../models/tools/input-error';

const DATA = '../shared/data';

const scores = (some: Partial<ExpressionScores>): ExpressionScores => ({ ...noScores(), ...some });
const told = (some: Partial<Told>): Told => ({
  expression: scores({ happiness: 0.8, neutral: 0.2 }),
  facialValence: 0.8,
  usable: true,
  framing: 'ok',
  ...some,
});

test('a change of the picture: what is read, the same, noticed and wrong', () => {
  const clean = told({});
  const other = { expression: scores({ neutral: 1 }), facialValence: 0 };
  const pictures = [
    told({}),
    told(other),
    told({ ...other, framing: 'too-dark' }),
    told({ ...other, usable: false }),
    told({ expression: null, facialValence: null, usable: false, framing: 'no-face' }),
  ];
  const figures = figuresOf(pictures.map((one) => ({ clean, told: one })));
  assert.deepEqual([figures.pictures, figures.read, figures.usable, figures.same], [5, 4, 3, 1]);
  assert.deepEqual([figures.noticed, figures.wrong], [3, 1], 'only one is wrong, usable and without a word');
  assert.ok(Math.abs(figures.tv - (3 * 0.8) / 4) < 1e-9);
  assert.ok(Math.abs(figures.valence - (3 * 0.8) / 4) < 1e-9);
  assert.equal(figures.valenceMost, 0.8);
  assert.deepEqual(figures.said, { ok: 3, 'too-dark': 1, 'no-face': 1 });
});

test('robustness: the folder of the sets may be named, and nothing else beside it', () => {
  assert.deepEqual(parseEvaluateArguments(['--robustness', 'data']), { robustness: 'data', jsonPath: null });
  assert.deepEqual(parseEvaluateArguments(['--robustness']), { robustness: DATA, jsonPath: null });
  for (const more of [
    ['one', 'two'],
    ['--units', 'pairs.csv'],
    ['--faces', 'f.u8'],
  ])
    assert.throws(() => parseEvaluateArguments(['--robustness', ...more]), /Usage/);
  assert.throws(() => chosenFaces('nowhere', ''), InputError);
});

test('the faces are of different people and follow from the seed', { skip: !existsSync(DATA) }, () => {
  const faces = chosenFaces(DATA, 'one');
  assert.equal(faces.length, 24);
  assert.equal(new Set(faces.map(({ path }) => path)).size, 24);
  assert.deepEqual(chosenFaces(DATA, 'one'), faces);
  assert.notDeepEqual(chosenFaces(DATA, 'two'), faces);
});
