import { log } from '../base/log';

/**
 * Asks the browser not to clear the journal when space runs out. Firefox may ask the person, so it is called only after
 * something was saved.
 * @returns the answer, or null where there is nobody to ask
 */
export async function askToKeep(storage: StorageManager | undefined = navigator.storage): Promise<boolean | null> {
  try {
    return (await storage?.persist?.()) ?? null;
  } catch (error) {
    log.warn('the browser was asked to keep the journal and failed', error);
    return null;
  }
}
