/**
 * `promise`, or a rejection with the signal's reason as soon as it is aborted. What comes too late is swallowed here; a caller who
 * can end the work itself does so when this rejects.
 */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Whether an error says that the person stopped something. */
export const isStop = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';
