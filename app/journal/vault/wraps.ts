import { newId } from '../../base/ids';
import { asFailure, Failure } from '../../domain/failure/failure';
import { name, number, object, oneOf, type Reader, recordOf, version, wholeNumber } from '../parse/reader';
import { type Bytes, canonical, equalBytes } from './bytes';
import { BoxBroken, kekOfSecret, sha256, unwrapRoot, unwrapRootToRewrap, wrapRoot } from './crypto';
import type { Kdf } from './kdf-costs';

export const WRAP_KINDS = ['device', 'passphrase', 'recovery', 'passkey'] as const;
export type WrapKind = (typeof WRAP_KINDS)[number];

/** The root key, encrypted with one secret. It is not secret itself: it is stored in the clear, and is in every backup. */
export interface Wrap {
  readonly version: 1;
  readonly id: string;
  readonly kind: WrapKind;
  readonly kdf: Kdf;
  /** The id of the passkey that opens it. Empty for the other kinds. */
  readonly credential: Bytes;
  readonly iv: Bytes;
  /** The root key, encrypted with AES-256-GCM and `wrapContext` as additional data. */
  readonly wrapped: Bytes;
  readonly createdMs: number;
  /** SHA-256 of all of the above. It protects nothing, but tells a damaged wrap from a wrong secret. */
  readonly sum: Bytes;
}

/** A reader of wraps. `bytes` reads byte fields, which are base64 in a file. It throws ParseProblem. */
export const wrapReader = (bytes: Reader<Bytes>): Reader<Wrap> =>
  object<Wrap>({
    version: version(1),
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
  });

/** What opens a wrap. */
export type Secret =
  | { readonly kind: 'device'; readonly key: CryptoKey }
  | { readonly kind: 'passphrase'; readonly text: string }
  | { readonly kind: 'recovery'; readonly code: string }
  | { readonly kind: 'passkey'; readonly credential: Bytes; readonly output: Bytes };

/** Fetched when it is needed: a device's own key does not need it, and the first view must not wait for it. */
const costs = () => import('./kdf-costs');

type Unsealed = Omit<Wrap, 'iv' | 'wrapped' | 'sum'>;

/** Binds a wrap to its kind, id, algorithm and costs, so that nobody can change one of them, or make it cheaper, unnoticed. */
export const wrapContext = ({ version, id, kind, kdf, credential, createdMs }: Unsealed): Bytes =>
  canonical([
    'reverie wrap',
    String(version),
    id,
    kind,
    'AES-256-GCM',
    kdf.name,
    ...Object.keys(kdf.params)
      .sort()
      .flatMap((name) => [name, String(kdf.params[name])]),
    kdf.salt,
    credential,
    String(createdMs),
  ]);

const sumOf = (wrap: Omit<Wrap, 'sum'>): Promise<Bytes> =>
  sha256(canonical([wrapContext(wrap), wrap.iv, wrap.wrapped]));

/** Wraps `root` (of `newRoot` or `rootToRewrap`) under a secret. If there is no memory for Argon2id, a passphrase gets PBKDF2. */
export async function wrapUnder(secret: Secret, root: CryptoKey, createdMs: number): Promise<Wrap> {
  try {
    return await sealWrap(secret, await newKdf(secret.kind), root, createdMs);
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'memory-short')) throw error;
    return sealWrap(secret, (await costs()).pbkdf2Kdf(), root, createdMs);
  }
}

async function sealWrap(secret: Secret, kdf: Kdf, root: CryptoKey, createdMs: number): Promise<Wrap> {
  const credential = secret.kind === 'passkey' ? secret.credential : new Uint8Array(0);
  const head: Unsealed = { version: 1, id: newId(), kind: secret.kind, kdf, credential, createdMs };
  const sealed = { ...head, ...(await wrapRoot(root, await kekOf(secret, kdf), wrapContext(head))) };
  return { ...sealed, sum: await sumOf(sealed) };
}

/** The root key for use. Rejects with Failure: `secret-wrong`, `keys-damaged`, `memory-short`; or with the signal's reason. */
export const rootOf = (wrap: Wrap, secret: Secret, signal?: AbortSignal): Promise<CryptoKey> =>
  openWrap(wrap, secret, unwrapRoot, signal);

/** The root key for `wrapUnder`; the caller drops it right after. Rejects like `rootOf`. */
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
    return await unwrap(kek, wrap.iv, wrap.wrapped, wrapContext(wrap));
  } catch (error) {
    // The wrap is intact, because its sum is right. So the secret is wrong.
    if (error instanceof BoxBroken) throw new Failure('secret-wrong', '', { cause: error });
    throw error;
  }
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
      return kekOfSecret((await import('./recovery-code')).recoverySecret(secret.code), kdf.salt, secret.kind);
    case 'passkey':
      return kekOfSecret(secret.output.slice(), kdf.salt, secret.kind);
  }
}
