import { newId } from '../../base/ids';
import { asFailure, Failure } from '../../domain/failure/failure';
import { fieldsOf, name, number, object, oneOf, type Reader, recordOf, version, wholeNumber } from '../parse/reader';
import { type Bytes, canonical, equalBytes } from './bytes';
import { BoxBroken, sha256, unwrapRoot, unwrapRootToRewrap, wrapRoot } from './crypto';
import type { Kdf } from './kdf-costs';
import type { Pair, ToPair } from './ways/pairs';

export const WRAP_KINDS = ['device', 'passphrase', 'recovery', 'passkey'] as const;
export type WrapKind = (typeof WRAP_KINDS)[number];

/*
 * [Note: Ways in]
 *
 * Each secret that opens the journal has a wrap: the root key, encrypted so that this secret opens it. A change of the protection
 * makes a new root key, and then every way that stays needs a wrap of the new one. Its secret is not at hand: nobody types the
 * recovery code to change the passphrase.
 *
 * So a way has a key pair. Its private key is encrypted with the secret, its public key lies in the clear, and the root is
 * encrypted for the pair (`ways/pairs.ts`). A way that stays keeps its pair and gets a wrap of the new root; a changed secret gets a
 * new pair. What an old secret opens is an old pair, and no newer root is ever encrypted for that.
 *
 * Anybody can encrypt something for a public key. So the vault lists, sealed with the root, which wraps there are, and only those
 * on the list are carried over to a new root (`protection.ts`).
 *
 * A wrap of version 1 has no pair: the root is encrypted with the secret itself. The device's own key needs none, because it is
 * always at hand, and neither does a file that is sealed once. Older versions of the app wrote all wraps so; such a way cannot
 * be carried over.
 */

interface WrapHead {
  readonly id: string;
  readonly kind: WrapKind;
  readonly kdf: Kdf;
  /** The id of the passkey that opens it. Empty for the other kinds. */
  readonly credential: Bytes;
  readonly createdMs: number;
}

interface WrapBody {
  readonly iv: Bytes;
  /** The root key, encrypted with AES-256-GCM. */
  readonly wrapped: Bytes;
  /** SHA-256 of everything else. It protects nothing, but tells a damaged wrap from a wrong secret. */
  readonly sum: Bytes;
}

/** The root key, encrypted with the secret's own key and `wrapContext` as additional data. */
export interface DirectWrap extends WrapHead, WrapBody {
  readonly version: 1;
}

/** The root key, encrypted for the key pair of the secret. See: [Note: Ways in] */
export interface PairWrap extends WrapHead, WrapBody, Pair, Pick<ToPair, 'ephemeral'> {
  readonly version: 2;
}

/** The root key, encrypted for one secret. It is not secret itself: it is stored in the clear, and is in every backup. */
export type Wrap = DirectWrap | PairWrap;

/** A reader of wraps. `bytes` reads byte fields, which are base64 in a file. It throws ParseProblem. */
export function wrapReader(bytes: Reader<Bytes>): Reader<Wrap> {
  const common = {
    id: name,
    kind: oneOf(WRAP_KINDS),
    kdf: object<Kdf>({
      name: oneOf(['none', 'argon2id', 'pbkdf2-sha256', 'hkdf-sha256']),
      params: recordOf(wholeNumber(0)),
      salt: bytes,
    }),
    credential: bytes,
    iv: bytes,
    wrapped: bytes,
    createdMs: number(0),
    sum: bytes,
  };
  const pair = { publicKey: bytes, privateIv: bytes, privateKey: bytes, ephemeral: bytes };
  const direct = object<DirectWrap>({ version: version(1), ...common });
  const paired = object<PairWrap>({ version: version(2), ...common, ...pair });
  return (value) => (fieldsOf(value).version === 2 ? paired(value) : direct(value));
}

/** What opens a wrap. */
export type Secret =
  | { readonly kind: 'device'; readonly key: CryptoKey }
  | { readonly kind: 'passphrase'; readonly text: string }
  | { readonly kind: 'recovery'; readonly code: string }
  | { readonly kind: 'passkey'; readonly credential: Bytes; readonly output: Bytes };

/** Fetched when it is needed: a device's own key does not need it, and the first view must not wait for it. */
const costs = () => import('./kdf-costs');
const kekOfSecret = async () => (await import('./ways/crypto-of-secrets')).kekOfSecret;

export type WrapFacts =
  | (WrapHead & { readonly version: 1 })
  | (WrapHead & { readonly version: 2 } & Pick<Pair, 'publicKey'>);

/** Binds a wrap to its kind, id, algorithm and costs, so that nobody can change one of them, or make it cheaper, unnoticed. */
export const wrapContext = (wrap: WrapFacts): Bytes =>
  canonical([
    'reverie wrap',
    String(wrap.version),
    wrap.id,
    wrap.kind,
    'AES-256-GCM',
    wrap.kdf.name,
    ...Object.keys(wrap.kdf.params)
      .sort()
      .flatMap((name) => [name, String(wrap.kdf.params[name])]),
    wrap.kdf.salt,
    wrap.credential,
    String(wrap.createdMs),
    ...(wrap.version === 2 ? [wrap.publicKey] : []),
  ]);

export const withSum = async <T extends Omit<DirectWrap, 'sum'> | Omit<PairWrap, 'sum'>>(
  wrap: T,
): Promise<T & Pick<WrapBody, 'sum'>> => ({ ...wrap, sum: await sumOf(wrap) });

const sumOf = (wrap: Omit<DirectWrap, 'sum'> | Omit<PairWrap, 'sum'>): Promise<Bytes> =>
  sha256(
    canonical([
      wrapContext(wrap),
      wrap.iv,
      wrap.wrapped,
      ...(wrap.version === 2 ? [wrap.privateIv, wrap.privateKey, wrap.ephemeral] : []),
    ]),
  );

/** Wraps `root` (of `newRoot` or `rootToRewrap`) under a secret itself. If there is no memory for Argon2id, a passphrase gets PBKDF2. */
export const wrapUnder = (secret: Secret, root: CryptoKey, createdMs: number): Promise<DirectWrap> =>
  withNewKek(secret, createdMs, async (head, kek) => {
    const facts = { ...head, version: 1 } as const;
    return withSum({ ...facts, ...(await wrapRoot(root, kek, wrapContext(facts))) });
  });

/** Calls `seal` with the head of a new wrap and the key of its secret; once more with PBKDF2 if Argon2id finds no memory. */
export async function withNewKek<T>(
  secret: Secret,
  createdMs: number,
  seal: (head: WrapHead, kek: CryptoKey) => Promise<T>,
): Promise<T> {
  const credential = secret.kind === 'passkey' ? secret.credential : new Uint8Array(0);
  const sealUnder = async (kdf: Kdf): Promise<T> =>
    seal({ id: newId(), kind: secret.kind, kdf, credential, createdMs }, await kekOf(secret, kdf));
  try {
    return await sealUnder(await newKdf(secret.kind));
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'memory-short')) throw error;
    return sealUnder((await costs()).pbkdf2Kdf());
  }
}

/** The root key for use. Rejects with Failure: `secret-wrong`, `keys-damaged`, `memory-short`; or with the signal's reason. */
export const rootOf = (wrap: Wrap, secret: Secret, signal?: AbortSignal): Promise<CryptoKey> =>
  openWrap(wrap, secret, unwrapRoot, signal);

/** The root key in a form that can be wrapped again; the caller drops it right after. Rejects like `rootOf`. */
export const rootToRewrap = (wrap: Wrap, secret: Secret): Promise<CryptoKey> =>
  openWrap(wrap, secret, unwrapRootToRewrap);

async function openWrap(
  wrap: Wrap,
  secret: Secret,
  unwrap: typeof unwrapRoot,
  signal?: AbortSignal,
): Promise<CryptoKey> {
  await refuseDamaged(wrap);
  if (wrap.kind !== secret.kind) throw new Failure('secret-wrong', `a ${wrap.kind} is needed, not a ${secret.kind}`);
  const kek = await kekOf(secret, wrap.kdf, signal);
  try {
    return await openUnder(kek, wrap, unwrap);
  } catch (error) {
    // The wrap is intact, because its sum is right. So the secret is wrong.
    if (error instanceof BoxBroken) throw new Failure('secret-wrong', '', { cause: error });
    throw error;
  }
}

async function openUnder(kek: CryptoKey, wrap: Wrap, unwrap: typeof unwrapRoot): Promise<CryptoKey> {
  const context = wrapContext(wrap);
  if (wrap.version === 1) return unwrap(kek, wrap.iv, wrap.wrapped, context);
  const { kekThroughPair, rootContext } = await import('./ways/pairs');
  return unwrap(await kekThroughPair(kek, wrap, context), wrap.iv, wrap.wrapped, rootContext(context, wrap.ephemeral));
}

/** The first wrap that `secret` opens, and the root key in it. Rejects with the last reason, or `otherwise` if no wrap is of its kind. */
export async function firstThatOpens(
  wraps: readonly Wrap[],
  secret: Secret,
  open: typeof rootOf,
  otherwise: Failure,
): Promise<readonly [Wrap, CryptoKey]> {
  let problem = otherwise;
  for (const wrap of wraps.filter(({ kind }) => kind === secret.kind)) {
    try {
      return [wrap, await open(wrap, secret)];
    } catch (error) {
      problem = asFailure(error, 'keys-damaged');
    }
  }
  throw problem;
}

async function refuseDamaged(wrap: Wrap): Promise<void> {
  if (!equalBytes(await sumOf(wrap), wrap.sum)) throw new Failure('keys-damaged', `${wrap.kind}: its sum does not fit`);
  const problem = wrap.kdf.name === 'none' ? null : (await costs()).kdfProblem(wrap.kdf);
  if (problem) throw new Failure('keys-damaged', `${wrap.kind}: ${problem}`);
  if (!KDFS[wrap.kind].includes(wrap.kdf.name)) {
    throw new Failure('keys-damaged', `${wrap.kind}: ${wrap.kdf.name} is not for it`);
  }
}

/** The key derivations that each kind of secret may use. */
const KDFS: Readonly<Record<WrapKind, readonly Kdf['name'][]>> = {
  device: ['none'],
  passphrase: ['argon2id', 'pbkdf2-sha256'],
  recovery: ['hkdf-sha256'],
  passkey: ['hkdf-sha256'],
};

async function newKdf(kind: WrapKind): Promise<Kdf> {
  if (kind === 'device') return { name: 'none', params: {}, salt: new Uint8Array(0) };
  const { argon2idKdf, hkdfKdf } = await costs();
  return kind === 'passphrase' ? argon2idKdf() : hkdfKdf();
}

async function kekOf(secret: Secret, kdf: Kdf, signal?: AbortSignal): Promise<CryptoKey> {
  switch (secret.kind) {
    case 'device':
      return secret.key;
    case 'passphrase':
      return (await import('./kdf')).passphraseKek(secret.text, kdf, signal);
    case 'recovery':
      return (await kekOfSecret())(
        (await import('./recovery-code')).recoverySecret(secret.code),
        kdf.salt,
        secret.kind,
      );
    case 'passkey':
      return (await kekOfSecret())(secret.output.slice(), kdf.salt, secret.kind);
  }
}
