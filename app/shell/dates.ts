/** Dates are not waited for longer than this, in milliseconds: then the page makes its first formatter itself. */
const LIMIT_MS = 1_500;

/**
 * Resolves when dates can be written at once. The first formatter of a process takes 50 to 100 ms of a laptop's core, because
 * Chromium collects every locale it knows; on a phone the first view would stand still for a third of a second. A worker, whose
 * process is the page's, makes it beforehand. Never rejects.
 */
export function datesReady(limitMs = LIMIT_MS): Promise<void> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./dates.worker.ts', import.meta.url), { type: 'module' });
    const done = (): void => {
      worker.terminate();
      resolve();
    };
    worker.onmessage = done;
    worker.onerror = done;
    setTimeout(done, limitMs);
  });
}
