import {
  createCipheriv,
  createDecipheriv,
  createECDH,
  createHash,
  createPrivateKey,
  hkdfSync,
  pbkdf2Sync,
} from 'node:crypto';

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

export const hkdf = (secret: Buffer, salt: Buffer, info: string, length = 32): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, salt, info, length));

/** The name of a root key. */
export const keyId = (root: Buffer, salt: Buffer): Buffer => hkdf(root, salt, 'reverie/key-id/1', 8);

export const pbkdf2 = (passphrase: string, salt: Buffer, iterations: number): Buffer =>
  pbkdf2Sync(Buffer.from(passphrase.normalize('NFKC')), salt, iterations, 32, 'sha256');

/** Ciphertext and tag of AES-256-GCM. */
export function gcm(key: Buffer, nonce: Buffer, context: Buffer, plain: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(context);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** What `gcm` sealed. Throws where a byte or the key is another. */
export function openGcm(key: Buffer, nonce: Buffer, context: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(context).setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
}

/** `id`: the name of the key. A box of version 1, as older versions of the app wrote it, has none. */
export const box = (key: Buffer, id: Buffer | null, nonce: Buffer, context: Buffer, plain: Buffer): Buffer =>
  Buffer.concat([id ? Buffer.concat([Buffer.of(2), id]) : Buffer.of(1), nonce, gcm(key, nonce, context, plain)]);

/** The plaintext of a box, of either version. */
export function openBox(key: Buffer, context: Buffer, body: Buffer): Buffer {
  const start = body[0] === 1 ? 1 : 9;
  return openGcm(key, body.subarray(start, start + 12), context, body.subarray(start + 12));
}

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
  readonly version: 1 | 2;
  readonly id: string;
  readonly kind: string;
  readonly kdf: { readonly name: string; readonly params: Readonly<Record<string, number>>; readonly salt: Buffer };
  readonly credential: Buffer;
  readonly createdMs: number;
  /** Of version 2. */
  readonly publicKey?: Buffer;
}

export const wrapContext = ({ version, id, kind, kdf, credential, createdMs, publicKey }: WrapHead): Buffer =>
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
    ...(publicKey ? [publicKey] : []),
  ]);

/** A wrap of version 1: the root under the secret's own key. */
export function wrap(head: WrapHead, kek: Buffer, iv: Buffer, root: Buffer) {
  const context = wrapContext(head);
  const wrapped = gcm(kek, iv, context, root);
  return { ...head, iv, wrapped, sum: sha256(canonical([context, iv, wrapped])) };
}

/** The uncompressed point of a private key of P-256. */
export function pointOf(scalar: Buffer): Buffer {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(scalar);
  return curve.getPublicKey();
}

function pkcs8(scalar: Buffer): Buffer {
  const point = pointOf(scalar);
  const [d, x, y] = [scalar, point.subarray(1, 33), point.subarray(33)].map((bytes) => bytes.toString('base64url'));
  const key = createPrivateKey({ key: { kty: 'EC', crv: 'P-256', d, x, y }, format: 'jwk' });
  return key.export({ type: 'pkcs8', format: 'der' });
}

/** The key that both pairs share. */
function sharedKek(privateKey: Buffer, other: Buffer, ephemeral: Buffer, publicKey: Buffer): Buffer {
  const curve = createECDH('prime256v1');
  curve.setPrivateKey(privateKey);
  return hkdf(curve.computeSecret(other), Buffer.concat([ephemeral, publicKey]), 'reverie/wrap/pair/1');
}

const rootContext = (context: Buffer, ephemeral: Buffer): Buffer =>
  Buffer.concat([context, canonical(['root', ephemeral])]);

export interface PairInput {
  /** Private keys of P-256, 32 bytes. */
  readonly own: Buffer;
  readonly once: Buffer;
  readonly privateIv: Buffer;
  readonly iv: Buffer;
}

/** A wrap of version 2: the root for a pair, whose private key is under the secret's own key. */
export function wrapForPair(
  given: Omit<WrapHead, 'version' | 'publicKey'>,
  kek: Buffer,
  input: PairInput,
  root: Buffer,
) {
  const { own, once, privateIv, iv } = input;
  const [publicKey, ephemeral] = [pointOf(own), pointOf(once)];
  const head = { ...given, version: 2, publicKey } as const;
  const context = wrapContext(head);
  const privateKey = gcm(kek, privateIv, context, pkcs8(own));
  const wrapped = gcm(sharedKek(once, publicKey, ephemeral, publicKey), iv, rootContext(context, ephemeral), root);
  const sum = sha256(canonical([context, iv, wrapped, privateIv, privateKey, ephemeral]));
  return { ...head, privateIv, privateKey, ephemeral, iv, wrapped, sum };
}

export interface PairWrap extends WrapHead {
  readonly publicKey: Buffer;
  readonly privateIv: Buffer;
  readonly privateKey: Buffer;
  readonly ephemeral: Buffer;
  readonly iv: Buffer;
  readonly wrapped: Buffer;
}

/** The private key of a way in, PKCS #8. Throws where the secret is another. */
export const privateKeyOf = (wrap: PairWrap, kek: Buffer): Buffer =>
  openGcm(kek, wrap.privateIv, wrapContext(wrap), wrap.privateKey);

/** The root in a wrap, for whoever has its private key. */
export function rootThroughPair(wrap: PairWrap, privateKey: Buffer): Buffer {
  const { d } = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' });
  const kek = sharedKek(Buffer.from(d!, 'base64url'), wrap.ephemeral, wrap.ephemeral, wrap.publicKey);
  return openGcm(kek, wrap.iv, rootContext(wrapContext(wrap), wrap.ephemeral), wrap.wrapped);
}

/** What steers the lock, sealed as the vault's first record has it. */
export const protectionBox = (root: Buffer, salt: Buffer, nonce: Buffer, protection: unknown): Buffer => {
  const key = hkdf(root, salt, 'reverie/vault/1');
  const context = canonical(['reverie vault', '2', salt]);
  return box(key, null, nonce, context, Buffer.from(JSON.stringify(protection)));
};

const olderContext = (key: Buffer, under: Buffer): Buffer => canonical(['reverie older root', '1', key, under]);

/** A root of before, under the one that replaced it. */
export function olderRoot(root: Buffer, newer: Buffer, salt: Buffer, iv: Buffer) {
  const [key, under] = [keyId(root, salt), keyId(newer, salt)];
  return {
    version: 1,
    key,
    under,
    iv,
    wrapped: gcm(hkdf(newer, salt, 'reverie/older/1'), iv, olderContext(key, under), root),
  };
}

export const openOlder = (older: ReturnType<typeof olderRoot>, newer: Buffer, salt: Buffer): Buffer =>
  openGcm(hkdf(newer, salt, 'reverie/older/1'), older.iv, olderContext(older.key, older.under), older.wrapped);
