import type { Clock } from '../../base/clock';
import { Failure } from '../../domain/failure/failure';
import { isWrongSecret } from './open-first';
import { FRESH_WAIT_MS, waitMs, wholeWaitMs } from './slow-down';
import { NO_TRIES, type TriesRecord } from './vault-records';
import { ignoreUnwritten, type VaultStore } from './vault-store';

export type TriesClock = Pick<Clock, 'epochMs' | 'monotonicMs'>;

/*
 * [Note: Counting tries]
 *
 * Wrong secrets in a row are counted in the store, for all tabs and for every screen that asks for a secret of this journal. A try
 * is checked and counted in one transaction before it is made. So tabs that try at the same time add up, and closing a tab undoes
 * nothing.
 *
 * A page measures a wait with its monotonic clock, from when it learns of it. The phone's own clock counts only for a wait that
 * began in another page, because nothing else tells how long ago that was. Even then `FRESH_WAIT_MS` of the wait are left. So a
 * clock that is set on ends no wait of this page and shortens one of another page to that. One that is set back makes no wait
 * longer than the whole of it. A page that is closed and opened again with the clock set on can gain the rest, and no browser has
 * a clock that would tell.
 */

/** Counts the tries at one vault. See: [Note: Counting tries] */
export class Tries {
  #stored: TriesRecord = NO_TRIES;
  /** As in `#stored`, and what could not be written, because the disk is full: that counts in this page. */
  #wrong = 0;
  /** When the next try is allowed, by the monotonic clock. */
  #untilMs = 0;

  constructor(
    private readonly store: VaultStore,
    private readonly clock: TriesClock,
  ) {}

  /** Wrong secrets in a row. */
  get wrong(): number {
    return this.#wrong;
  }

  /** How long until the next try is allowed, in milliseconds. */
  waitMs(): number {
    return Math.max(this.#untilMs - this.clock.monotonicMs(), 0);
  }

  /** Takes what the store says, if another page has changed it. */
  learn(stored: TriesRecord): void {
    if (stored.wrongTries === this.#stored.wrongTries && stored.lastTryMs === this.#stored.lastTryMs) return;
    this.#stored = stored;
    this.#wrong = stored.wrongTries;
    const least = Math.min(wholeWaitMs(this.#wrong), FRESH_WAIT_MS);
    this.#waitFor(Math.max(waitMs(stored, this.clock.epochMs()), least));
  }

  /**
   * Makes one try. Rejects with Failure `try-later` if it comes too early, else as `attempt` does. It stays in the count only if
   * the secret was wrong, because damage, or too little memory, says nothing about who tries.
   */
  async counted<T>(attempt: () => Promise<T>): Promise<T> {
    await this.#change((wrong) => {
      if (this.waitMs() > 0) throw new Failure('try-later');
      return wrong + 1;
    });
    try {
      const opened = await attempt();
      await this.#change(() => 0);
      return opened;
    } catch (error) {
      if (!isWrongSecret(error)) await this.#change((wrong) => Math.max(wrong - 1, 0));
      throw error;
    } finally {
      this.#waitFor(wholeWaitMs(this.#wrong));
    }
  }

  /** Writes what found no room before. */
  async settle(): Promise<void> {
    if (this.#wrong !== this.#stored.wrongTries) await this.#change((wrong) => wrong);
  }

  /** Changes the count in one transaction. On a full disk it changes in this page alone, so that the journal can still be read. */
  async #change(count: (wrong: number) => number): Promise<void> {
    try {
      const written = await this.store.changeTries((stored) => {
        this.learn(stored);
        return { ...NO_TRIES, wrongTries: count(this.#wrong), lastTryMs: this.clock.epochMs() };
      });
      this.#stored = written;
      this.#wrong = written.wrongTries;
    } catch (error) {
      ignoreUnwritten(error);
      this.#wrong = count(this.#wrong);
    }
  }

  #waitFor(ms: number): void {
    this.#untilMs = this.clock.monotonicMs() + ms;
  }
}
