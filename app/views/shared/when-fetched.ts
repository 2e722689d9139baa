import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { log } from '../../base/log';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';

/**
 * Does what was asked for as soon as the code it takes has been fetched: in the same breath if that is there already. Only what was
 * asked for last is done, and nothing once the host has gone. The host shows `waiting`, and `failure` beside a way to try again.
 */
export class WhenFetched implements ReactiveController {
  /** Something was asked for, and its code is on its way. */
  waiting = false;
  /** Why that could not be fetched; null when it could. */
  failure: JournalFailure | null = null;

  readonly #host: ReactiveControllerHost;
  /** What was asked for last; null once it was dropped. */
  #asked: (() => Promise<void>) | null = null;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.drop();
  }

  /** Calls `work` with what `fetch` gives. */
  do<T>(fetch: () => Promise<T>, work: (fetched: T) => void): void {
    const ask = async (): Promise<void> => {
      this.#asked = ask;
      this.#show(true, null);
      const outcome = await fetch().then(
        (fetched) => ({ fetched, failure: null }),
        (error: unknown) => ({ fetched: null, failure: asJournalFailure(error, 'not-fetched') }),
      );
      if (this.#asked !== ask) return;
      this.#show(false, outcome.failure);
      if (outcome.failure) log.warn('what was pressed has to wait', outcome.failure);
      else work(outcome.fetched);
    };
    void ask();
  }

  /** Something else was asked for: what was asked for before is not done any more. */
  drop(): void {
    this.#asked = null;
    this.#show(false, null);
  }

  /** Tries again what failed. */
  readonly again = (): void => void this.#asked?.();

  #show(waiting: boolean, failure: JournalFailure | null): void {
    this.waiting = waiting;
    this.failure = failure;
    this.#host.requestUpdate();
  }
}
