import { log } from '../base/log';
import type { JournalLock } from '../journal/vault/journal-lock';
import type { Page } from '../services/page';

/**
 * The journal locks by itself as soon as it has a lock, and `app` is hidden while it does. What it takes is fetched then, and with the next
 * change of the lock if that fails. Resolves, once it is watched if it has a lock, with what ends the watch.
 */
export async function watchLock(
  page: Pick<Page, 'live' | 'clock'>,
  lock: Pick<JournalLock, 'state' | 'lockNow' | 'subscribe'>,
  app: HTMLElement,
): Promise<() => void> {
  let end: (() => void) | null = null;
  let isOver = false;
  const look = async (): Promise<void> => {
    if (end || !lock.state.protected) return;
    try {
      const { startAutoLock } = await import('./auto-lock');
      if (!isOver) end ??= startAutoLock(page, lock, app);
    } catch (error) {
      log.warn('the lock is not watched', error);
    }
  };
  const stopListening = lock.subscribe(() => void look());
  await look();
  return () => {
    isOver = true;
    stopListening();
    end?.();
  };
}
