import type { LockRecord } from './vault-records';

/** Wrong tries that cost no wait, because anybody mistypes. */
export const FREE_TRIES = 5;
/** The longest wait, in milliseconds. */
export const LONGEST_WAIT_MS = 300_000;

/**
 * How long to wait before the next try, in milliseconds: nothing after fewer than five wrong ones, then 1 s, doubling up to
 * 5 minutes. This stops a person from guessing at the screen. It does not stop somebody who copies the database; only Argon2id
 * slows that down. No wait is longer than the one for its number of tries, so a clock that was set back locks nobody out.
 *
 * `waitMs({ wrongTries: 7, lastTryMs: 0 }, 1_000)` is 3_000.
 */
export function waitMs({ wrongTries, lastTryMs }: Pick<LockRecord, 'wrongTries' | 'lastTryMs'>, nowMs: number): number {
  if (wrongTries < FREE_TRIES) return 0;
  const whole = Math.min(1_000 * 2 ** (wrongTries - FREE_TRIES), LONGEST_WAIT_MS);
  return Math.min(Math.max(lastTryMs + whole - nowMs, 0), whole);
}
