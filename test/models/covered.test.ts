import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MODELS } from '../../app/vision/runtime/models';
import { coverProbability } from '../../app/vision/steps/covered';
import head from '../../models/expression/covered.json' with { type: 'json' };
import { type Cover, covered, type Grey } from '../../models/train/covered/covers';
import { fitLine } from '../../models/train/covered/logistic';
import { seeded } from './support/seeded';

test('what tells a covered face was fitted to the embedding of the model that ships', () => {
  const { id, version, outputs } = MODELS.expression;
  assert.equal(head.model, `${id} ${version}`);
  const embedding = outputs.find(({ name }) => name === 'embedding')!;
  assert.equal(head.weights.length, embedding.shape.at(-1)! + 1);
  const empty = new Float32Array(head.weights.length - 1);
  const odds = head.bias + 2 * head.weights.at(-1)!;
  assert.ok(Math.abs(coverProbability(empty, 2, head) - 1 / (1 + Math.exp(-odds))) < 1e-9);
  assert.ok(
    coverProbability(empty, 20, head) < coverProbability(empty, 2, head),
    'the surer the mesh, the less is covered',
  );
});

test('a line is found again: log odds of two features', () => {
  const random = seeded(4);
  const rows = Array.from({ length: 4000 }, () => Float64Array.of(random() * 4, random() * 10));
  const isOne = rows.map(([a, b]) => random() < 1 / (1 + Math.exp(-(2 * a! - b! + 1))));
  const { weights, bias } = fitLine(rows, isOne, 0);
  assert.ok(Math.abs(weights[0]! - 2) < 0.2, `${weights[0]}`);
  assert.ok(Math.abs(weights[1]! + 1) < 0.1, `${weights[1]}`);
  assert.ok(Math.abs(bias - 1) < 0.3, `${bias}`);
});

/** Places of the mesh's points that the covers ask for, on a face of 60 x 80 pixels. */
const POINTS: Readonly<Record<number, readonly [number, number]>> = {
  1: [50, 55],
  2: [50, 62],
  13: [50, 70],
  33: [35, 42],
  50: [32, 60],
  105: [35, 33],
  133: [45, 42],
  152: [50, 90],
  195: [50, 50],
  263: [65, 42],
  280: [68, 60],
  334: [65, 33],
  362: [55, 42],
};
const face = { x: 20, y: 10, width: 60, height: 80, point: (index: number) => POINTS[index]! };

for (const [cover, hidden] of [
  ['mouth', [50, 72]],
  ['eyes', [38, 42]],
] as const)
  test(`a drawn cover hides the ${cover}, and what lies beside the face does not`, () => {
    const picture: Grey = { data: new Float32Array(100 * 100).fill(-1), side: 100 };
    const changed = (kind: Cover, seed: number): number =>
      covered(picture, face, kind, null, seeded(seed)).data[hidden[1] * 100 + hidden[0]]!;
    for (let seed = 1; seed <= 20; seed++) assert.ok(changed(cover, seed) >= 0, `${cover}, seed ${seed}`);
    for (let seed = 1; seed <= 20; seed++) assert.equal(changed('beside', seed), -1, `beside, seed ${seed}`);
  });
