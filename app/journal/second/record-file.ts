import type { StoreName } from '../store/schema';
import { type Bytes, concat } from '../vault/bytes';
import type { Wrap } from '../vault/wraps';

/** One change of a record, as it was made in the store. */
export type RecordChange =
  | { readonly store: StoreName; readonly put: { readonly id: string } }
  | { readonly store: StoreName; readonly delete: string }
  | { readonly store: StoreName; readonly clear: true };

/** A line of a file of the second place. */
export type RecordLine =
  | RecordChange
  /** The database's version; the first line of a whole journal. */
  | { readonly version: number }
  /** A wrap of the root key that the code beside opens; null if the journal has secrets of its own. */
  | { readonly beside: Wrap | null }
  /** The last line: how many lines came before it. */
  | { readonly end: number };

/** A file that was cut off, or is none of ours. */
export class RecordFileBroken extends Error {
  override readonly name = 'RecordFileBroken';
}

/** How the files are collected before they are written, in bytes. */
const CHUNK_BYTES = 256 * 1024;
/** How much of a file is read at a time, in bytes. */
const SLICE_BYTES = 1024 * 1024;
const HEAD_BYTES = 8;
/** More than any record has: a recall of minutes has under a megabyte. */
const MOST_BYTES = 256 * 1024 * 1024;

/** The bytes of these lines, and of an end after them. */
export async function* recordFile(
  lines: AsyncIterable<RecordLine> | Iterable<RecordLine>,
): AsyncGenerator<Bytes, void> {
  let parts: Bytes[] = [];
  let length = 0;
  let count = 0;
  for await (const line of lines) {
    parts.push(packed(line));
    length += parts.at(-1)!.length;
    count += 1;
    if (length < CHUNK_BYTES) continue;
    yield concat(...parts);
    [parts, length] = [[], 0];
  }
  yield concat(...parts, packed({ end: count }));
}

/** The lines of a file, without its end. Throws RecordFileBroken if it has none: what was read is then not to be used. */
export async function* recordLines(file: Blob): AsyncGenerator<RecordLine, void> {
  let rest: Bytes = new Uint8Array(0);
  let count = 0;
  let ended = false;
  for (let at = 0; at < file.size; at += SLICE_BYTES) {
    const slice = new Uint8Array(await file.slice(at, at + SLICE_BYTES).arrayBuffer());
    rest = concat(rest, slice);
    for (let length = lineLength(rest); length !== null && length <= rest.length; length = lineLength(rest)) {
      if (ended) throw new RecordFileBroken('something follows its end');
      const line = unpacked(rest.subarray(0, length));
      rest = rest.subarray(length);
      ended = 'end' in line && line.end === count;
      if (ended) continue;
      count += 1;
      yield line;
    }
  }
  if (!ended || rest.length > 0) throw new RecordFileBroken('it was cut off');
}

/** Length of its JSON and of its bytes (4 bytes each, little-endian), the JSON, the bytes. */
function packed(line: RecordLine): Bytes {
  const blobs: Uint8Array[] = [];
  const json = new TextEncoder().encode(JSON.stringify(withoutBytes(line, blobs)));
  const length = blobs.reduce((sum, { length: more }) => sum + more, 0);
  const head = new DataView(new ArrayBuffer(HEAD_BYTES));
  head.setUint32(0, json.length, true);
  head.setUint32(4, length, true);
  return concat(new Uint8Array(head.buffer), json, ...blobs);
}

/** Of the line that `bytes` begin with; null if they don't reach to tell. */
function lineLength(bytes: Bytes): number | null {
  if (bytes.length < HEAD_BYTES) return null;
  const head = new DataView(bytes.buffer, bytes.byteOffset, HEAD_BYTES);
  const length = HEAD_BYTES + head.getUint32(0, true) + head.getUint32(4, true);
  if (length > MOST_BYTES) throw new RecordFileBroken('a line is too long');
  return length;
}

function unpacked(bytes: Bytes): RecordLine {
  const jsonLength = new DataView(bytes.buffer, bytes.byteOffset, HEAD_BYTES).getUint32(0, true);
  const blobs = bytes.subarray(HEAD_BYTES + jsonLength);
  try {
    const json = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(HEAD_BYTES, HEAD_BYTES + jsonLength));
    return withBytes(JSON.parse(json), blobs) as RecordLine;
  } catch (error) {
    throw new RecordFileBroken('a line cannot be read', { cause: error });
  }
}

/** Typed arrays that a record may hold: sealed bytes, and the columns of a trace that version 1 left in the clear. */
const ARRAYS = { Uint8Array, Float32Array, Float64Array } as const;

function withoutBytes(value: unknown, blobs: Uint8Array[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) {
    const as = value.constructor.name;
    if (!(as in ARRAYS)) throw new TypeError(`no room for a ${as}`);
    const bytes = new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
    const at = blobs.reduce((sum, { length }) => sum + length, 0);
    blobs.push(bytes);
    return { $bytes: [at, bytes.length], as };
  }
  if (Array.isArray(value)) return value.map((one) => withoutBytes(one, blobs));
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withoutBytes(field, blobs)]));
}

function withBytes(value: unknown, blobs: Bytes): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => withBytes(one, blobs));
  if ('$bytes' in value) {
    const { $bytes, as } = value as { $bytes: [number, number]; as: keyof typeof ARRAYS };
    const bytes = blobs.slice($bytes[0], $bytes[0] + $bytes[1]);
    if (bytes.length !== $bytes[1]) throw new RangeError('bytes are missing');
    return new ARRAYS[as](bytes.buffer);
  }
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, withBytes(field, blobs)]));
}
