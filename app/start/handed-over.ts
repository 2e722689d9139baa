import { whenIdle } from '../base/idle';
import { log } from '../base/log';
import { asFailure } from '../domain/failure/failure';

/*
 * Files that were handed over to the person (a backup, say) may still lie aside in the page's own file system. They must not outlive
 * what is erased, nor the secrets that open them. Their code is fetched when one of these comes about.
 */

/** How long after the start it is looked for what earlier visits left, in milliseconds. */
const TIDY_AFTER_MS = 10_000;

/**
 * What is erased here is erased in the copies this phone keeps and in files that were handed over; where that cannot be done,
 * nothing is said to be erased.
 *
 * @param ids the entries, or null for all there is
 */
export async function eraseEverywhere(ids: readonly string[] | null, erase: () => Promise<void>): Promise<void> {
  try {
    await (await import('../shell/outgoing')).forgetOutgoing();
    await (await import('../journal/backup/open-backups')).eraseWithCopies(ids, erase);
  } catch (error) {
    throw asFailure(error, 'copies-unreachable');
  }
}

/** The journal has new secrets: a backup that was handed over opens with those of before. */
export async function forgetHandedOver(): Promise<void> {
  try {
    await (await import('../shell/outgoing')).forgetOutgoing();
  } catch (error) {
    log.warn('a file that was handed over stays', error);
  }
}

/** What an earlier visit handed over and could not remove goes, whether the journal is unlocked or not. */
export async function tidyLater(): Promise<void> {
  try {
    await whenIdle(TIDY_AFTER_MS);
    await (await import('../shell/outgoing')).tidyOutgoing();
  } catch (error) {
    log.warn('files that were handed over were not looked for', error);
  }
}
