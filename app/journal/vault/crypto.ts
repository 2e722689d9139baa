import { type Bytes, concat, utf8 } from './bytes';

/**
 * The journal's only door to WebCrypto, and every choice of algorithm in it.
 *
 * The root key is 256 random bits. While the journal is open it is a non-extractable HKDF key, from which each purpose derives
 * an AES-256-GCM key of its own; its bytes are in JavaScript's memory at no time, since WebCrypto wraps and unwraps them itself.
 */
export const NONCE_BYTES = 12;
export const TAG_BYTES = 16;

/** First byte of every box: the format below. */
export const BOX_VERSION = 1;
const HEAD_BYTES = 1 + NONCE_BYTES;

const AES = { name: 'AES-GCM', length: 256 } as const;
const ROOT = { name: 'HKDF' } as const;

/** A box that does not open: sealed under another key or for another place, or changed since. */
export class BoxBroken extends Error {
  override readonly name = 'BoxBroken';
}

export const randomBytes = (length: number): Bytes => crypto.getRandomValues(new Uint8Array(length));

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/** A new root key in the only form that can be wrapped: extractable. It is dropped as soon as it has been. */
export const newRoot = (): Promise<CryptoKey> => crypto.subtle.generateKey(AES, true, ['encrypt']);

/** A key-encryption key that never leaves this browser's key store. */
export const newDeviceKek = (): Promise<CryptoKey> => crypto.subtle.generateKey(AES, false, ['wrapKey', 'unwrapKey']);

/** The root key's bytes under `kek`, bound to `context`: nonce and ciphertext with its tag. */
export async function wrapRoot(
  root: CryptoKey,
  kek: CryptoKey,
  context: Bytes,
): Promise<{ readonly iv: Bytes; readonly wrapped: Bytes }> {
  const iv = randomBytes(NONCE_BYTES);
  const wrapped = await crypto.subtle.wrapKey('raw', root, kek, gcm(iv, context));
  return { iv, wrapped: new Uint8Array(wrapped) };
}

/** The root key as it is used: it derives keys and can be neither read nor wrapped. Rejects with BoxBroken. */
export const unwrapRoot = (kek: CryptoKey, iv: Bytes, wrapped: Bytes, context: Bytes): Promise<CryptoKey> =>
  broken(crypto.subtle.unwrapKey('raw', wrapped, kek, gcm(iv, context), ROOT, false, ['deriveKey', 'deriveBits']));

/** The root key in the form that can be wrapped again, for as long as that takes. Rejects with BoxBroken. */
export const unwrapRootToRewrap = (kek: CryptoKey, iv: Bytes, wrapped: Bytes, context: Bytes): Promise<CryptoKey> =>
  broken(crypto.subtle.unwrapKey('raw', wrapped, kek, gcm(iv, context), AES, true, ['encrypt']));

/** The key for one purpose (`records`, `backup`): HKDF-SHA256 of the root with `salt` and the info `reverie/<purpose>/1`. */
export const deriveKey = (root: CryptoKey, purpose: string, salt: Bytes): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(salt, `reverie/${purpose}/1`), root, AES, false, ['encrypt', 'decrypt']);

/** A key-encryption key of bytes that a slow function made of a passphrase. The bytes are overwritten. */
export async function importKek(bytes: Bytes): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', bytes, AES, false, ['wrapKey', 'unwrapKey']);
  } finally {
    bytes.fill(0);
  }
}

/** A key-encryption key of a secret nobody can guess (128 bits or more): HKDF-SHA256. The secret's bytes are overwritten. */
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

/** A key-encryption key of a passphrase by PBKDF2-SHA256, for where Argon2id finds no memory. The bytes are overwritten. */
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
 * A box: `BOX_VERSION` (1 byte), a fresh random nonce (12 bytes), then ciphertext and tag (AES-256-GCM). It opens only under
 * the same key and with the same `context`.
 */
export async function sealBox(key: CryptoKey, context: Bytes, plain: Bytes): Promise<Bytes> {
  const nonce = randomBytes(NONCE_BYTES);
  const sealed = await crypto.subtle.encrypt(gcm(nonce, context), key, plain);
  return concat(Uint8Array.of(BOX_VERSION), nonce, new Uint8Array(sealed));
}

/** What `sealBox` put in. Rejects with BoxBroken. */
export async function openBox(key: CryptoKey, context: Bytes, box: Bytes): Promise<Bytes> {
  if (box.length < HEAD_BYTES + TAG_BYTES) throw new BoxBroken('the sealed record is cut short');
  if (box[0] !== BOX_VERSION) throw new BoxBroken(`sealed in format ${box[0]}, known is ${BOX_VERSION}`);
  const nonce = box.slice(1, HEAD_BYTES);
  return new Uint8Array(await broken(crypto.subtle.decrypt(gcm(nonce, context), key, box.subarray(HEAD_BYTES))));
}

/**
 * One piece of a backup, whose nonce its number gives (12 bytes). Whoever calls it uses `key` for one file only, so that no
 * nonce comes twice.
 */
export const sealPiece = async (key: CryptoKey, nonce: Bytes, context: Bytes, plain: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.encrypt(gcm(nonce, context), key, plain));

/** What `sealPiece` put in. Rejects with BoxBroken. */
export const openPiece = async (key: CryptoKey, nonce: Bytes, context: Bytes, sealed: Bytes): Promise<Bytes> =>
  new Uint8Array(await broken(crypto.subtle.decrypt(gcm(nonce, context), key, sealed)));

const gcm = (iv: Bytes, additionalData: Bytes): AesGcmParams => ({ name: AES.name, iv, additionalData });

const hkdf = (salt: Bytes, info: string): HkdfParams => ({ ...ROOT, hash: 'SHA-256', salt, info: utf8(info) });

/** WebCrypto says `OperationError` without a word of why: with GCM there is only one reason. */
async function broken<T>(opening: Promise<T>): Promise<T> {
  try {
    return await opening;
  } catch (error) {
    throw new BoxBroken('the seal does not fit', { cause: error });
  }
}
