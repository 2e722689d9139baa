/**
 * Runs `work` while it holds the Web Lock of that name, which one tab has at a time; at once if the browser has no Web Locks. If its turn
 * has not come after `limitMs` milliseconds, because a tab is frozen with the lock, gives what `late` gives instead. Rejects like the two.
 */
export async function underLock<T>(
  lock: string,
  limitMs: number,
  work: () => Promise<T>,
  late: (error: unknown) => T | Promise<T>,
): Promise<T> {
  const { locks } = globalThis.navigator;
  if (!locks) return work();
  let begun = false;
  try {
    return await locks.request(lock, { signal: AbortSignal.timeout(limitMs) }, () => {
      begun = true;
      return work();
    });
  } catch (error) {
    if (begun) throw error;
    return late(error);
  }
}
