import { abortable } from '../../base/abortable';
import { Failure } from '../../domain/failure/failure';
import { type Bytes, utf8 } from './bytes';
import type { ARGON2ID_COSTS, Kdf } from './kdf-costs';
import type { KdfAnswer, KdfQuestion } from './kdf-messages';
import { importKek, pbkdf2Kek } from './ways/crypto-of-secrets';

/** The bytes of a passphrase. NFKC, because another keyboard may give other code points for the same letters. */
export const passphraseBytes = (passphrase: string): Bytes => utf8(passphrase.normalize('NFKC'));

/**
 * The key-encryption key of a passphrase. Rejects with Failure `memory-short` if there is not enough memory for Argon2id, and with
 * the signal's reason.
 */
export async function passphraseKek(passphrase: string, kdf: Kdf, signal?: AbortSignal): Promise<CryptoKey> {
  signal?.throwIfAborted();
  const password = passphraseBytes(passphrase);
  // The browser cannot be told to stop PBKDF2. The bounds of its costs end it soon, and nobody waits for it.
  if (kdf.name === 'pbkdf2-sha256') return abortable(pbkdf2Kek(password, kdf.salt, kdf.params.iterations!), signal);
  return importKek(await argon2id(password, kdf.salt, kdf.params as typeof ARGON2ID_COSTS, signal));
}

/**
 * Argon2id (RFC 9106, version 0x13) with 32 bytes of output, in a worker that ends after its answer, or as soon as the signal
 * says so. Overwrites `password`.
 */
export function argon2id(
  password: Bytes,
  salt: Bytes,
  costs: Pick<KdfQuestion, 'memoryKib' | 'passes' | 'lanes'>,
  signal?: AbortSignal,
): Promise<Bytes> {
  const worker = new Worker(new URL('./kdf.worker.ts', import.meta.url), { type: 'module' });
  const question: KdfQuestion = { password, salt, ...costs };
  const answer = new Promise<Bytes>((resolve, reject) => {
    const fail = (problem: string) => reject(new Failure('memory-short', problem));
    worker.onmessage = ({ data }: MessageEvent<KdfAnswer>) =>
      data.hash === null ? fail(data.problem) : resolve(data.hash);
    worker.onerror = (event) => fail(event.message || 'the worker did not start');
    worker.postMessage(question);
  });
  return abortable(answer, signal).finally(() => {
    worker.terminate();
    password.fill(0);
  });
}
