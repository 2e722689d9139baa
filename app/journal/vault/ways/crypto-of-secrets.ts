import type { Bytes } from '../bytes';
import { AES, broken, gcm, hkdf, newDeviceKek, ROOT, unwrapRoot, type WrappedKey, wrapped, wrapRoot } from '../crypto';

/* What a typed secret, a change of the lock, or a file needs; see `crypto.ts`. The first view needs none of it. */

/** P-256 and not X25519, because every browser that runs the app has it. */
const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** A root key of `newRoot` for use: the way over a wrap is the only one that does not take its bytes through JavaScript. */
export async function usableRoot(root: CryptoKey): Promise<CryptoKey> {
  const [kek, context] = [await newDeviceKek(), new Uint8Array(0)];
  const { iv, wrapped } = await wrapRoot(root, kek, context);
  return unwrapRoot(kek, iv, wrapped, context);
}

/** The key that older root keys are wrapped under: HKDF-SHA256 of the newer root, info `reverie/older/1`. */
export const deriveOlderKek = (root: CryptoKey, salt: Bytes): Promise<CryptoKey> =>
  crypto.subtle.deriveKey(hkdf(salt, 'reverie/older/1'), root, AES, false, ['wrapKey', 'unwrapKey']);

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
 * Encrypts one segment of a backup. The nonce (12 bytes) follows from the segment's number, so the caller must use `key` for one
 * file only: no nonce may be used twice with one key.
 */
export const sealSegment = async (key: CryptoKey, nonce: Bytes, context: Bytes, plain: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.encrypt(gcm(nonce, context), key, plain));

/** The plaintext of a segment of `sealSegment`. Rejects with BoxBroken. */
export const openSegment = async (key: CryptoKey, nonce: Bytes, context: Bytes, sealed: Bytes): Promise<Bytes> =>
  new Uint8Array(await broken(crypto.subtle.decrypt(gcm(nonce, context), key, sealed)));
