import { createCipheriv, createHash, hkdfSync, pbkdf2Sync } from 'node:crypto';

/**
 * The vault's formats written a second time, with Node's crypto and from their description alone (SECURITY.md): nothing here
 * imports the app. What both agree on is what another program could read.
 */
export type Part = string | Buffer;

export const canonical = (parts: readonly Part[]): Buffer =>
  Buffer.concat(
    parts.flatMap((part) => {
      const bytes = typeof part === 'string' ? Buffer.from(part, 'utf8') : part;
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      return [length, bytes];
    }),
  );

export const sha256 = (bytes: Buffer): Buffer => createHash('sha256').update(bytes).digest();

export const hkdf = (secret: Buffer, salt: Buffer, info: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, 32));

export const pbkdf2 = (passphrase: string, salt: Buffer, iterations: number): Buffer =>
  pbkdf2Sync(Buffer.from(passphrase.normalize('NFKC')), salt, iterations, 32, 'sha256');

/** Ciphertext and tag of AES-256-GCM. */
export function gcm(key: Buffer, nonce: Buffer, context: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(context);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

export const box = (key: Buffer, nonce: Buffer, context: Buffer, plain: Buffer): Buffer =>
  Buffer.concat([Buffer.of(1), nonce, gcm(key, nonce, context, plain)]);

export const recordContext = (store: string, id: string): Buffer => canonical(['reverie record', '1', store, id]);

export interface Column {
  readonly path: readonly string[];
  readonly type: 'f32' | 'f64';
  readonly numbers: readonly number[];
}

/** `value` has null where a column belongs. */
export function pack(value: unknown, columns: readonly Column[]): Buffer {
  const json = Buffer.from(
    JSON.stringify({ value, columns: columns.map(({ path, type, numbers }) => [path, type, numbers.length]) }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  let bytes = padded(Buffer.concat([length, json]), 8);
  for (const { type, numbers } of columns) {
    const size = type === 'f32' ? 4 : 8;
    const column = Buffer.alloc(numbers.length * size);
    numbers.forEach((number, index) => {
      if (type === 'f32') column.writeFloatLE(number, index * size);
      else column.writeDoubleLE(number, index * size);
    });
    bytes = padded(Buffer.concat([bytes, column]), 8);
  }
  return padded(bytes, 256);
}

const padded = (bytes: Buffer, step: number): Buffer =>
  Buffer.concat([bytes, Buffer.alloc((step - (bytes.length % step)) % step)]);

export interface WrapHead {
  readonly version: 1;
  readonly id: string;
  readonly kind: string;
  readonly kdf: { readonly name: string; readonly params: Readonly<Record<string, number>>; readonly salt: Buffer };
  readonly credential: Buffer;
  readonly createdMs: number;
}

export const wrapContext = ({ version, id, kind, kdf, credential, createdMs }: WrapHead): Buffer =>
  canonical([
    'reverie wrap',
    `${version}`,
    id,
    kind,
    'AES-256-GCM',
    kdf.name,
    ...Object.entries(kdf.params)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([name, number]) => [name, `${number}`]),
    kdf.salt,
    credential,
    `${createdMs}`,
  ]);

export function wrap(head: WrapHead, kek: Buffer, iv: Buffer, root: Buffer) {
  const context = wrapContext(head);
  const wrapped = gcm(kek, iv, context, root);
  return { ...head, iv, wrapped, sum: sha256(canonical([context, iv, wrapped])) };
}
