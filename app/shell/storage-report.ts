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
