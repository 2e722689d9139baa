import { EXPRESSIONS } from '../../domain/face/expression';
import type { Trace, TraceSegment } from '../../domain/face/trace';
import { listOf, name, number, object, oneOf, ParseProblem, type Reader, version } from './reader';

const readSegment: Reader<TraceSegment> = object<TraceSegment>({
  phase: oneOf(['baseline', 'recall']),
  startMs: number(),
  endMs: number(),
});

const float32: Reader<Float32Array> = (value) => {
  if (!(value instanceof Float32Array)) throw new ParseProblem('a Float32Array');
  return value;
};

const ascending: Reader<Float64Array> = (value) => {
  if (!(value instanceof Float64Array)) throw new ParseProblem('a Float64Array');
  // Written so that a NaN fails it too: times, unlike readings, are always known.
  const rises = value.every((tMs, index) => Number.isFinite(tMs) && (index === 0 || tMs >= value[index - 1]!));
  if (!rises) throw new ParseProblem('ascending times');
  return value;
};

const readColumns: Reader<Trace> = object<Trace>({
  version: version(1),
  entryId: name,
  segments: listOf(readSegment),
  tMs: ascending,
  presence: float32,
  expression: float32,
  facialValence: float32,
  pose: float32,
  eyeOpenness: float32,
});

/** Numbers per reading in each column. */
const WIDTHS = { presence: 1, expression: EXPRESSIONS.length, facialValence: 1, pose: 3, eyeOpenness: 2 } as const;

/** Columns of one length; NaN is allowed wherever the face was not readable. */
export const readTrace: Reader<Trace> = (value) => {
  const trace = readColumns(value);
  for (const [column, width] of Object.entries(WIDTHS) as [keyof typeof WIDTHS, number][]) {
    const expected = trace.tMs.length * width;
    if (trace[column].length !== expected) throw new ParseProblem(`${expected} numbers`, column);
  }
  return trace;
};
