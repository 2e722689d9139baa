import { log } from '../base/log';
import { asFailure } from '../domain/failure/failure';
import type { Page } from '../services/page';
import { chooseLanguage } from '../words/chosen-language';

/*
 * A file that was handed over to the person, such as a backup, may still be in the browser's private file system. It must not outlive
 * entries that are erased, or the secrets that open it. All of this is fetched when it is needed.
 */

/**
 * Runs `erase`, and erases the same entries in the copies on this phone and in files that were handed over. If everything goes, so
 * does what lies outside the journal: what reminders left, and the language. Rejects with Failure `copies-unreachable` if that can't
 * be done. See: [Note: Copies and what was erased]
 *
 * @param ids the entries, or null for all there is
 */
export async function eraseEverywhere(ids: readonly string[] | null, erase: () => Promise<void>): Promise<void> {
  try {
    await (await import('../shell/outgoing')).forgetOutgoing();
    if (ids === null) await (await import('../shell/outside-reminders')).removeMark();
    await (await import('../journal/backup/open-backups')).eraseWithCopies(ids, erase);
    if (ids === null) chooseLanguage(null);
  } catch (error) {
    throw asFailure(error, 'copies-unreachable');
  }
}

/**
 * Runs a change of the journal's secrets. What the old ones open goes before it is done: the copies are sealed again, and files that
 * were handed over are removed. Rejects like `aroundNewSecrets`.
 */
export async function changeEverywhere(
  page: Page,
  change: (copiesCode: string | null) => Promise<void>,
): Promise<void> {
  await (await import('../journal/backup/new-secrets')).aroundNewSecrets(page, change);
  await forgetHandedOver();
}

/** Removes files that were handed over, because the journal has new secrets and those files open with the old ones. */
export async function forgetHandedOver(): Promise<void> {
  try {
    await (await import('../shell/outgoing')).forgetOutgoing();
  } catch (error) {
    log.warn('a file that was handed over stays', error);
  }
}

/** Removes files that an earlier visit could not remove. The journal need not be unlocked for that. */
export async function tidyHandedOver(): Promise<void> {
  try {
    await (await import('../shell/outgoing')).tidyOutgoing();
  } catch (error) {
    log.warn('files that were handed over were not looked for', error);
  }
}
