import {
  bytesOf,
  isNumberArray,
  NUMBER_ARRAYS,
  type NumberArray,
  type NumberType,
  numberTypeOf,
} from '../../base/number-arrays';
import { ParseProblem } from '../parse/reader';
import { type Bytes, utf8 } from './bytes';

/**
 * The bytes of a domain object, before it is sealed:
 *
 *     4 bytes   length n of the JSON, unsigned, little-endian
 *     n bytes   UTF-8 JSON: {"value": ..., "columns": [[path, type, count], ...]}
 *     0 to 7    zeros, up to a multiple of 8
 *     columns   one after the other, each from a multiple of 8, little-endian
 *     zeros     up to a multiple of `PAD_BYTES`
 *
 * A trace's thousands of numbers are not in the JSON but follow it as columns. `path` is the place in `value` where the column
 * belongs, which holds null in the JSON; `type` is `f32` or `f64`. JSON has no NaN and no -0; columns have both, and nothing
 * else needs them.
 *
 * The zeros at the end hide how long a note is: the size of a sealed record changes only in steps of `PAD_BYTES`.
 */
export const PAD_BYTES = 256;

type Path = readonly string[];
type Place = readonly [path: Path, type: NumberType, count: number];

const align = (offset: number, step: number): number => Math.ceil(offset / step) * step;

export function pack(value: unknown): Bytes {
  const found: { readonly path: Path; readonly column: NumberArray }[] = [];
  const bare = withoutColumns(value, [], found);
  const columns = found.map(({ path, column }): Place => [path, numberTypeOf(column), column.length]);
  const json = utf8(JSON.stringify({ value: bare, columns }));
  let end = align(4 + json.length, 8);
  const starts = found.map(({ column }) => {
    const start = end;
    end = align(start + column.byteLength, 8);
    return start;
  });
  const bytes = new Uint8Array(align(end, PAD_BYTES));
  new DataView(bytes.buffer).setUint32(0, json.length, true);
  bytes.set(json, 4);
  for (const [index, { column }] of found.entries()) {
    bytes.set(bytesOf(column), starts[index]!);
  }
  return bytes;
}

/** The value that `pack` made these bytes of. Throws ParseProblem. */
export function unpack(bytes: Bytes): unknown {
  const length = bytes.length < 4 ? Infinity : new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (4 + length > bytes.length) throw new ParseProblem('a packed record');
  const { value, columns } = parseHead(bytes.subarray(4, 4 + length));
  let offset = align(4 + length, 8);
  for (const [path, type, count] of columns) {
    const Type = NUMBER_ARRAYS[type];
    const end = offset + count * Type.BYTES_PER_ELEMENT;
    if (end > bytes.length) throw new ParseProblem('all of its columns');
    put(value, path, new Type(bytes.slice(offset, end).buffer));
    offset = align(end, 8);
  }
  return value;
}

const decoder = new TextDecoder('utf-8', { fatal: true });

function parseHead(json: Bytes): { readonly value: unknown; readonly columns: readonly Place[] } {
  try {
    return JSON.parse(decoder.decode(json));
  } catch {
    throw new ParseProblem('JSON');
  }
}

/** A copy of `value` with null for each column. Columns may be in objects at any depth, but not in lists. */
function withoutColumns(value: unknown, path: Path, found: { path: Path; column: NumberArray }[]): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  if (isNumberArray(value)) {
    found.push({ path, column: value });
    return null;
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [key, withoutColumns(field, [...path, key], found)]),
  );
}

function put(value: unknown, path: Path, column: NumberArray): void {
  const holder = path.slice(0, -1).reduce(fieldOf, value);
  const last = path.at(-1) ?? '';
  if (fieldOf(holder, last) !== null) throw new ParseProblem('a place for a column', path.join('.'));
  (holder as Record<string, unknown>)[last] = column;
}

/** An own field of an object. No path may lead to inherited ones such as `__proto__`. */
const fieldOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;
