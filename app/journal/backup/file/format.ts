import { fromBase64, toBase64 } from '../../../base/base64';
import { BackupProblem } from '../../../domain/backup/backup';

/*
 * [Note: The backup file]
 *
 *   magic     8 bytes  "REVERIE" and the format version, 1
 *   length    4 bytes  of the header, big endian
 *   header    JSON: who may open it, and the salt of its key
 *   check     8 bytes  the first of SHA-256 over all of the above
 *   pieces    each: 4 bytes (bit 31: this is the last one; the rest: length of the sealed bytes), sealed bytes
 *
 * A piece is AES-256-GCM over at most 1 MiB. Its nonce is 7 zero bytes, its number from 0 (4 bytes, big endian) and 1 for the
 * last piece, else 0; its additional data is everything before the first piece. So a piece that is missing, moved, cut off
 * or taken from another file does not open, and neither does one below a header that was changed (the STREAM construction of
 * Hoang, Reyhanitabar, Rogaway and Vizar 2015). The key is used for this one file, so that a nonce never comes twice.
 *
 * Together the pieces are a gzip of lines, each a JSON object (see `lines.ts`). SECURITY.md says the same for whoever wants
 * to read a backup with another program.
 */

export const FORMAT_VERSION = 1;
const MAGIC = new TextEncoder().encode('REVERIE');
const FIXED_BYTES = MAGIC.length + 1 + 4;
const CHECK_BYTES = 8;
/** A header names a handful of wraps, 300 bytes each. More is not a header. */
const HEADER_LIMIT = 64 * 1024;
export const PIECE_BYTES = 1024 * 1024;
export const TAG_BYTES = 16;
const LAST_FLAG = 0x8000_0000;

/** What stands in the clear at the head of a backup. `Wrap` is how the vault writes who may open it. */
export interface BackupHeader<Wrap = unknown> {
  /** Version of the app that wrote it. */
  readonly app: string;
  /** `YYYY-MM-DD`. */
  readonly created: string;
  /** 32 bytes: with the root key they make the key of this file. */
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly wraps: readonly Wrap[];
  /** Of a copy: which state of the journal it is of (see `Journal.revision`). Random: it says nothing of what is in it. */
  readonly state?: string | undefined;
}

/** SHA-256, given by the vault. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** Everything before the first piece. */
export async function writePreamble(header: BackupHeader, digest: Digest): Promise<Uint8Array<ArrayBuffer>> {
  const json = new TextEncoder().encode(JSON.stringify({ ...header, salt: toBase64(header.salt) }));
  if (json.length > HEADER_LIMIT) throw new RangeError('the header is too long');
  const checked = new Uint8Array(FIXED_BYTES + json.length);
  checked.set(MAGIC);
  checked[MAGIC.length] = FORMAT_VERSION;
  new DataView(checked.buffer).setUint32(MAGIC.length + 1, json.length);
  checked.set(json, FIXED_BYTES);
  const preamble = new Uint8Array(checked.length + CHECK_BYTES);
  preamble.set(checked);
  preamble.set((await digest(checked)).subarray(0, CHECK_BYTES), checked.length);
  return preamble;
}

export interface Preamble {
  readonly header: BackupHeader;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Reads the head of a file. Rejects with BackupProblem: `not-a-backup`, `newer`, `damaged`, `incomplete`. */
export async function readPreamble(file: Blob, digest: Digest): Promise<Preamble> {
  const fixed = await bytesOf(file.slice(0, FIXED_BYTES));
  if (!MAGIC.every((byte, at) => fixed[at] === byte)) throw new BackupProblem('not-a-backup');
  const version = fixed[MAGIC.length];
  if (version !== undefined && version > FORMAT_VERSION) throw new BackupProblem('newer', `format ${version}`);
  if (fixed.length < FIXED_BYTES) throw new BackupProblem('incomplete', 'no header');
  const length = new DataView(fixed.buffer).getUint32(MAGIC.length + 1);
  if (version !== FORMAT_VERSION || length > HEADER_LIMIT) throw new BackupProblem('damaged', 'header');
  const bytes = await bytesOf(file.slice(0, FIXED_BYTES + length + CHECK_BYTES));
  if (bytes.length < FIXED_BYTES + length + CHECK_BYTES) throw new BackupProblem('incomplete', 'no header');
  const check = (await digest(bytes.slice(0, FIXED_BYTES + length))).subarray(0, CHECK_BYTES);
  if (!check.every((byte, at) => bytes[FIXED_BYTES + length + at] === byte))
    throw new BackupProblem('damaged', 'header check');
  return { header: parseHeader(bytes.subarray(FIXED_BYTES, FIXED_BYTES + length)), bytes };
}

function parseHeader(json: Uint8Array): BackupHeader {
  try {
    const { app, created, salt, wraps, state } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
    const bytes = fromBase64(String(salt));
    const sound =
      typeof app === 'string' && /^\d{4}-\d\d-\d\d$/.test(created) && bytes.length === 32 && Array.isArray(wraps);
    if (!sound) throw new RangeError('a field is not what it should be');
    return { app, created, salt: bytes, wraps, ...(typeof state === 'string' && { state }) };
  } catch (error) {
    throw new BackupProblem('damaged', `header: ${(error as Error).message}`, { cause: error });
  }
}

/** The four bytes before a piece. */
export function pieceHead(sealedBytes: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, isLast ? LAST_FLAG + sealedBytes : sealedBytes);
  return head;
}

export interface PieceHead {
  readonly sealedBytes: number;
  readonly isLast: boolean;
}

/** Throws BackupProblem `damaged` where no piece can have this length. */
export function readPieceHead(head: Uint8Array): PieceHead {
  const word = new DataView(head.buffer, head.byteOffset).getUint32(0);
  const isLast = word >= LAST_FLAG;
  const sealedBytes = isLast ? word - LAST_FLAG : word;
  if (sealedBytes < TAG_BYTES || sealedBytes > PIECE_BYTES + TAG_BYTES) throw new BackupProblem('damaged', 'length');
  return { sealedBytes, isLast };
}

/** 96 bits. A backup ends long before its 2^32nd piece of 1 MiB. */
export function pieceNonce(number: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, number);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Reading a file fails where it was moved, changed or unplugged since it was chosen. */
export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    throw new BackupProblem('file-lost', (error as Error).message, { cause: error });
  }
}
