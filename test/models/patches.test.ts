import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { EXPRESSIONS, type ExpressionScores, noScores, topExpression } from '../../app/domain/face/expression';
import { MOVES } from '../../app/dynamics/memory/moves';
import { type HeadSecond, MOVES_WIDTH, STILL_WIDTH } from '../../app/dynamics/memory/seconds';
import { basisOf } from '../../app/dynamics/patches/basis';
import { projectionKernel } from '../../app/dynamics/patches/kernel';
import { PATCH_REGIONS } from '../../app/dynamics/patches/patch-model';
import { patchVotes } from '../../app/dynamics/patches/patch-votes';
import { fusedWhole, WHOLE_MEMBERS } from '../../app/dynamics/summary/fused-whole';
import { secondMeans } from '../../app/dynamics/summary/second-means';
import { PATCH_MODEL, WHOLE_FUSION } from '../../models/analyse/dynamics/readers';
import { MODELS } from '../../models/convert/paths.ts';
import { type GoldenFace, type GoldenPerson, type GoldenRecalls, recallOf } from './support/golden-recall';
import { seeded } from './support/seeded';

/** Bars: bytes of the file, and milliseconds for three minutes. */
const MOST = { bytes: 200_000, ms: 1000 };
const LONG_SECONDS = 180;
/** Largest difference to numpy. */
const BOUND = 1e-3;

const read = (folder: string, name: string): unknown =>
  JSON.parse(readFileSync(join(MODELS, folder, name), 'utf8')) as unknown;
const recalls = read('memory', 'golden.json') as GoldenRecalls;
const golden = read('patches', 'golden.json') as {
  readonly patches: readonly (readonly number[])[];
  readonly fused: readonly (readonly number[])[];
};

function recallWith({ rest }: GoldenPerson, faces: readonly GoldenFace[], seconds = recalls.seconds): HeadSecond[] {
  const held = faces.map((face, at) => ({
    face,
    from: recalls.starts[at]!,
    until: recalls.starts[at]! + recalls.heldSeconds,
  }));
  return recallOf(rest, held, seconds);
}

/** Both orders of each person's two faces, in the order of the answers. */
const twins = (): HeadSecond[][] =>
  recalls.people.flatMap((person) => [
    recallWith(person, [person.happiness, person.sadness]),
    recallWith(person, [person.sadness, person.happiness]),
  ]);

const scoresOf = (shares: readonly number[]): ExpressionScores => {
  const scores = noScores();
  for (const [at, name] of EXPRESSIONS.entries()) scores[name] = shares[at]!;
  return scores;
};
const furthest = (scores: ExpressionScores, shares: readonly number[]): number =>
  Math.max(...EXPRESSIONS.map((name, at) => Math.abs(scores[name] - shares[at]!)));
const sumOf = (numbers: Readonly<Record<string, number>>): number =>
  Object.values(numbers).reduce((sum, one) => sum + one, 0);

/** Random readings that are anything but quiet; so many in ten places are seen. */
function restless(seconds: number, seen = 1, seed = 7): HeadSecond[] {
  const random = seeded(seed);
  return Array.from({ length: seconds }, () => ({
    seen: Float32Array.from({ length: 10 }, () => (random() < seen ? 1 : 0)),
    still: Float32Array.from({ length: 10 * STILL_WIDTH }, () => 8 * random() - 4),
    moves: Float32Array.from({ length: 10 * MOVES_WIDTH }, () => 16 * random() - 8),
  }));
}

const nobody = (): HeadSecond => ({
  seen: new Float32Array(10),
  still: new Float32Array(10 * STILL_WIDTH),
  moves: new Float32Array(10 * MOVES_WIDTH),
});

test('the representatives are as small as they have to be, and take what the app gives them', () => {
  assert.ok(statSync(join(MODELS, 'patches', 'model.json')).size <= MOST.bytes);
  assert.deepEqual(PATCH_MODEL.labels, [...EXPRESSIONS]);
  assert.deepEqual(PATCH_MODEL.moves, [...MOVES]);
  assert.deepEqual(
    PATCH_MODEL.regions.map(({ region }) => region),
    [...PATCH_REGIONS],
  );
  for (const { columns, map, lengths } of PATCH_MODEL.regions) {
    assert.equal(map.length, columns.length);
    assert.deepEqual(
      lengths.map(({ length }) => length),
      [8, 16, 32, 64],
    );
    for (const { bases, classes, weights } of lengths) {
      assert.deepEqual([bases.length, classes.length], [weights.length, weights.length]);
      assert.deepEqual(new Set(classes).size, EXPRESSIONS.length);
    }
  }
});

test('patches and the fusion say of whole recalls what numpy says', () => {
  for (const [at, seconds] of twins().entries()) {
    const votes = patchVotes(seconds, PATCH_MODEL)!;
    assert.ok(furthest(votes.expression, golden.patches[at]!) <= BOUND, `recall ${at}`);
    const memory = scoresOf(recalls.answers[at]!.whole);
    const fused = fusedWhole({ ...secondMeans(seconds)!, memory, patches: votes.expression }, WHOLE_FUSION);
    assert.ok(furthest(fused, golden.fused[at]!) <= BOUND, `recall ${at}, fused`);
  }
});

test('a basis is orthonormal, and spans what the readings have in common', () => {
  const random = seeded(3);
  const [width, readings] = [6, 20];
  const rows = Array.from({ length: readings }, () => Array.from({ length: width }, () => random() - 0.5));
  const products = Float64Array.from({ length: width * width }, (_, at) =>
    rows.reduce((sum, row) => sum + row[Math.floor(at / width)]! * row[at % width]!, 0),
  );
  const basis = basisOf(products, width, 3);
  const dot = (a: number, b: number): number =>
    basis.subarray(a * width, (a + 1) * width).reduce((sum, value, at) => sum + value * basis[b * width + at]!, 0);
  for (let a = 0; a < 3; a++) for (let b = 0; b < 3; b++) assert.ok(Math.abs(dot(a, b) - (a === b ? 1 : 0)) < 1e-9);
  const caught = (column: number): number =>
    rows.reduce((sum, row) => sum + row.reduce((s, value, at) => s + value * basis[column * width + at]!, 0) ** 2, 0);
  assert.ok(caught(0) > caught(1) && caught(1) > caught(2), 'the strongest comes first');
});

test('votes sum to one, and so do the regions that each span came from', () => {
  const { expression, spans } = patchVotes(restless(30), PATCH_MODEL)!;
  assert.ok(Math.abs(sumOf(expression) - 1) < 1e-9);
  assert.ok(spans.length > 0);
  for (const [at, { onsetMs, offsetMs, regions }] of spans.entries()) {
    assert.ok(Math.abs(sumOf(regions) - 1) < 1e-9);
    assert.ok(onsetMs < offsetMs && onsetMs >= (spans[at - 1]?.offsetMs ?? 0) && offsetMs <= 30_000);
  }
});

test('what lies before and after, where nobody was seen, changes no vote, only when it was', () => {
  const seconds = restless(14, 0.8);
  const votes = patchVotes(seconds, PATCH_MODEL)!;
  const later = patchVotes([nobody(), nobody(), nobody(), ...seconds, nobody()], PATCH_MODEL)!;
  assert.deepEqual(later.expression, votes.expression);
  assert.deepEqual(
    later.spans.map(({ onsetMs }) => onsetMs - 3000),
    votes.spans.map(({ onsetMs }) => onsetMs),
  );
});

test('of a smile that comes and goes it is told that it was one, and when', () => {
  let found = 0;
  for (const person of recalls.people) {
    const { expression, spans } = patchVotes(recallWith(person, [person.happiness]), PATCH_MODEL)!;
    const [from, until] = [1000 * recalls.starts[0]!, 1000 * (recalls.starts[0]! + recalls.heldSeconds)];
    const smile = spans.find((span) => span.expression === 'happiness' && span.onsetMs < until && span.offsetMs > from);
    if (smile && topExpression({ ...expression, neutral: 0 }) === 'happiness') found++;
  }
  assert.ok(found > recalls.people.length / 2, `${found} of ${recalls.people.length}`);
});

test('a movement and its opposite are told apart by the constant beside them alone', () => {
  const [width, length] = [3, 8];
  const lineOf = (move: number, constant: number): Float64Array => {
    const row = [move, 0, constant];
    return basisOf(
      Float64Array.from({ length: width * width }, (_, at) => length * row[Math.floor(at / width)]! * row[at % width]!),
      width,
      1,
    );
  };
  assert.ok(projectionKernel(lineOf(1, 0), lineOf(-1, 0), width) > 1 - 1e-9);
  assert.ok(projectionKernel(lineOf(1, 1), lineOf(-1, 1), width) < 1e-9);
});

test('nobody, and too little of somebody, have no votes', () => {
  assert.equal(patchVotes([], PATCH_MODEL), null);
  assert.equal(patchVotes([nobody()], PATCH_MODEL), null);
  const moment = { ...restless(1)[0]!, seen: Float32Array.from({ length: 10 }, (_, at) => (at < 7 ? 1 : 0)) };
  assert.equal(patchVotes([moment], PATCH_MODEL), null);
});

test('three minutes take less than a second', () => {
  const seconds = restless(LONG_SECONDS);
  patchVotes(seconds.slice(0, 20), PATCH_MODEL);
  const from = performance.now();
  patchVotes(seconds, PATCH_MODEL);
  const took = performance.now() - from;
  assert.ok(took < MOST.ms, `${took} ms`);
});

test('a fusion counts each of its members', () => {
  const flat = scoresOf(EXPRESSIONS.map(() => 1 / EXPRESSIONS.length));
  const glad = scoresOf(EXPRESSIONS.map((name) => (name === 'happiness' ? 0.65 : 0.05)));
  const all = Object.fromEntries(WHOLE_MEMBERS.map((name) => [name, flat])) as Record<
    (typeof WHOLE_MEMBERS)[number],
    ExpressionScores
  >;
  const before = fusedWhole(all, WHOLE_FUSION);
  assert.ok(Math.abs(sumOf(before) - 1) < 1e-9);
  for (const name of WHOLE_MEMBERS) {
    const after = fusedWhole({ ...all, [name]: glad }, WHOLE_FUSION);
    const weight = WHOLE_FUSION.expressions[name];
    assert.equal(Math.sign(after.happiness / after.fear - before.happiness / before.fear), Math.sign(weight), name);
  }
});
