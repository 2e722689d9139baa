import { argon2id } from 'hash-wasm';
import type { Bytes } from './bytes';
import type { KdfAnswer, KdfQuestion } from './kdf-messages';

/** Computes one Argon2id hash. In a worker, because it takes a second and its 64 MiB are freed when the worker ends. */
addEventListener('message', async ({ data }: MessageEvent<KdfQuestion>) => {
  const { password, salt, memoryKib, passes, lanes } = data;
  let answer: KdfAnswer;
  try {
    const hash = await argon2id({
      password,
      salt,
      memorySize: memoryKib,
      iterations: passes,
      parallelism: lanes,
      hashLength: 32,
      outputType: 'binary',
    });
    answer = { hash: hash as Bytes };
  } catch (error) {
    answer = { hash: null, problem: error instanceof Error ? error.message : String(error) };
  } finally {
    password.fill(0);
  }
  postMessage(answer);
});
