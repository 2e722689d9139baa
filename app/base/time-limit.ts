/**
 * `promise`, or a rejection with `onTimeout()` once `limitMs` have passed. What comes too late is swallowed here; a caller who
 * must tidy it up listens to `promise` as well.
 */
export function withTimeLimit<T>(promise: Promise<T>, limitMs: number, onTimeout: () => Error): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(onTimeout()), limitMs);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
