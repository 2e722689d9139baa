import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EXPRESSIONS, topExpression } from '../../app/domain/face/expression';
import { traceToJson } from '../../app/journal/parse/trace-json';
import { dynamicsOfTrace } from '../../models/analyse/dynamics/dynamics';
import { openReaders } from '../../models/analyse/dynamics/readers';
import { readTraces } from '../../models/analyse/dynamics/traces';
import { movingTrace, SMILE } from '../support/moving-trace';
import { write } from './support/run';

/** Ten seconds of recall with a smile in the third and fourth, of which the still model is half sure. */
const smiles = (tMs: number): boolean => tMs >= 2000 && tMs < 4000;
const plain = movingTrace(10_000, (tMs) => (smiles(tMs) ? SMILE : {}));
const recallFromMs = plain.segments[1]!.startMs;
const half = (name: string): number => (name === 'neutral' || name === 'happiness' ? 0.5 : 0);
const smiling = {
  ...plain,
  expression: Float32Array.from(plain.expression, (share, at) => {
    const row = Math.floor(at / EXPRESSIONS.length);
    return smiles(plain.tMs[row]! - recallFromMs) ? half(EXPRESSIONS[at % EXPRESSIONS.length]!) : share;
  }),
};
const json = (value: unknown): string => write(`trace-${Math.random()}.json`, Buffer.from(JSON.stringify(value)));

test('a smile in a trace is remembered and voted for, which a mean over its time says nothing of', async () => {
  const { mean, memory, patches, fused } = await dynamicsOfTrace(smiling, await openReaders());
  assert.equal(topExpression(mean!), 'neutral');
  assert.equal(topExpression(memory!.expression), 'happiness');
  assert.equal(memory!.seconds.length, 10);
  const [before, during] = [memory!.seconds[0]!, memory!.seconds[3]!];
  assert.equal(topExpression(before.expression), 'neutral');
  assert.ok(during.expression.happiness > before.expression.happiness + 0.3);
  const [voted] = patches!.spans.filter(({ expression }) => expression === 'happiness');
  assert.ok(voted && voted.onsetMs < 4000 && voted.offsetMs > 2000, JSON.stringify(patches!.spans));
  assert.equal(topExpression({ ...fused!, neutral: 0 }), 'happiness');
});

test('a trace without a baseline at rest, or without a face, has no memory', async () => {
  const readers = await openReaders();
  const [baseline, ...others] = smiling.segments;
  const none = {
    ...smiling,
    segments: [
      { ...baseline!, endMs: 500 },
      { ...others[0]!, startMs: 500 },
    ],
  };
  assert.equal((await dynamicsOfTrace(none, readers)).memory, null);
  assert.deepEqual(
    await dynamicsOfTrace(
      movingTrace(5000, () => null),
      readers,
    ),
    { mean: null, memory: null, patches: null, fused: null },
  );
});

test('traces are read as the app exports them, one or a whole journal', () => {
  const trace = traceToJson(smiling);
  const entries = [
    { entry: {}, trace },
    { entry: {}, trace: null },
    { entry: {}, trace },
  ];
  for (const [value, count] of [
    [trace, 1],
    [{ entry: {}, trace }, 1],
    [{ format: 'reverie-journal', entries }, 2],
  ] as const) {
    const traces = readTraces(json(value));
    assert.equal(traces.length, count);
    assert.deepEqual(traces[0]!.measures, smiling.measures);
  }
});

test('what is no trace is told in one line', () => {
  assert.throws(() => readTraces('no/such.json'), /^Error: no\/such\.json: there is no such file$/);
  assert.throws(() => readTraces(write('broken.json', Buffer.from('{'))), /: this is not JSON$/);
  for (const value of [[], 3, null, { entries: [] }, { trace: null }])
    assert.throws(() => readTraces(json(value)), /: there is no trace in it$/);
  assert.throws(
    () => readTraces(json({ ...traceToJson(smiling), tMs: 'x' })),
    /: trace 1 cannot be read \(tMs: [^\n]+\)$/,
  );
});
