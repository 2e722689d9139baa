import { log } from '../../base/log';
import { HOUR_MS } from '../../base/time';
import { underLock } from '../../base/under-lock';
import { Failure } from '../../domain/failure/failure';
import type { DoubtMark } from './doubt-mark';
import { forgetDoubt } from './forget-doubt';
import { RecordFileBroken } from './record-file';
import { SecondPlace } from './second-place';
import { takeBack } from './take-back';

/** How many starts must find the store whole before it is trusted again, and how far apart at least, in milliseconds. */
export const WHOLE_STARTS = 3;
export const APART_MS = 8 * HOUR_MS;

/** How long a tab waits for another one that takes the journal back in, in milliseconds. */
const WAIT_MS = 60_000;

/**
 * A start while the store is in doubt: takes back in what the store lacks, and ends the doubt if it was found whole often enough.
 * Rejects with Failure if the store can't be opened or written; `journal-blocked` if another tab is at it for too long.
 */
export const beginInDoubt = (journalName: string, lock: string, mark: DoubtMark, nowMs: number): Promise<void> =>
  underLock(
    lock,
    WAIT_MS,
    () => begin(journalName, mark, nowMs),
    (error) => {
      throw new Failure('journal-blocked', 'another tab takes the journal back in', { cause: error });
    },
  );

async function begin(journalName: string, mark: DoubtMark, nowMs: number): Promise<void> {
  // If the browser has lost the mark, the second place itself says that there is doubt.
  // A precaution was cut off.
  mark.note({ isPrecaution: false, isStale: mark.doubt?.isPrecaution || (mark.doubt?.isStale ?? false) });
  const place = await SecondPlace.open(journalName);
  try {
    // A store that was lost is made anew by this, in a browser that has not failed it yet.
    if (place && (await takeBack(journalName, place)) === 'all') mark.note({ pushedOut: true });
  } catch (error) {
    const isUseless = error instanceof RecordFileBroken || (error instanceof Failure && error.code === 'keys-damaged');
    if (!isUseless) throw error;
    log.error('the second place cannot be read; the journal opens without it', error);
    return;
  }
  if (isOver(mark, nowMs)) await forgetDoubt(journalName);
}

/** Counts this start. A clock that was set back only makes it longer. */
function isOver(mark: DoubtMark, nowMs: number): boolean {
  const { pushedOut = false, wholeMs = [] } = mark.doubt ?? {};
  const isApart = nowMs - (wholeMs.at(-1) ?? -Infinity) >= APART_MS;
  const starts = isApart ? [...wholeMs, nowMs] : wholeMs;
  mark.note({ wholeMs: starts });
  return pushedOut && starts.length >= WHOLE_STARTS;
}
