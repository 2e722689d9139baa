import { BackupProblem } from '../../../domain/backup/backup';
import { Failure } from '../../../domain/failure/failure';
import type { Bytes } from '../../vault/bytes';
import { deriveKey, newDeviceKek, newRoot, openPiece, randomBytes, sealPiece, sha256 } from '../../vault/crypto';
import { rootOf, type Secret, type Wrap, wrapUnder } from '../../vault/wraps';
import { type BackupHeader, type Preamble, writePreamble } from './format';
import { openPieces, type PieceCipher } from './pieces';
import { readWraps, wrapToJson } from './wrap-json';

const SALT_BYTES = 32;
const PURPOSE = 'backup';

/** A root key, as far as files need it, and who may open it: what a backup is sealed with. */
export interface FileKeys {
  /** The key of the file with this salt (32 bytes): AES-256-GCM, derived from the root for the purpose `backup`. */
  fileKey(salt: Bytes): Promise<CryptoKey>;
  readonly wraps: readonly Wrap[];
}

/** A root of its own for one file, under one secret: for a journal that has no secret a person could carry elsewhere. */
export async function newFileKeys(secret: Secret, nowMs: number): Promise<FileKeys> {
  const fresh = await newRoot();
  const wrap = await wrapUnder(secret, fresh, nowMs);
  // Through a key that is dropped at once: opening `wrap` itself would cost the slow function a second time.
  const once: Secret = { kind: 'device', key: await newDeviceKek() };
  const root = await rootOf(await wrapUnder(once, fresh, nowMs), once);
  return { fileKey: (salt) => deriveKey(root, PURPOSE, salt), wraps: [wrap] };
}

export interface NewFile {
  readonly preamble: Bytes;
  readonly cipher: PieceCipher;
}

/** What the head of a file says of it. */
export type About = Pick<BackupHeader, 'app' | 'created' | 'state'>;

/** The head of a new file and the cipher of its pieces. The salt is new each time, so that no two files share a key. */
export async function newFile(keys: FileKeys, about: About): Promise<NewFile> {
  const salt = randomBytes(SALT_BYTES);
  const header = { ...about, salt, wraps: keys.wraps.map(wrapToJson) };
  return { preamble: await writePreamble(header, sha256), cipher: cipherOf(await keys.fileKey(salt)) };
}

const cipherOf = (key: CryptoKey): PieceCipher => ({
  seal: (nonce, additionalData, plain) => sealPiece(key, nonce, additionalData, plain),
  open: (nonce, additionalData, sealed) => openPiece(key, nonce, additionalData, sealed),
});

/** The cipher of a file whose root is that of `keys`, or null where it is not. Only a damaged first piece looks the same. */
export async function cipherUnder(keys: FileKeys, file: Blob, preamble: Preamble): Promise<PieceCipher | null> {
  const cipher = cipherOf(await keys.fileKey(preamble.header.salt));
  try {
    for await (const _ of openPieces(file, cipher, preamble.bytes)) break;
    return cipher;
  } catch (error) {
    if (error instanceof BackupProblem && error.code === 'damaged') return null;
    throw error;
  }
}

/**
 * The root of a file by what the person gave. Rejects with BackupProblem: `wrong-secret` where nothing that takes this kind of
 * secret opens with it, `damaged` where the wraps themselves are; with Failure `memory-short`.
 */
export async function rootUnder(secret: Secret, { header }: Preamble): Promise<CryptoKey> {
  const wraps = readWraps(header.wraps).filter(({ kind }) => kind === secret.kind);
  if (wraps.length === 0) throw new BackupProblem('no-key', `no ${secret.kind}`);
  let problem = new BackupProblem('wrong-secret');
  for (const wrap of wraps) {
    try {
      return await rootOf(wrap, secret);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (error.code === 'keys-damaged') problem = new BackupProblem('damaged', error.detail, { cause: error });
      else if (error.code !== 'secret-wrong') throw error;
    }
  }
  throw problem;
}

/** Opens the file with what the person gave. Rejects like `rootUnder`. */
export const cipherOfSecret = async (secret: Secret, preamble: Preamble): Promise<PieceCipher> =>
  cipherOf(await deriveKey(await rootUnder(secret, preamble), PURPOSE, preamble.header.salt));
