import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Just enough of LevelDB to see what its files hold, deleted or not: the payloads of its logs and the blocks of its tables
 * (github.com/google/leveldb, its notes on the log and table formats; github.com/google/snappy, format_description.txt).
 */
const LOG_BLOCK_BYTES = 32 * 1024;
const LOG_HEADER_BYTES = 7;
const FOOTER_BYTES = 48;

/** Everything that lies in the files below `folder`, as plain bytes: those of LevelDB unpacked, others as they are. None if there is no such folder. */
export function bytesBelow(folder: string): Buffer[] {
  const found: Buffer[] = [];
  if (!existsSync(folder)) return found;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const { name, parentPath } = entry;
    const bytes = readFileSync(join(parentPath, name));
    if (name.endsWith('.log')) found.push(...logPayloads(bytes));
    else if (name.endsWith('.ldb')) found.push(...tableBlocks(bytes));
    else found.push(bytes);
  }
  return found;
}

/** The payload of each record of a log, put together where it lies in several blocks. What is torn is given as far as it goes. */
export function logPayloads(log: Buffer): Buffer[] {
  const payloads: Buffer[] = [];
  let parts: Buffer[] = [];
  for (let at = 0; at + LOG_HEADER_BYTES <= log.length; ) {
    const left = LOG_BLOCK_BYTES - (at % LOG_BLOCK_BYTES);
    if (left < LOG_HEADER_BYTES) {
      at += left;
      continue;
    }
    const length = log.readUInt16LE(at + 4);
    const type = log[at + 6]!;
    const part = log.subarray(at + LOG_HEADER_BYTES, at + LOG_HEADER_BYTES + length);
    at += LOG_HEADER_BYTES + length;
    // 1: whole, 2: first, 3: middle, 4: last. Zeros fill up what was not written.
    if (type === 1 || type === 2) parts = [];
    parts.push(part);
    if (type === 1 || type === 4) payloads.push(Buffer.concat(parts));
    if (type === 0) at = (Math.floor((at - 1) / LOG_BLOCK_BYTES) + 1) * LOG_BLOCK_BYTES;
  }
  return [...payloads, ...(parts.length > 0 ? [Buffer.concat(parts)] : [])];
}

/** The blocks of a table, unpacked. */
export function tableBlocks(table: Buffer): Buffer[] {
  if (table.length < FOOTER_BYTES) return [table];
  const footer = table.subarray(-FOOTER_BYTES);
  const metaOffset = varint(footer, 0);
  const metaSize = varint(footer, metaOffset.end);
  const offset = varint(footer, metaSize.end);
  const size = varint(footer, offset.end);
  const index = block(table, offset.value, size.value);
  return valuesOf(index).map((handle) => {
    const from = varint(handle, 0);
    return block(table, from.value, varint(handle, from.end).value);
  });
}

/** A block is followed by its type (0: as it is, 1: snappy). */
function block(table: Buffer, offset: number, size: number): Buffer {
  const bytes = table.subarray(offset, offset + size);
  return table[offset + size] === 1 ? unsnapped(bytes) : bytes;
}

/** The values of a block's entries. */
function valuesOf(bytes: Buffer): Buffer[] {
  const restarts = bytes.readUInt32LE(bytes.length - 4);
  const end = bytes.length - 4 * (restarts + 1);
  const values: Buffer[] = [];
  for (let at = 0; at < end; ) {
    const shared = varint(bytes, at);
    const rest = varint(bytes, shared.end);
    const length = varint(bytes, rest.end);
    const from = length.end + rest.value;
    values.push(bytes.subarray(from, from + length.value));
    at = from + length.value;
  }
  return values;
}

function varint(bytes: Buffer, at: number): { readonly value: number; readonly end: number } {
  let value = 0;
  for (let shift = 0, end = at; ; shift += 7) {
    const byte = bytes[end++]!;
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, end };
  }
}

/** Undoes snappy. Throws if it is damaged. */
export function unsnapped(packed: Buffer): Buffer {
  const { value: length, end } = varint(packed, 0);
  const out = Buffer.alloc(length);
  let [at, to] = [end, 0];
  while (at < packed.length) {
    const tag = packed[at++]!;
    if ((tag & 3) === 0) {
      const more = (tag >> 2) - 59;
      const size = (more > 0 ? packed.readUIntLE(at, more) : tag >> 2) + 1;
      at += Math.max(more, 0);
      to += packed.copy(out, to, at, at + size);
      at += size;
      continue;
    }
    const [size, offset, used] =
      (tag & 3) === 1
        ? [((tag >> 2) & 7) + 4, ((tag >> 5) << 8) | packed[at]!, 1]
        : [(tag >> 2) + 1, packed.readUIntLE(at, (tag & 3) === 2 ? 2 : 4), (tag & 3) === 2 ? 2 : 4];
    at += used;
    // One after the other, because a copy may reach into what it writes itself.
    for (let left = size; left > 0; left--, to++) out[to] = out[to - offset]!;
  }
  if (to !== length) throw new Error(`snappy: ${to} bytes of ${length}`);
  return out;
}
