import { fromBase64, toBase64 } from '../../../base/base64';
import { BackupProblem } from '../../../domain/backup/backup';

/*
 * [Note: The backup file]
 *
 *   magic     8 bytes  "REVERIE" and the format version, one of BACKUP_FORMATS
 *   length    4 bytes  of the header, big endian
 *   header    JSON: the wraps of its key, and its salt
 *   check     8 bytes  the first of SHA-256 over all of the above
 *   segments  each: 4 bytes (bit 31: this is the last one; the rest: length of the sealed bytes), sealed bytes
 *
 * A segment is AES-256-GCM over at most 1 MiB. Its nonce is 7 zero bytes, its number from 0 (4 bytes, big endian), and 1 for the
 * last segment, else 0. Its additional data is everything before the first segment. So a segment does not open if one is missing,
 * moved, cut off or taken from another file, or if the header was changed (the STREAM construction of Hoang, Reyhanitabar, Rogaway
 * and Vizar 2015). The key is used for this file only, so that no nonce is used twice.
 *
 * The plaintext of all segments is a gzip of lines, each a JSON object (see `record-lines.ts`). SECURITY.md says the same for
 * anyone who wants to read a backup with another program.
 */

const MAGIC = new TextEncoder().encode('REVERIE');
const FIXED_BYTES = MAGIC.length + 1 + 4;
const CHECK_BYTES = 8;
/** The most bytes of a header. It names a handful of wraps, 500 bytes each. */
export const HEADER_LIMIT = 16 * 1024;
export const SEGMENT_BYTES = 1024 * 1024;
export const TAG_BYTES = 16;
const LAST_FLAG = 0x8000_0000;

/** The part of a backup that is in the clear. `Wrap` is how the vault writes a wrap. */
export interface BackupHeader<Wrap = unknown> {
  /** Version of the app that wrote it. */
  readonly app: string;
  /** `YYYY-MM-DD`. */
  readonly created: string;
  /** 32 bytes. The file's key is derived from the root key with this salt. */
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly wraps: readonly Wrap[];
  /** In a copy: the state of the journal it was made of (see `Journal.revision`). It is random, so it tells nothing about the entries. */
  readonly state?: string | undefined;
}

/** What one version of the format has of its own. What all versions share is code below, which says nothing of a version. */
export interface BackupFormat {
  writeHeader(header: BackupHeader): unknown;
  /** Throws if a field is not what it should be. */
  readHeader(json: unknown): BackupHeader;
}
export type BackupFormats = Readonly<Record<number, BackupFormat>>;

/**
 * Every version of the format, by its number: the highest is written, all are read. None is ever taken out or changed, because
 * somebody's only backup may be of that version; a change of the format is a new row.
 */
export const BACKUP_FORMATS: BackupFormats = {
  1: { writeHeader: headerToJson, readHeader: headerOf },
  /** The same, with wraps that have a key pair. See: [Note: Ways in] */
  2: { writeHeader: headerToJson, readHeader: headerOf },
};

const newestOf = (formats: BackupFormats): number => Math.max(...Object.keys(formats).map(Number));

/** The version that is written. */
export const FORMAT_VERSION = newestOf(BACKUP_FORMATS);

/** SHA-256, handed in by the vault. */
export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<Uint8Array<ArrayBuffer>>;

/** Everything before the first segment, in the newest of `formats`. */
export async function writePreamble(
  header: BackupHeader,
  digest: Digest,
  formats = BACKUP_FORMATS,
): Promise<Uint8Array<ArrayBuffer>> {
  const version = newestOf(formats);
  const json = new TextEncoder().encode(JSON.stringify(formats[version]!.writeHeader(header)));
  if (json.length > HEADER_LIMIT) throw new RangeError('the header is too long');
  const checked = new Uint8Array(FIXED_BYTES + json.length);
  checked.set(MAGIC);
  checked[MAGIC.length] = version;
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

/**
 * Reads everything before the first segment, in any of `formats`. Rejects with BackupProblem: `not-a-backup`, `newer`, `damaged`,
 * `incomplete`.
 */
export async function readPreamble(file: Blob, digest: Digest, formats = BACKUP_FORMATS): Promise<Preamble> {
  const fixed = await bytesOf(file.slice(0, FIXED_BYTES));
  if (!MAGIC.every((byte, at) => fixed[at] === byte)) throw new BackupProblem('not-a-backup');
  const version = fixed[MAGIC.length];
  if (version !== undefined && version > newestOf(formats)) throw new BackupProblem('newer', `format ${version}`);
  if (fixed.length < FIXED_BYTES) throw new BackupProblem('incomplete', 'no header');
  const length = new DataView(fixed.buffer).getUint32(MAGIC.length + 1);
  const format = formats[version!];
  if (!format || length > HEADER_LIMIT) throw new BackupProblem('damaged', 'header');
  const bytes = await bytesOf(file.slice(0, FIXED_BYTES + length + CHECK_BYTES));
  if (bytes.length < FIXED_BYTES + length + CHECK_BYTES) throw new BackupProblem('incomplete', 'no header');
  const check = (await digest(bytes.slice(0, FIXED_BYTES + length))).subarray(0, CHECK_BYTES);
  if (!check.every((byte, at) => bytes[FIXED_BYTES + length + at] === byte))
    throw new BackupProblem('damaged', 'header check');
  return { header: parseHeader(bytes.subarray(FIXED_BYTES, FIXED_BYTES + length), format), bytes };
}

function parseHeader(json: Uint8Array, format: BackupFormat): BackupHeader {
  try {
    return format.readHeader(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json)));
  } catch (error) {
    throw new BackupProblem('damaged', `header: ${(error as Error).message}`, { cause: error });
  }
}

function headerToJson(header: BackupHeader): unknown {
  return { ...header, salt: toBase64(header.salt) };
}

/** A header as versions 1 and 2 have it. Throws if a field is not what it should be. */
function headerOf(json: unknown): BackupHeader {
  const { app, created, salt, wraps, state } = json as Record<string, unknown>;
  const bytes = fromBase64(String(salt));
  const isDay = typeof created === 'string' && /^\d{4}-\d\d-\d\d$/.test(created);
  if (typeof app !== 'string' || !isDay || bytes.length !== 32 || !Array.isArray(wraps))
    throw new RangeError('a field is not what it should be');
  return { app, created, salt: bytes, wraps, ...(typeof state === 'string' && { state }) };
}

/** The four bytes before a segment. */
export function segmentHead(sealedBytes: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(4);
  new DataView(head.buffer).setUint32(0, isLast ? LAST_FLAG + sealedBytes : sealedBytes);
  return head;
}

export interface SegmentHead {
  readonly sealedBytes: number;
  readonly isLast: boolean;
}

/** Throws BackupProblem `damaged` if no segment can have this length. */
export function readSegmentHead(head: Uint8Array): SegmentHead {
  const word = new DataView(head.buffer, head.byteOffset).getUint32(0);
  const isLast = word >= LAST_FLAG;
  const sealedBytes = isLast ? word - LAST_FLAG : word;
  if (sealedBytes < TAG_BYTES || sealedBytes > SEGMENT_BYTES + TAG_BYTES) throw new BackupProblem('damaged', 'length');
  return { sealedBytes, isLast };
}

/** 96 bits. No backup reaches its 2^32nd segment of 1 MiB. */
export function segmentNonce(number: number, isLast: boolean): Uint8Array<ArrayBuffer> {
  const nonce = new Uint8Array(12);
  new DataView(nonce.buffer).setUint32(7, number);
  nonce[11] = isLast ? 1 : 0;
  return nonce;
}

/** Rejects with BackupProblem `file-lost` if the file was moved, changed or unplugged since it was chosen. */
export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (error) {
    throw new BackupProblem('file-lost', (error as Error).message, { cause: error });
  }
}
