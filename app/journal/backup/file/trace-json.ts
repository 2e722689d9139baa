import { fromBase64, toBase64 } from '../../../base/base64';
import type { Trace } from '../../../domain/face/trace';
import { fieldsOf, ParseProblem, type Reader, readAt, text } from '../../parse/reader';
import { readTrace } from '../../parse/trace';

const FLOAT32_COLUMNS = ['presence', 'expression', 'facialValence', 'pose', 'eyeOpenness'] as const;

/** The trace as JSON: each column is base64 of its numbers, little endian as every browser's platform has them (NaN stays NaN). */
export function traceToJson(trace: Trace): Readonly<Record<string, unknown>> {
  const columns = ['tMs', ...FLOAT32_COLUMNS] as const;
  return { ...trace, ...Object.fromEntries(columns.map((column) => [column, toBase64(bytesIn(trace[column]))])) };
}

/** The trace that was written by `traceToJson`; throws ParseProblem. */
export const readTraceJson: Reader<Trace> = (value) => {
  const fields = fieldsOf(value);
  const float32 = FLOAT32_COLUMNS.map((column) => [column, readAt(column, readFloats(Float32Array), fields[column])]);
  const tMs = readAt('tMs', readFloats(Float64Array), fields.tMs);
  return readTrace({ ...fields, tMs, ...Object.fromEntries(float32) });
};

const bytesIn = ({ buffer, byteOffset, byteLength }: Float32Array | Float64Array): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength);

const readFloats =
  <T>(Floats: { new (buffer: ArrayBuffer): T; readonly BYTES_PER_ELEMENT: number }): Reader<T> =>
  (value) => {
    const expected = `base64 of ${Floats.BYTES_PER_ELEMENT}-byte numbers`;
    try {
      const { buffer } = fromBase64(text(value));
      if (buffer.byteLength % Floats.BYTES_PER_ELEMENT === 0) return new Floats(buffer);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
    throw new ParseProblem(expected);
  };
