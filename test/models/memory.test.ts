import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { EXPRESSIONS } from '../../app/domain/face/expression';
import { HEAD_REGIONS, MemoryHead, type Remembered, type RunHead } from '../../app/dynamics/memory/memory-head';
import { MOVES } from '../../app/dynamics/memory/moves';
import { type HeadSecond, MOVES_WIDTH, STILL_WIDTH } from '../../app/dynamics/memory/seconds';
import { median } from '../../app/statistics/median';
import { HEAD_MODEL, HEAD_STATE, openHead } from '../../models/analyse/dynamics/memory-session';
import { MODELS } from '../../models/convert/paths.ts';
import { type GoldenFace, type GoldenPerson, type GoldenRecalls, recallOf } from './support/golden-recall';

/** Bars of the head: parameters, bytes of the file, milliseconds a second of trace. */
const MOST = { parameters: 300_000, bytes: 600_000, ms: 5 };
/** Largest difference to PyTorch. */
const BOUND = 1e-3;
/** Of twins that differ in order, so many are told apart at the least. */
const LEAST_TOLD_APART = 0.95;
/** What the first five seconds count for at the end, over what the last five do. */
const RATIO = [0.8, 1.25] as const;
const LONG_SECONDS = 180;
const LONG_PEOPLE = 2;

const golden = JSON.parse(readFileSync(join(MODELS, 'memory', 'golden.json'), 'utf8')) as GoldenRecalls;
let run: RunHead;
before(async () => {
  run = await openHead();
});

async function remember(...parts: readonly (readonly HeadSecond[])[]): Promise<Remembered> {
  const head = new MemoryHead(run, HEAD_STATE);
  for (const part of parts) await head.add(part);
  return head.remembered!;
}

function goldenRecall({ rest }: GoldenPerson, first: GoldenFace, second: GoldenFace): HeadSecond[] {
  const held = [first, second].map((face, at) => {
    const from = golden.starts[at]!;
    return { face, from, until: from + golden.heldSeconds };
  });
  return recallOf(rest, held, golden.seconds);
}

/** Both orders of each person's two faces, in the order of the answers. */
const twins = (): HeadSecond[][] =>
  golden.people.flatMap((person) => [
    goldenRecall(person, person.happiness, person.sadness),
    goldenRecall(person, person.sadness, person.happiness),
  ]);

test('the head is as small as it has to be, and takes what the app gives it', () => {
  assert.ok(HEAD_MODEL.parameters <= MOST.parameters);
  assert.ok(HEAD_MODEL.bytes <= MOST.bytes);
  assert.deepEqual(HEAD_MODEL.moves, [...MOVES]);
  assert.deepEqual(HEAD_MODEL.labels, [...EXPRESSIONS]);
  assert.deepEqual(HEAD_MODEL.regions, [...HEAD_REGIONS]);
  assert.equal(HEAD_MODEL.inputs.still.at(-1), STILL_WIDTH);
  assert.equal(HEAD_MODEL.inputs.moves.at(-1), MOVES_WIDTH);
});

test('the file, second by second, says what PyTorch says of whole recalls; and tells their order', async () => {
  let toldApart = 0;
  for (const [at, seconds] of twins().entries()) {
    const { expression, facialValence, trend, seconds: each } = await remember(seconds);
    const { last, whole, told } = golden.answers[at]!;
    const apart = [
      ...EXPRESSIONS.map((name, of) => expression[name] - whole[of]!),
      ...EXPRESSIONS.map((name, of) => each.at(-1)!.expression[name] - last[of]!),
      facialValence - told[0]!,
      trend - told[1]!,
    ];
    assert.ok(Math.max(...apart.map(Math.abs)) <= BOUND, `recall ${at}: ${Math.max(...apart.map(Math.abs))}`);
    if (Math.sign(trend) === (at % 2 === 0 ? -1 : 1)) toldApart++;
  }
  assert.ok(toldApart / golden.answers.length >= LEAST_TOLD_APART, `${toldApart} of ${golden.answers.length}`);
});

test('a recall that is read in parts comes to exactly what it comes to at once', async () => {
  const [seconds] = twins();
  const once = await remember(seconds!);
  assert.deepEqual(await remember(seconds!.slice(0, 1), seconds!.slice(1, 8), seconds!.slice(8)), once);
});

test('what it looked at sums to one in every second', async () => {
  const [seconds] = twins();
  for (const { looked } of (await remember(seconds!)).seconds) {
    assert.ok(Math.abs(looked.reduce((sum, share) => sum + share, 0) - 1) < 1e-4);
  }
});

test('an expression in the first five seconds of three minutes counts as much as one in the last five', async () => {
  const counted = { early: 0, late: 0 };
  for (const { rest, happiness } of golden.people.slice(0, LONG_PEOPLE)) {
    const shown = async (from: number): Promise<number> => {
      const held = [{ face: happiness, from, until: from + golden.heldSeconds }];
      return (await remember(recallOf(rest, held, LONG_SECONDS))).expression.happiness;
    };
    counted.early += await shown(1);
    counted.late += await shown(LONG_SECONDS - 4);
  }
  const ratio = counted.early / counted.late;
  assert.ok(counted.late > 0.1 * LONG_PEOPLE, 'it is seen at all');
  assert.ok(ratio >= RATIO[0] && ratio <= RATIO[1], `ratio ${ratio}`);
});

test('a second of trace takes a few milliseconds', async () => {
  const [second] = twins()[0]!;
  const took: number[] = [];
  const state = new Float32Array(HEAD_STATE);
  for (let at = 0; at < 30; at++) {
    const from = performance.now();
    await run({ ...second!, state });
    took.push(performance.now() - from);
  }
  assert.ok(median(took) < MOST.ms, `${median(took)} ms`);
});
