import { BackupProblem } from '../../../domain/backup/backup';
import { Failure } from '../../../domain/failure/failure';
import type { Bytes } from '../../vault/bytes';
import { deriveKey, newRoot, randomBytes, sha256 } from '../../vault/crypto';
import { openSegment, sealSegment, usableRoot } from '../../vault/ways/crypto-of-secrets';
import { rootOf, type Secret, type Wrap, wrapUnder } from '../../vault/wraps';
import { type BackupHeader, type Preamble, writePreamble } from './format';
import { openSegments, type SegmentCipher } from './segments';
import { readWraps, wrapToJson } from './wrap-json';

const SALT_BYTES = 32;
const PURPOSE = 'backup';

/** What a backup is sealed with: a root key, as far as files need it, and its wraps. */
export interface FileKeys {
  /** The key of the file with this salt (32 bytes): AES-256-GCM, derived from the root key for the purpose `backup`. */
  fileKey(salt: Bytes): Promise<CryptoKey>;
  /** The same of the root keys of before, newest first: files that were sealed with them are still ours. See: [Note: A new key] */
  olderFileKeys?(salt: Bytes): Promise<readonly CryptoKey[]>;
  readonly wraps: readonly Wrap[];
}

/** A new root key for one file, wrapped under one secret: for a journal without a passphrase. */
export async function newFileKeys(secret: Secret, nowMs: number): Promise<FileKeys> {
  const fresh = await newRoot();
  const wrap = await wrapUnder(secret, fresh, nowMs);
  const root = await usableRoot(fresh);
  return { fileKey: (salt) => deriveKey(root, PURPOSE, salt), wraps: [wrap] };
}

export interface NewFile {
  readonly preamble: Bytes;
  readonly cipher: SegmentCipher;
}

/** What the header says about the file. */
export type About = Pick<BackupHeader, 'app' | 'created' | 'state'>;

/** The preamble of a new file and the cipher of its segments. Each file has a new salt, so that no two share a key. */
export async function newFile(keys: FileKeys, about: About): Promise<NewFile> {
  const salt = randomBytes(SALT_BYTES);
  const header = { ...about, salt, wraps: keys.wraps.map(wrapToJson) };
  return { preamble: await writePreamble(header, sha256), cipher: cipherOf(await keys.fileKey(salt)) };
}

const cipherOf = (key: CryptoKey): SegmentCipher => ({
  seal: (nonce, additionalData, plain) => sealSegment(key, nonce, additionalData, plain),
  open: (nonce, additionalData, sealed) => openSegment(key, nonce, additionalData, sealed),
});

/** The cipher of a file with these keys; null if its root key is another one, or if its first segment is damaged. */
export async function cipherUnder(keys: FileKeys, file: Blob, preamble: Preamble): Promise<SegmentCipher | null> {
  const { salt } = preamble.header;
  const present = await cipherWith(await keys.fileKey(salt), file, preamble);
  if (present) return present;
  for (const key of (await keys.olderFileKeys?.(salt)) ?? []) {
    const cipher = await cipherWith(key, file, preamble);
    if (cipher) return cipher;
  }
  return null;
}

async function cipherWith(key: CryptoKey, file: Blob, preamble: Preamble): Promise<SegmentCipher | null> {
  const cipher = cipherOf(key);
  try {
    for await (const _ of openSegments(file, cipher, preamble.bytes)) break;
    return cipher;
  } catch (error) {
    if (error instanceof BackupProblem && error.code === 'damaged') return null;
    throw error;
  }
}

/**
 * The root key of a file, opened with what a person typed. Rejects with BackupProblem: `no-key` if no wrap takes this kind of
 * secret, `wrong-secret` if none opens with it, `damaged` if a wrap is damaged. Rejects with Failure `memory-short`, and with the signal's
 * reason.
 */
export async function rootUnder(secret: Secret, { header }: Preamble, signal?: AbortSignal): Promise<CryptoKey> {
  const wraps = readWraps(header.wraps).filter(({ kind }) => kind === secret.kind);
  if (wraps.length === 0) throw new BackupProblem('no-key', `no ${secret.kind}`);
  let problem = new BackupProblem('wrong-secret');
  for (const wrap of wraps) {
    try {
      return await rootOf(wrap, secret, signal);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error.code === 'keys-damaged') problem = new BackupProblem('damaged', error.detail, { cause: error });
      else if (error.code !== 'secret-wrong') throw error;
    }
  }
  throw problem;
}

/** The cipher of a file, opened with what a person typed. Rejects like `rootUnder`. */
export const cipherOfSecret = async (
  secret: Secret,
  preamble: Preamble,
  signal?: AbortSignal,
): Promise<SegmentCipher> =>
  cipherOf(await deriveKey(await rootUnder(secret, preamble, signal), PURPOSE, preamble.header.salt));
