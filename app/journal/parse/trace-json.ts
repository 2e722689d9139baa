import { fromBase64, toBase64 } from '../../base/base64';
import { bytesOf, NUMBER_ARRAYS, type NumberArray } from '../../base/number-arrays';
import { columnIn, columnsOf, type Trace } from '../../domain/face/trace';
import { TRACE_COLUMNS, type TraceColumn, type TraceColumns } from '../../domain/face/trace-columns';
import { fieldsOf, ParseProblem, type Reader, readAt, text } from './reader';
import { traceHeadReader, traceReader } from './trace';

/**
 * The trace as exports and backups hold it: each column is base64 (RFC 4648) of its numbers' bytes, IEEE 754, little-endian.
 * That is smaller than digits, and it can hold NaN, which means that there was no face.
 */
export const traceToJson = (
  trace: Trace,
  columns: TraceColumns = TRACE_COLUMNS,
): Readonly<Record<string, unknown>> => ({
  ...trace,
  ...Object.fromEntries(
    columnsOf(trace.version, columns).map(([name]) => [name, toBase64(bytesOf(columnIn(trace, name)!))]),
  ),
});

/** Reads what `traceToJson` wrote. */
export function traceJsonReader(columns: TraceColumns = TRACE_COLUMNS): Reader<Trace> {
  const readHead = traceHeadReader(columns);
  const read = traceReader(columns);
  return (value) => {
    const fields = fieldsOf(value);
    const arrays = columnsOf(readHead(fields).version, columns).map(
      ([name, column]) => [name, readAt(name, base64Reader(column), fields[name])] as const,
    );
    return read({ ...fields, ...Object.fromEntries(arrays) });
  };
}

export const readTraceJson: Reader<Trace> = traceJsonReader();

const base64Reader =
  ({ type }: TraceColumn): Reader<NumberArray> =>
  (value) => {
    const Numbers = NUMBER_ARRAYS[type];
    try {
      const { buffer } = fromBase64(text(value));
      if (buffer.byteLength % Numbers.BYTES_PER_ELEMENT === 0) return new Numbers(buffer);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    throw new ParseProblem(`base64 of ${Numbers.BYTES_PER_ELEMENT}-byte numbers`);
  };
