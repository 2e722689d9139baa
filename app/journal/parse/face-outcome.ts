import { ACTION_UNITS, type UnitEvent } from '../../domain/face/action-unit';
import { EXPRESSIONS, type Expression, type ExpressionScores } from '../../domain/face/expression';
import { type Blinks, type FaceStates, STATES, type StateName, type StateStretch } from '../../domain/face/face-states';
import {
  type FaceOutcome,
  type FaceSummary,
  type FaceTurn,
  NO_SUMMARY_REASONS,
  type Peak,
} from '../../domain/face/face-summary';
import type { Misread } from '../../domain/face/misread';
import { BASIC_EXPRESSIONS, type MixedExpression, type Mixture } from '../../domain/face/mixed-expression';
import {
  fieldsOf,
  listOf,
  name,
  nullable,
  number,
  object,
  oneOf,
  optional,
  ParseProblem,
  type Reader,
  readAt,
  recordOf,
  text,
  wholeNumber,
} from './reader';

const share = number(0, 1);
const durationMs = number(0);

const readScores: Reader<ExpressionScores> = object<ExpressionScores>(
  Object.fromEntries(EXPRESSIONS.map((expression) => [expression, share])) as Record<Expression, Reader<number>>,
);

const readPeak: Reader<Peak> = object<Peak>({
  expression: oneOf(EXPRESSIONS),
  onsetMs: number(),
  apexMs: number(),
  offsetMs: number(),
  apexScore: share,
});

const readUnit: Reader<UnitEvent> = object<UnitEvent>({
  unit: oneOf(ACTION_UNITS),
  onsetMs: number(),
  apexMs: number(),
  offsetMs: number(),
  strength: number(1),
  side: nullable(oneOf(['left', 'right'])),
});

const pairOf =
  <T>(one: Reader<T>): Reader<readonly [T, T]> =>
  (value) => {
    const [first, second, ...more] = listOf(one)(value);
    if (first === undefined || second === undefined || more.length > 0) throw new ParseProblem('two');
    return [first, second];
  };

const readMixed: Reader<MixedExpression> = object<MixedExpression>({
  parts: pairOf(oneOf(BASIC_EXPRESSIONS)) as Reader<Mixture>,
  shares: pairOf(share),
  sure: share,
  onsetMs: number(),
  apexMs: number(),
  offsetMs: number(),
});

const readStretch = object<StateStretch>({ onsetMs: number(), offsetMs: number() });
const readStretches = nullable(listOf(readStretch));

const readStates: Reader<FaceStates> = object<FaceStates>({
  blinks: nullable(object<Blinks>({ count: wholeNumber(0), perMinute: number(0), meanMs: nullable(number(0)) })),
  closedShare: nullable(share),
  stretches: object<FaceStates['stretches']>(
    Object.fromEntries(STATES.map((state) => [state, readStretches])) as Record<StateName, typeof readStretches>,
  ),
});

const readTurn: Reader<FaceTurn> = object<FaceTurn>({
  atMs: number(),
  from: oneOf(EXPRESSIONS),
  to: oneOf(EXPRESSIONS),
  fromValence: number(-1, 1),
  toValence: number(-1, 1),
});

const readSummary: Reader<FaceSummary> = object<FaceSummary>({
  expression: readScores,
  facialValence: number(-1, 1),
  facialValenceHalfWidth: nullable(number(0)),
  baselineFacialValence: nullable(number(-1, 1)),
  usableShare: share,
  usableMs: durationMs,
  readings: wholeNumber(0),
  peaks: listOf(readPeak),
  units: optional(listOf(readUnit)),
  mixed: optional(listOf(readMixed)),
  states: optional(readStates),
  turn: nullable(readTurn),
  recallMs: durationMs,
  models: recordOf(text),
  backend: name,
});

/** Of an action unit, or of a state. */
export const readMisread: Reader<Misread> = (value) => {
  const { unit, state } = fieldsOf(value);
  const stretch = readStretch(value);
  return state === undefined
    ? { unit: readAt('unit', oneOf(ACTION_UNITS), unit), ...stretch }
    : { state: readAt('state', oneOf(STATES), state), ...stretch };
};

type NoSummary = Extract<FaceOutcome, { summary: null }>;
const readAbsence = object<Omit<NoSummary, 'summary'>>({
  reason: oneOf(NO_SUMMARY_REASONS),
  usableMs: durationMs,
  usableShare: share,
});

export const readFaceOutcome: Reader<FaceOutcome> = (value) => {
  const { summary } = fieldsOf(value);
  return summary === null ? { summary, ...readAbsence(value) } : { summary: readAt('summary', readSummary, summary) };
};
