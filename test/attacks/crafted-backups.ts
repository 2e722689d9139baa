import { createGzip } from 'node:zlib';
import { gcm, hkdf, sha256, type WrapHead, wrap } from '../formats/vault-formats';

/** Backups that nobody's app wrote, sealed as the description says. */

const ROOT = Buffer.alloc(32, 7);
const SALT = Buffer.alloc(32, 3);
const WRAP_SALT = Buffer.alloc(16, 5);
const MAGIC = Buffer.from('REVERIE\x01', 'latin1');
const SEGMENT_BYTES = 1024 * 1024;

/** Opens every file here that has a recovery code: all zeros, with the symbol that checks them. */
export const CODE = '0000-0000-0000-0000-0000-0000-0000';
const CODE_SECRET = Buffer.from('0'.repeat(27));

const uint32 = (number: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
};

const head = (id: number, kind: string, name: string, params: Record<string, number>): WrapHead => ({
  version: 1,
  id: `crafted-${id}`,
  kind,
  kdf: { name, params, salt: WRAP_SALT },
  credential: Buffer.alloc(0),
  createdMs: 0,
});

const json = (head: WrapHead, kek: Buffer) => {
  const made = wrap(head, kek, Buffer.alloc(12, head.id.length), ROOT);
  const base64 = (bytes: Buffer) => bytes.toString('base64');
  return {
    ...made,
    kdf: { ...made.kdf, salt: base64(made.kdf.salt) },
    credential: '',
    iv: base64(made.iv),
    wrapped: base64(made.wrapped),
    sum: base64(made.sum),
  };
};

/** A wrap that asks for these costs; nobody knows what opens it, and its sum is right. */
export const wrapWith = (name: string, params: Record<string, number>, id = 0): unknown =>
  json(head(id, 'passphrase', name, params), Buffer.alloc(32, 9));

/** The wrap that `CODE` opens. */
export const codeWrap = (): unknown =>
  json(head(0, 'recovery', 'hkdf-sha256', {}), hkdf(CODE_SECRET, WRAP_SALT, 'reverie/wrap/recovery/1'));

/** A backup with these wraps and this gzip inside. */
export function backupOf(wraps: readonly unknown[], packed: Buffer, more: object = {}): Buffer {
  const header = Buffer.from(
    JSON.stringify({ app: '0.1.0', created: '2026-11-22', salt: SALT.toString('base64'), wraps, ...more }),
  );
  const checked = Buffer.concat([MAGIC, uint32(header.length), header]);
  const preamble = Buffer.concat([checked, sha256(checked).subarray(0, 8)]);
  const key = hkdf(ROOT, SALT, 'reverie/backup/1');
  const parts: Buffer[] = [preamble];
  for (let number = 0; number === 0 || number * SEGMENT_BYTES < packed.length; number++) {
    const isLast = (number + 1) * SEGMENT_BYTES >= packed.length;
    const nonce = Buffer.concat([Buffer.alloc(7), uint32(number), Buffer.of(isLast ? 1 : 0)]);
    const piece = packed.subarray(number * SEGMENT_BYTES, (number + 1) * SEGMENT_BYTES);
    const sealed = gcm(key, nonce, preamble, piece);
    parts.push(uint32(sealed.length + (isLast ? 0x8000_0000 : 0)), sealed);
  }
  return Buffer.concat(parts);
}

/** The gzip of `text` repeated `times`. */
export async function packedText(text: string, times: number): Promise<Buffer> {
  const gzip = createGzip({ level: 1 });
  const parts: Buffer[] = [];
  gzip.on('data', (part: Buffer) => parts.push(part));
  const bytes = Buffer.from(text);
  for (let done = 0; done < times; done++) {
    if (!gzip.write(bytes)) await new Promise((resume) => gzip.once('drain', resume));
  }
  await new Promise<void>((end) => {
    gzip.on('end', end);
    gzip.end();
  });
  return Buffer.concat(parts);
}
