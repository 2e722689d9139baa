import { log } from '../../base/log';
import type { DoubtMark } from './doubt-mark';
import { forgetDoubt } from './forget-doubt';

/**
 * Keeps what is in the journal in the second place while `work` writes much. What `work` writes is in a file that the person has, and
 * can be written again. If nothing fails, the second place is removed when it is done. `makeReady` lays the journal down there.
 *
 * Rejects with Failure `store-doubtful` if there is no room for it: then nothing much should be written. See: [Note: A store that may
 * be doomed]
 */
export async function duringPrecaution<T>(
  journalName: string,
  mark: DoubtMark,
  makeReady: () => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  if (!mark.isSet) await takePrecaution(journalName, mark, makeReady);
  try {
    return await work();
  } finally {
    await endPrecaution(journalName, mark);
  }
}

async function takePrecaution(journalName: string, mark: DoubtMark, makeReady: () => Promise<unknown>): Promise<void> {
  mark.note({ isPrecaution: true, pushedOut: true });
  try {
    await makeReady();
  } catch (error) {
    // Nothing has failed in the store itself.
    await endPrecaution(journalName, mark);
    throw error;
  }
}

async function endPrecaution(journalName: string, mark: DoubtMark): Promise<void> {
  if (!mark.doubt?.isPrecaution) return;
  await forgetDoubt(journalName).catch((error: unknown) => log.warn('the second place stays', error));
}
