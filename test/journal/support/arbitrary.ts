import fc from 'fast-check';
import type { Entry } from '../../../app/domain/entry/entry';
import { RECALL_MODES } from '../../../app/domain/entry/recall-mode';
import { ACTION_UNITS } from '../../../app/domain/face/action-unit';
import { EXPRESSIONS, type ExpressionScores } from '../../../app/domain/face/expression';
import { type FaceStates, STATES } from '../../../app/domain/face/face-states';
import type { Trace } from '../../../app/domain/face/trace';
import { CUE_VALENCES, DIRECTIONS, SPECIFICITIES, WHENS } from '../../../app/domain/memory/memory';
import { FEELS_NOW, LIFE_PERIODS, PERSPECTIVES, TIMES_AHEAD } from '../../../app/domain/memory/recollection';
import type { Report } from '../../../app/domain/report/report';
import { MIXED_RULES } from '../../../app/dynamics/mixed/mixed-table';

/** No -0: the packed form is JSON, which has none, and nothing here means anything by it. */
const double = (min: number, max: number) => fc.double({ min, max, noNaN: true }).map((value) => value + 0);
const share = double(0, 1);
const signed = double(-1, 1);
const durationMs = double(0, 1e7);
const orNull = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const name = fc.string({ minLength: 1, unit: 'binary' });

const moment = fc.record({
  epochMs: fc.integer({ min: 0, max: 4e12 }),
  zone: fc.constantFrom('Europe/Berlin', 'Asia/Kathmandu', 'UTC'),
  offsetMinutes: fc.integer({ min: -840, max: 840 }),
});

const rating = fc.record({
  value: signed,
  raw: double(0, 100),
  bounds: fc.constant([0, 100] as const),
  instrument: name,
  instrumentVersion: fc.integer({ min: 1, max: 9 }),
});

const report: fc.Arbitrary<Report> = fc.record({
  valence: orNull(rating),
  arousal: orNull(rating),
  feelings: fc.array(fc.record({ name, intensity: fc.integer({ min: 1, max: 5 }) }), { maxLength: 4 }),
  note: fc.string({ unit: 'binary', maxLength: 200 }),
});

/** What was kept from the first, with what is absent in what is older. */
function withMore<First extends object, More extends object>(first: fc.Arbitrary<First>, more: fc.Arbitrary<More>) {
  return fc.tuple(first, more).map(([one, other]) => ({ ...one, ...other }));
}

/** What is absent in memories from before it was asked for. */
const sinceThen = fc.record(
  {
    date: fc.constantFrom('2019-07-14', '2019-07', '1000'),
    lifePeriod: fc.constantFrom(...LIFE_PERIODS),
    whenUnsure: fc.constant(true as const),
    timeAhead: fc.constantFrom(...TIMES_AHEAD),
    oneOccasion: fc.boolean(),
    perspective: fc.constantFrom(...PERSPECTIVES),
    reliving: fc.integer({ min: 1, max: 7 }),
    rehearsal: fc.integer({ min: 1, max: 7 }),
    feelsNow: fc.constantFrom(...FEELS_NOW),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const firstOfMemory = fc.record({
  title: fc.string({ unit: 'grapheme' }),
  cueId: orNull(name),
  direction: fc.constantFrom(...DIRECTIONS),
  when: orNull(fc.constantFrom(...WHENS)),
  specificity: orNull(fc.constantFrom(...SPECIFICITIES)),
  selfRelevance: orNull(fc.integer({ min: 1, max: 7 })),
  expectedValence: orNull(fc.constantFrom(...CUE_VALENCES)),
  vividness: orNull(fc.integer({ min: 1, max: 7 })),
});
const memory = withMore(firstOfMemory, sinceThen);

const scores = fc
  .array(share, { minLength: EXPRESSIONS.length, maxLength: EXPRESSIONS.length })
  .map(
    (values) => Object.fromEntries(EXPRESSIONS.map((expression, i) => [expression, values[i]!])) as ExpressionScores,
  );

const unit = fc.record({
  unit: fc.constantFrom(...ACTION_UNITS),
  onsetMs: durationMs,
  apexMs: durationMs,
  offsetMs: durationMs,
  strength: double(1, 9),
  side: orNull(fc.constantFrom('left' as const, 'right' as const)),
});

const mixed = fc.record({
  parts: fc.constantFrom(...MIXED_RULES.map(({ parts }) => parts)),
  shares: share.map((one) => [one, 1 - one] as const),
  sure: share,
  onsetMs: durationMs,
  apexMs: durationMs,
  offsetMs: durationMs,
});

const stretches = orNull(fc.array(fc.record({ onsetMs: durationMs, offsetMs: durationMs }), { maxLength: 3 }));
const states = fc.record({
  blinks: orNull(fc.record({ count: fc.nat(99), perMinute: double(0, 99), meanMs: orNull(durationMs) })),
  closedShare: orNull(share),
  stretches: fc.record(Object.fromEntries(STATES.map((state) => [state, stretches]))) as fc.Arbitrary<
    FaceStates['stretches']
  >,
});

const summaryOf = fc.record({
  expression: scores,
  facialValence: signed,
  facialValenceHalfWidth: orNull(share),
  baselineFacialValence: orNull(signed),
  usableShare: share,
  usableMs: durationMs,
  readings: fc.nat(2_000),
  peaks: fc.array(
    fc.record({
      expression: fc.constantFrom(...EXPRESSIONS),
      onsetMs: durationMs,
      apexMs: durationMs,
      offsetMs: durationMs,
      apexScore: share,
    }),
    { maxLength: 3 },
  ),
  turn: orNull(
    fc.record({
      atMs: durationMs,
      from: fc.constantFrom(...EXPRESSIONS),
      to: fc.constantFrom(...EXPRESSIONS),
      fromValence: signed,
      toValence: signed,
    }),
  ),
  recallMs: durationMs,
  models: fc.oneof(
    fc.dictionary(name, fc.string(), { noNullPrototype: true }),
    fc.record({ landmarks: fc.constant('facemesh 1'), expression: fc.constantFrom('emotion 1', 'emotion 2') }),
  ),
  backend: name,
});

/** With what later versions read, or without it. */
const later = fc.record(
  { units: fc.array(unit, { maxLength: 3 }), mixed: fc.array(mixed, { maxLength: 2 }), states },
  { requiredKeys: [], noNullPrototype: true },
);
const summary = fc.tuple(summaryOf, later).map(([first, more]) => ({ ...first, ...more }));

const face = fc.oneof(
  fc.record({ summary }),
  fc.record({
    summary: fc.constant(null),
    reason: fc.constantFrom('no-camera' as const, 'no-face' as const, 'withdrawn' as const),
    usableMs: durationMs,
    usableShare: share,
  }),
);

const misread = fc.oneof(
  fc.record({ unit: fc.constantFrom(...ACTION_UNITS), onsetMs: durationMs, offsetMs: durationMs }),
  fc.record({ state: fc.constantFrom(...STATES), onsetMs: durationMs, offsetMs: durationMs }),
);

const common = {
  version: fc.constant(1 as const),
  id: fc.uuid(),
  startedAt: moment,
  savedAt: moment,
  report,
  appVersion: fc.string(),
};

const firstOfCheckIn = fc.record({ ...common, kind: fc.constant('check-in' as const) });
const checkInSinceThen = fc.record({ ofDay: fc.constant(true as const) }, { requiredKeys: [], noNullPrototype: true });

const firstOfRecall = fc.record({
  ...common,
  kind: fc.constant('recall' as const),
  memory,
  face,
  faceDisputed: fc.boolean(),
  misread: fc.array(misread, { maxLength: 3 }),
  hasTrace: fc.constant(true),
  stepDurationsMs: fc.dictionary(name, durationMs, { noNullPrototype: true }),
});
const recallSinceThen = fc.record(
  { mode: fc.constantFrom(...RECALL_MODES), againOf: fc.uuid() },
  { requiredKeys: [], noNullPrototype: true },
);

/** Any entry the app can write. */
export const anyEntry: fc.Arbitrary<Entry> = fc.oneof(
  withMore(firstOfCheckIn, checkInSinceThen),
  withMore(firstOfRecall, recallSinceThen),
);

const column = (length: number) => fc.float32Array({ minLength: length, maxLength: length });

/** Any trace for `entryId`: every number but the times may be NaN or infinite. */
export const anyTrace = (entryId: string): fc.Arbitrary<Trace> =>
  fc.nat(12).chain((n) =>
    fc.record({
      version: fc.constant(1 as const),
      entryId: fc.constant(entryId),
      segments: fc.constant([{ phase: 'recall' as const, startMs: 0, endMs: 1_000 }]),
      tMs: fc
        .float64Array({ min: 0, max: 1e6, noNaN: true, minLength: n, maxLength: n })
        .map((times) => times.slice().sort()),
      presence: column(n),
      expression: column(n * EXPRESSIONS.length),
      facialValence: column(n),
      pose: column(n * 3),
      eyeOpenness: column(n * 2),
    }),
  );
