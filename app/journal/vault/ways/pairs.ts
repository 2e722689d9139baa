import { type Bytes, canonical, concat } from '../bytes';
import { type WrappedKey, wrapRoot } from '../crypto';
import { newPair, publicBytes, sharedKek, unwrapPrivate, wrapPrivate } from './crypto-of-secrets';

/** The key pair of one way in. Its private key is encrypted with the secret, and so stays for as long as the secret does. */
export interface Pair {
  /** An uncompressed point of P-256, 65 bytes. */
  readonly publicKey: Bytes;
  readonly privateIv: Bytes;
  /** The private key (PKCS #8), encrypted with AES-256-GCM. */
  readonly privateKey: Bytes;
}

/** A root key, encrypted for the owner of a pair. */
export interface ToPair extends WrappedKey {
  /** The public key of a pair that is used once. */
  readonly ephemeral: Bytes;
}

/** A new pair. `kek`: that of the secret. `contextOf`: what binds its private key. */
export async function newPairUnder(kek: CryptoKey, contextOf: (publicKey: Bytes) => Bytes): Promise<Pair> {
  const pair = await newPair();
  const publicKey = await publicBytes(pair);
  const { iv, wrapped } = await wrapPrivate(pair, kek, contextOf(publicKey));
  return { publicKey, privateIv: iv, privateKey: wrapped };
}

/** Encrypts `root` for the owner of `publicKey`. It takes no secret. */
export async function wrapToPair(root: CryptoKey, publicKey: Bytes, context: Bytes): Promise<ToPair> {
  const once = await newPair();
  const ephemeral = await publicBytes(once);
  const kek = await sharedKek(once.privateKey, publicKey, concat(ephemeral, publicKey));
  return { ephemeral, ...(await wrapRoot(root, kek, rootContext(context, ephemeral))) };
}

/** The key under which the root lies, for the one who has the secret. `kek`: that of the secret. Rejects with BoxBroken. */
export async function kekThroughPair(
  kek: CryptoKey,
  { publicKey, privateIv, privateKey, ephemeral }: Pair & Pick<ToPair, 'ephemeral'>,
  context: Bytes,
): Promise<CryptoKey> {
  const own = await unwrapPrivate(kek, privateIv, privateKey, context);
  return sharedKek(own, ephemeral, concat(ephemeral, publicKey));
}

/** What binds a root that is encrypted for a pair. */
export const rootContext = (context: Bytes, ephemeral: Bytes): Bytes => concat(context, canonical(['root', ephemeral]));
