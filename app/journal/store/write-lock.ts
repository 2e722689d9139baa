import { log } from '../../base/log';

/** How long a write waits for those of other tabs. A tab that was frozen in the middle of one would hold up all others for ever. */
export const WRITE_TURN_MS = 5_000;

/**
 * Runs `write` when no other tab writes. What it waits for in vain (no Web Locks, a frozen tab) is not needed for writes to be
 * right, only for them to be done once: each also looks, in its transaction, whether what it builds on is still there.
 */
export async function inTurn<T>(journalName: string, write: () => Promise<T>): Promise<T> {
  if (!navigator.locks) return write();
  let begun = false;
  try {
    return await navigator.locks.request(`${journalName}-write`, { signal: AbortSignal.timeout(WRITE_TURN_MS) }, () => {
      begun = true;
      return write();
    });
  } catch (error) {
    if (begun) throw error;
    log.warn('another tab does not end its writing; going on beside it');
    return write();
  }
}
