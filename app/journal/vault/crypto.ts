import { type Bytes, concat, utf8 } from './bytes';

/**
 * This file and `ways/crypto-of-secrets.ts` are the only ones of the journal that use WebCrypto: what every start needs is here, what only a
 * typed secret, a change of the lock or a file needs is there. All algorithms are chosen in them.
 *
 * The root key is 256 random bits. While the journal is open it is a non-extractable HKDF key, from which an AES-256-GCM key is
 * derived for each purpose. Its bytes are never in JavaScript's memory, because WebCrypto itself wraps and unwraps them.
 */
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;
/** Bytes of the name of a root key, see `keyIdOf`. */
export const KEY_ID_BYTES = 8;

export const AES = { name: 'AES-GCM', length: 256 } as const;
export const ROOT = { name: 'HKDF' } as const;
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

/** The key for one purpose (`records`, `backup`): HKDF-SHA256 of the root with `salt` and the info `reverie/<purpose>/1`. */
export const deriveKey = (root: CryptoKey, purpose: string, salt: Bytes): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(salt, `reverie/${purpose}/1`), root, AES, false, ['encrypt', 'decrypt']);

/** Names a root key and tells nothing about it: HKDF-SHA256 of the root, info `reverie/key-id/1`, 8 bytes. */
export const keyIdOf = async (root: CryptoKey, salt: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.deriveBits(hkdf(salt, 'reverie/key-id/1'), root, KEY_ID_BYTES * 8));

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

/** A key's bytes, in that format, encrypted with `kek` and bound to `context`. */
export async function wrapped(
  format: 'raw' | 'pkcs8',
  key: CryptoKey,
  kek: CryptoKey,
  context: Bytes,
): Promise<WrappedKey> {
  const iv = randomBytes(NONCE_BYTES);
  return { iv, wrapped: new Uint8Array(await crypto.subtle.wrapKey(format, key, kek, gcm(iv, context))) };
}

export const gcm = (iv: Bytes, additionalData: Bytes): AesGcmParams => ({ name: AES.name, iv, additionalData });

export const hkdf = (salt: Bytes, info: string): HkdfParams => ({ ...ROOT, hash: 'SHA-256', salt, info: utf8(info) });

/** WebCrypto rejects with `OperationError` and no reason. With GCM there is only one: the tag is wrong. */
export async function broken<T>(opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    throw new BoxBroken('the seal does not fit', { cause: error });
  }
}
