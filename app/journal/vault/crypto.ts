import { type Bytes, concat, utf8 } from './bytes';

/**
 * The only file of the journal that uses WebCrypto. All algorithms are chosen here.
 *
 * The root key is 256 random bits. While the journal is open it is a non-extractable HKDF key, from which an AES-256-GCM key is
 * derived for each purpose. Its bytes are never in JavaScript's memory, because WebCrypto itself wraps and unwraps them.
 */
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;
/** Bytes of the name of a root key, see `keyIdOf`. */
export const KEY_ID_BYTES = 8;

const AES = { name: 'AES-GCM', length: 256 } as const;
const ROOT = { name: 'HKDF' } as const;
/** P-256 and not X25519, because every browser that runs the app has it. */
const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** A box that does not open: it was sealed with another key or for another place, or it was changed. */
export class BoxBroken extends Error {
  override readonly name = 'BoxBroken';
}

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** A new root key. It is extractable, because only such a key can be wrapped; the caller drops it once it is. */
export const newRoot = (): Promise<CryptoKey> => crypto.subtle.generateKey(AES, true, ['encrypt']);

/** A key-encryption key whose bytes never leave this browser. */
export const newDeviceKek = (): Promise<CryptoKey> => crypto.subtle.generateKey(AES, false, ['wrapKey', 'unwrapKey']);

/** A key's bytes, encrypted: a nonce, and ciphertext with its tag. */
export interface WrappedKey {
  readonly iv: Bytes;
  readonly wrapped: Bytes;
}

/** Encrypts the root key's bytes with `kek` and binds them to `context`. */
export const wrapRoot = (root: CryptoKey, kek: CryptoKey, context: Bytes): Promise<WrappedKey> =>
  wrapped('raw', root, kek, context);

/** The root key for use: it can derive keys, but cannot be read or wrapped. Rejects with BoxBroken. */
export const unwrapRoot = (kek: CryptoKey, iv: Bytes, wrapped: Bytes, context: Bytes): Promise<CryptoKey> =>
  broken(crypto.subtle.unwrapKey('raw', wrapped, kek, gcm(iv, context), ROOT, false, ['deriveKey', 'deriveBits']));

/** The root key in a form that can be wrapped again; the caller drops it right after. Rejects with BoxBroken. */
export const unwrapRootToRewrap = (kek: CryptoKey, iv: Bytes, wrapped: Bytes, context: Bytes): Promise<CryptoKey> =>
  broken(crypto.subtle.unwrapKey('raw', wrapped, kek, gcm(iv, context), AES, true, ['encrypt']));

/** A root key of `newRoot` for use: the way over a wrap is the only one that does not take its bytes through JavaScript. */
export async function usableRoot(root: CryptoKey): Promise<CryptoKey> {
  const [kek, context] = [await newDeviceKek(), new Uint8Array(0)];
  const { iv, wrapped } = await wrapRoot(root, kek, context);
  return unwrapRoot(kek, iv, wrapped, context);
}

/** The key for one purpose (`records`, `backup`): HKDF-SHA256 of the root with `salt` and the info `reverie/<purpose>/1`. */
export const deriveKey = (root: CryptoKey, purpose: string, salt: Bytes): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(salt, `reverie/${purpose}/1`), root, AES, false, ['encrypt', 'decrypt']);

/** The key that older root keys are wrapped under: HKDF-SHA256 of the newer root, info `reverie/older/1`. */
export const deriveOlderKek = (root: CryptoKey, salt: Bytes): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(salt, 'reverie/older/1'), root, AES, false, ['wrapKey', 'unwrapKey']);

/** Names a root key and tells nothing about it: HKDF-SHA256 of the root, info `reverie/key-id/1`, 8 bytes. */
export const keyIdOf = async (root: CryptoKey, salt: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.deriveBits(hkdf(salt, 'reverie/key-id/1'), root, KEY_ID_BYTES * 8));

/** A key pair. What is wrapped to its public key opens with its private key alone. */
export const newPair = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(ECDH, true, ['deriveBits']);

/** A public key as an uncompressed point, 65 bytes. */
export const publicBytes = async ({ publicKey }: CryptoKeyPair): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));

/** Encrypts the private key (PKCS #8) with `kek` and binds it to `context`. */
export const wrapPrivate = ({ privateKey }: CryptoKeyPair, kek: CryptoKey, context: Bytes): Promise<WrappedKey> =>
  wrapped('pkcs8', privateKey, kek, context);

/** Rejects with BoxBroken. */
export const unwrapPrivate = (kek: CryptoKey, iv: Bytes, wrapped: Bytes, context: Bytes): Promise<CryptoKey> =>
  broken(crypto.subtle.unwrapKey('pkcs8', wrapped, kek, gcm(iv, context), ECDH, false, ['deriveBits']));

/**
 * The key-encryption key that the owners of two key pairs share: ECDH, then HKDF-SHA256 with `salt` and the info
 * `reverie/wrap/pair/1`. Rejects with BoxBroken if `publicKey` is not a point of the curve.
 */
export async function sharedKek(privateKey: CryptoKey, publicKey: Bytes, salt: Bytes): Promise<CryptoKey> {
  const other = await broken(crypto.subtle.importKey('raw', publicKey, ECDH, false, []));
  const shared = await crypto.subtle.deriveBits({ name: ECDH.name, public: other }, privateKey, 256);
  return kekOfSecret(new Uint8Array(shared), salt, 'pair');
}

/** The key-encryption key made of bytes that a slow function derived from a passphrase. Overwrites the bytes. */
export async function importKek(bytes: Bytes): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', bytes, AES, false, ['wrapKey', 'unwrapKey']);
  } finally {
    bytes.fill(0);
  }
}

/** The key-encryption key of a secret nobody can guess (128 bits or more), by HKDF-SHA256. Overwrites the secret's bytes. */
export async function kekOfSecret(secret: Bytes, salt: Bytes, kind: string): Promise<CryptoKey> {
  try {
    const base = await crypto.subtle.importKey('raw', secret, ROOT, false, ['deriveKey']);
    return await crypto.subtle.deriveKey(hkdf(salt, `reverie/wrap/${kind}/1`), base, AES, false, [
      'wrapKey',
      'unwrapKey',
    ]);
  } finally {
    secret.fill(0);
  }
}

/** The key-encryption key of a passphrase by PBKDF2-SHA256, if there is no memory for Argon2id. Overwrites the bytes. */
export async function pbkdf2Kek(passphrase: Bytes, salt: Bytes, iterations: number): Promise<CryptoKey> {
  try {
    const base = await crypto.subtle.importKey('raw', passphrase, 'PBKDF2', false, ['deriveKey']);
    const params = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
    return await crypto.subtle.deriveKey(params, base, AES, false, ['wrapKey', 'unwrapKey']);
  } finally {
    passphrase.fill(0);
  }
}

/**
 * Encrypts `plain` into a box: `head`, a nonce (12 bytes, new and random unless one is given), ciphertext and tag (AES-256-GCM). It
 * opens only with the same key and the same `context`.
 */
export async function sealBox(
  key: CryptoKey,
  context: Bytes,
  plain: Bytes,
  head: Bytes,
  nonce: Bytes = randomBytes(NONCE_BYTES),
): Promise<Bytes> {
  return concat(head, nonce, new Uint8Array(await crypto.subtle.encrypt(gcm(nonce, context), key, plain)));
}

/** The plaintext of a box of `sealBox` whose head has `headBytes` bytes. Rejects with BoxBroken. */
export async function openBox(key: CryptoKey, context: Bytes, box: Bytes, headBytes: number): Promise<Bytes> {
  const start = headBytes + NONCE_BYTES;
  if (box.length < start + TAG_BYTES) throw new BoxBroken('the sealed record is cut short');
  const nonce = box.slice(headBytes, start);
  return new Uint8Array(await broken(crypto.subtle.decrypt(gcm(nonce, context), key, box.subarray(start))));
}

/**
 * Encrypts one segment of a backup. The nonce (12 bytes) follows from the segment's number, so the caller must use `key` for one
 * file only: no nonce may be used twice with one key.
 */
export const sealSegment = async (key: CryptoKey, nonce: Bytes, context: Bytes, plain: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.encrypt(gcm(nonce, context), key, plain));

/** The plaintext of a segment of `sealSegment`. Rejects with BoxBroken. */
export const openSegment = async (key: CryptoKey, nonce: Bytes, context: Bytes, sealed: Bytes): Promise<Bytes> =>
  new Uint8Array(await broken(crypto.subtle.decrypt(gcm(nonce, context), key, sealed)));

async function wrapped(format: 'raw' | 'pkcs8', key: CryptoKey, kek: CryptoKey, context: Bytes): Promise<WrappedKey> {
  const iv = randomBytes(NONCE_BYTES);
  return { iv, wrapped: new Uint8Array(await crypto.subtle.wrapKey(format, key, kek, gcm(iv, context))) };
}

const gcm = (iv: Bytes, additionalData: Bytes): AesGcmParams => ({ name: AES.name, iv, additionalData });

const hkdf = (salt: Bytes, info: string): HkdfParams => ({ ...ROOT, hash: 'SHA-256', salt, info: utf8(info) });

/** WebCrypto rejects with `OperationError` and no reason. With GCM there is only one: the tag is wrong. */
async function broken<T>(opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    throw new BoxBroken('the seal does not fit', { cause: error });
  }
}
