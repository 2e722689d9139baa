import { createDecipheriv } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { gcm, hkdf, sha256, type WrapHead, wrap, wrapContext } from './vault-formats';

/**
 * The backup file written and read a second time, with Node's crypto and from its description alone (SECURITY.md): nothing here
 * imports the app.
 */
const MAGIC = Buffer.from('REVERIE', 'latin1');
/** The versions that are written and read here. */
const VERSIONS: readonly number[] = [1];

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
  readonly app: string;
  readonly created: string;
  /** A writer may choose smaller pieces than 1 MiB. */
  readonly pieceBytes: number;
  /** Objects, one a line. */
  readonly lines: readonly unknown[];
}

/** A backup of these lines, the same bytes for the same input. */
export function writeBackup(input: BackupInput): Buffer {
  const { version, code, root, salt, wrapHead, wrapIv, app, created, pieceBytes, lines } = input;
  const made = wrap(wrapHead, recoveryKek(code, wrapHead.kdf.salt), wrapIv, root);
  const header = {
    app,
    created,
    salt: base64(salt),
    wraps: [
      {
        ...made,
        kdf: { ...made.kdf, salt: base64(made.kdf.salt) },
        credential: base64(made.credential),
        iv: base64(made.iv),
        wrapped: base64(made.wrapped),
        sum: base64(made.sum),
      },
    ],
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
  readonly version: 1;
  readonly id: string;
  readonly kind: string;
  readonly kdf: { readonly name: string; readonly params: Record<string, number>; readonly salt: string };
  readonly credential: string;
  readonly iv: string;
  readonly wrapped: string;
  readonly createdMs: number;
}

/** How the key-encryption key of a wrap is had: by its kind, from what the person knows. */
export type Kek = (wrap: JsonWrap) => Buffer | Promise<Buffer>;

export const kekOfCode =
  (code: string): Kek =>
  ({ kdf }) =>
    recoveryKek(code, Buffer.from(kdf.salt, 'base64'));

/** Every line of a backup, opened with the first of its wraps. Throws where a byte is not what was written. */
export async function readBackup(file: Buffer, kekOf: Kek): Promise<unknown[]> {
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
  const key = fileKey(await rootOf(wraps[0]!, kekOf), Buffer.from(salt, 'base64'));
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

/** The root key's bytes out of one wrap. Throws where the secret is another or a byte was changed. */
export async function rootOf(made: JsonWrap, kekOf: Kek): Promise<Buffer> {
  const head: WrapHead = {
    ...made,
    kdf: { ...made.kdf, salt: Buffer.from(made.kdf.salt, 'base64') },
    credential: Buffer.from(made.credential, 'base64'),
  };
  const [iv, wrapped] = [Buffer.from(made.iv, 'base64'), Buffer.from(made.wrapped, 'base64')];
  return open(await kekOf(made), iv, wrapContext(head), wrapped);
}

function open(key: Buffer, nonce: Buffer, context: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(context).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}
