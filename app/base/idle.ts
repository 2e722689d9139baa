/** How long a page that never rests is waited for, in milliseconds. */
const PATIENCE_MS = 2_000;

/**
 * Resolves when `afterMs` have passed and the page has nothing to do: for work that nobody waits for, so that it does not take
 * the processor from what somebody does.
 */
export const whenIdle = (afterMs = 0): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(() => {
      // Safari before 18 does not tell when it rests.
      if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS });
      else resolve();
    }, afterMs);
  });

/**
 * Resolves in a task of its own: between two pieces of work that may both be long, so that the page can draw, and hear a
 * finger, in between.
 */
export const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
