import type { TriesRecord } from './vault-records';

/** Wrong tries that cost no wait, because anybody mistypes. */
export const FREE_TRIES = 5;
/** The longest wait, in milliseconds. */
export const LONGEST_WAIT_MS = 300_000;
/** What is left of a wait at least, in milliseconds, in a page that was opened after it began. See: [Note: Counting tries] */
export const FRESH_WAIT_MS = 30_000;

/**
 * How long to wait after so many wrong tries, in milliseconds: nothing after fewer than five, then 1 s, doubling up to 5 minutes.
 * This stops a person from guessing at the screen. It does not stop somebody who copies the database; only Argon2id slows that down.
 */
export const wholeWaitMs = (wrongTries: number): number =>
  wrongTries < FREE_TRIES ? 0 : Math.min(1_000 * 2 ** (wrongTries - FREE_TRIES), LONGEST_WAIT_MS);

/**
 * What is left of that at `nowMs` by the phone's clock. No wait is longer than the one for its number of tries, so a clock that
 * was set back locks nobody out.
 *
 * `waitMs({ wrongTries: 7, lastTryMs: 0 }, 1_000)` is 3_000.
 */
export function waitMs(
  { wrongTries, lastTryMs }: Pick<TriesRecord, 'wrongTries' | 'lastTryMs'>,
  nowMs: number,
): number {
  const whole = wholeWaitMs(wrongTries);
  return Math.min(Math.max(lastTryMs + whole - nowMs, 0), whole);
}
