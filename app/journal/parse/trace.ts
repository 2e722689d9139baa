import { NUMBER_ARRAYS, type NumberArray } from '../../base/number-arrays';
import {
  columnsOf,
  TRACE_PHASES,
  type Trace,
  type TraceHead,
  type TraceSegment,
  traceOf,
} from '../../domain/face/trace';
import { TRACE_COLUMNS, type TraceColumn, type TraceColumns } from '../../domain/face/trace-columns';
import { fieldsOf, listOf, name, number, object, oneOf, ParseProblem, type Reader, readAt, versionOf } from './reader';

const readSegment: Reader<TraceSegment> = object<TraceSegment>({
  phase: oneOf(TRACE_PHASES),
  startMs: number(),
  endMs: number(),
});

/**
 * Reads a trace with the columns of its version, all for the same number of readings. NaN is allowed in every column but the
 * times, because a reading without a face must not cost the others. See: [Note: Trace columns]
 */
export function traceReader(columns: TraceColumns = TRACE_COLUMNS): Reader<Trace> {
  const readHead = traceHeadReader(columns);
  return (value) => {
    const fields = fieldsOf(value);
    const head = readHead(fields);
    const own = columnsOf(head.version, columns);
    const arrays = own.map(([key, column]) => [key, readAt(key, arrayReader(column), fields[key])] as const);
    const trace = traceOf(head, arrays);
    for (const [at, [key, { numbers }]] of own.entries()) {
      const expected = trace.tMs.length * numbers.length;
      if (arrays[at]![1].length !== expected) throw new ParseProblem(`${expected} numbers`, key);
    }
    return trace;
  };
}

/** Reads everything of a trace except its columns. */
export const traceHeadReader = (columns: TraceColumns): Reader<TraceHead> =>
  object<TraceHead>({
    version: versionOf([...new Set(Object.values(columns).map(({ since }) => since))]),
    entryId: name,
    segments: listOf(readSegment),
  });

export const readTrace: Reader<Trace> = traceReader();

const arrayReader =
  (column: TraceColumn): Reader<NumberArray> =>
  (value) => {
    const Numbers = NUMBER_ARRAYS[column.type];
    if (!(value instanceof Numbers)) throw new ParseProblem(`a ${Numbers.name}`);
    if (column.of === 'frame' && column.ascends && !ascends(value)) throw new ParseProblem('ascending times');
    return value;
  };

/** A NaN fails this test too: unlike a reading, a time is always known. */
const ascends = (times: NumberArray): boolean =>
  times.every((tMs, index) => Number.isFinite(tMs) && (index === 0 || tMs >= times[index - 1]!));
