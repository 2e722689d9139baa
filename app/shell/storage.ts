import { log } from '../base/log';

/** What the browser says of the space the journal lies in; null where it does not tell. */
export interface StorageReport {
  readonly persisted: boolean | null;
  readonly usedBytes: number | null;
  readonly quotaBytes: number | null;
}

/** Asks for it. Never rejects. */
export async function storageReport(storage: StorageManager | undefined = navigator.storage): Promise<StorageReport> {
  const [persisted, estimate] = await Promise.all([
    storage?.persisted?.().catch(() => null) ?? null,
    storage?.estimate?.().catch(() => null) ?? null,
  ]);
  return { persisted, usedBytes: estimate?.usage ?? null, quotaBytes: estimate?.quota ?? null };
}

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
