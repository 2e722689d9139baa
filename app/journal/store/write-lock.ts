import { log } from '../../base/log';
import { underLock } from '../../base/under-lock';

/** How long a write waits for other tabs, in milliseconds: a tab that is frozen while it writes would hold up the others for ever. */
export const WRITE_TURN_MS = 5_000;

/**
 * Runs `write` when no other tab writes, or after `WRITE_TURN_MS`, or at once if the browser has no Web Locks. Writes are correct
 * without the lock, because each checks in its transaction that what it builds on has not changed. The lock only saves them
 * from being done twice. See: [Note: How a write becomes durable]
 */
export const inTurn = <T>(journalName: string, write: () => Promise<T>): Promise<T> =>
  underLock(`${journalName}-write`, WRITE_TURN_MS, write, () => {
    log.warn('another tab does not end its writing; going on beside it');
    return write();
  });
