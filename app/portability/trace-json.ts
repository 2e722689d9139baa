import type { Trace } from '../domain/face/trace';
import { ParseProblem } from '../journal/parse/reader';

/** The columns of a trace by the type of their numbers. */
const COLUMNS = {
  tMs: Float64Array,
  presence: Float32Array,
  expression: Float32Array,
  facialValence: Float32Array,
  pose: Float32Array,
  eyeOpenness: Float32Array,
} as const;
type ColumnName = keyof typeof COLUMNS;
const NAMES = Object.keys(COLUMNS) as ColumnName[];

/**
 * A trace as JSON can hold it: each column as base64 (RFC 4648) of its numbers' bytes, IEEE 754, little-endian; float64 for
 * `tMs`, float32 for the others. Smaller than digits, and NaN, which says that there was no face, comes through.
 */
export const traceToJson = (trace: Trace): Record<string, unknown> => ({
  ...trace,
  ...Object.fromEntries(NAMES.map((name) => [name, toBase64(trace[name])])),
});

/** What `traceToJson` wrote, with its columns back in arrays, still unchecked. Throws ParseProblem where one is not base64. */
export function traceFromJson(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) throw new ParseProblem('an object');
  const fields = value as Record<string, unknown>;
  return { ...fields, ...Object.fromEntries(NAMES.map((name) => [name, column(name, fields[name])])) };
}

function column(name: ColumnName, text: unknown): Float32Array | Float64Array {
  const bytes = typeof text === 'string' ? fromBase64(text) : null;
  const type = COLUMNS[name];
  if (!bytes || bytes.length % type.BYTES_PER_ELEMENT !== 0) throw new ParseProblem('base64 of numbers', name);
  return new type(bytes.buffer);
}

/** Arguments of one call: far below what any engine allows. */
const PART = 0x2000;

function toBase64({ buffer, byteOffset, byteLength }: Float32Array | Float64Array): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  let binary = '';
  for (let at = 0; at < bytes.length; at += PART) binary += String.fromCharCode(...bytes.subarray(at, at + PART));
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
