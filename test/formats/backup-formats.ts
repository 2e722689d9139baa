import { gunzipSync, gzipSync } from 'node:zlib';
import {
  gcm,
  hkdf,
  openGcm as open,
  type PairInput,
  type PairWrap,
  privateKeyOf,
  rootThroughPair,
  sha256,
  type WrapHead,
  wrap,
  wrapContext,
  wrapForPair,
} from './vault-formats';

/**
 * The backup file written and read a second time, with Node's crypto and from its description alone (SECURITY.md): nothing here
 * imports the app.
 */
const MAGIC = Buffer.from('REVERIE', 'latin1');
/** The versions that are written and read here. In the second, a wrap may have a key pair. */
const VERSIONS: readonly number[] = [1, 2];

const uint32 = (number: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
};

const nonceOf = (number: number, isLast: boolean): Buffer =>
  Buffer.concat([Buffer.alloc(7), uint32(number), Buffer.of(isLast ? 1 : 0)]);

const base64 = (bytes: Buffer): string => bytes.toString('base64');

/** The bytes a recovery code stands for: its symbols without hyphens and without the last, which checks them. */
const secretOf = (code: string): Buffer => Buffer.from(code.replaceAll('-', '').slice(0, -1), 'utf8');

const recoveryKek = (code: string, salt: Buffer): Buffer => hkdf(secretOf(code), salt, 'reverie/wrap/recovery/1');
const fileKey = (root: Buffer, salt: Buffer): Buffer => hkdf(root, salt, 'reverie/backup/1');

export interface BackupInput {
  readonly version: number;
  readonly code: string;
  readonly root: Buffer;
  readonly salt: Buffer;
  readonly wrapHead: WrapHead;
  readonly wrapIv: Buffer;
  /** Then the wrap is of version 2. */
  readonly pair?: PairInput;
  readonly app: string;
  readonly created: string;
  /** A writer may choose smaller pieces than 1 MiB. */
  readonly pieceBytes: number;
  /** Objects, one a line. */
  readonly lines: readonly unknown[];
}

/** With every Buffer in base64. */
const jsonOf = (value: object): object =>
  Object.fromEntries(
    Object.entries(value).map(([name, field]) => [
      name,
      Buffer.isBuffer(field) ? base64(field) : typeof field === 'object' && field ? jsonOf(field) : field,
    ]),
  );

/** A backup of these lines, the same bytes for the same input. */
export function writeBackup(input: BackupInput): Buffer {
  const { version, code, root, salt, wrapHead, wrapIv, app, created, pieceBytes, lines } = input;
  const kek = recoveryKek(code, wrapHead.kdf.salt);
  const made = input.pair ? wrapForPair(wrapHead, kek, input.pair, root) : wrap(wrapHead, kek, wrapIv, root);
  const header = {
    app,
    created,
    salt: base64(salt),
    wraps: [jsonOf(made)],
  };
  const json = Buffer.from(JSON.stringify(header));
  const checked = Buffer.concat([MAGIC, Buffer.of(version), uint32(json.length), json]);
  const preamble = Buffer.concat([checked, sha256(checked).subarray(0, 8)]);
  const plain = gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { level: 9 });
  const parts: Buffer[] = [preamble];
  for (let number = 0; number === 0 || number * pieceBytes < plain.length; number++) {
    const isLast = (number + 1) * pieceBytes >= plain.length;
    const piece = plain.subarray(number * pieceBytes, (number + 1) * pieceBytes);
    const sealed = gcm(fileKey(root, salt), nonceOf(number, isLast), preamble, piece);
    parts.push(uint32(sealed.length + (isLast ? 0x8000_0000 : 0)), sealed);
  }
  return Buffer.concat(parts);
}

export interface JsonWrap {
  readonly version: 1 | 2;
  readonly id: string;
  readonly kind: string;
  readonly kdf: { readonly name: string; readonly params: Record<string, number>; readonly salt: string };
  readonly credential: string;
  readonly iv: string;
  readonly wrapped: string;
  readonly createdMs: number;
  /** Of version 2, with the next three. */
  readonly publicKey?: string;
  readonly privateIv?: string;
  readonly privateKey?: string;
  readonly ephemeral?: string;
}

/** How the key-encryption key of a wrap is had: by its kind, from what the person knows. */
export type Kek = (wrap: JsonWrap) => Buffer | Promise<Buffer>;

export const kekOfCode =
  (code: string): Kek =>
  ({ kdf }) =>
    recoveryKek(code, Buffer.from(kdf.salt, 'base64'));

/** Every line of a backup, opened with the first of its wraps, or the first of this kind. Throws where a byte is not what was written. */
export async function readBackup(file: Buffer, kekOf: Kek, kind?: string): Promise<unknown[]> {
  const length = file.readUInt32BE(8);
  const preamble = file.subarray(0, 12 + length + 8);
  if (!file.subarray(0, 7).equals(MAGIC) || !VERSIONS.includes(file[7]!)) throw new Error('not a backup');
  if (
    !sha256(file.subarray(0, 12 + length))
      .subarray(0, 8)
      .equals(preamble.subarray(-8))
  )
    throw new Error('header');
  const { salt, wraps } = JSON.parse(file.subarray(12, 12 + length).toString('utf8')) as {
    salt: string;
    wraps: JsonWrap[];
  };
  const wrap = wraps.find((one) => kind === undefined || one.kind === kind);
  if (!wrap) throw new Error(`no ${kind}`);
  const key = fileKey(await rootOf(wrap, kekOf), Buffer.from(salt, 'base64'));
  const plain: Buffer[] = [];
  let at = preamble.length;
  for (let number = 0, isLast = false; !isLast; number++) {
    const word = file.readUInt32BE(at);
    isLast = word >= 0x8000_0000;
    const sealed = file.subarray(at + 4, at + 4 + (word % 0x8000_0000));
    plain.push(open(key, nonceOf(number, isLast), preamble, sealed));
    at += 4 + sealed.length;
  }
  if (at !== file.length) throw new Error('something follows the end');
  const lines = gunzipSync(Buffer.concat(plain)).toString('utf8').split('\n');
  if (lines.pop() !== '') throw new Error('half a line');
  return lines.map((line) => JSON.parse(line));
}

/** The root key's bytes out of one wrap, of either version. Throws where the secret is another or a byte was changed. */
export async function rootOf(made: JsonWrap, kekOf: Kek): Promise<Buffer> {
  const kek = await kekOf(made);
  const wrap = wrapOfJson(made);
  if (wrap.version === 2) return rootThroughPair(wrap, privateKeyOf(wrap, kek));
  return open(kek, wrap.iv, wrapContext(wrap), wrap.wrapped);
}

/** The bytes of a wrap, which are base64 in a file. */
export function wrapOfJson(made: JsonWrap): PairWrap {
  const bytes = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64');
  const head = { ...made, kdf: { ...made.kdf, salt: bytes(made.kdf.salt) }, credential: bytes(made.credential) };
  const sealed = { iv: bytes(made.iv), wrapped: bytes(made.wrapped) };
  if (made.version === 1) return { ...head, ...sealed, publicKey: undefined } as unknown as PairWrap;
  const { publicKey, privateIv, privateKey, ephemeral } = made;
  const pair = [publicKey, privateIv, privateKey, ephemeral].map(bytes) as [Buffer, Buffer, Buffer, Buffer];
  return { ...head, ...sealed, publicKey: pair[0], privateIv: pair[1], privateKey: pair[2], ephemeral: pair[3] };
}
