import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import type { Journal } from '../../journal/journal';

/**
 * Reads from the journal when its host appears and again after every change, in this tab or another. While it reads again
 * the last value stays, so that nothing flickers; a failed read is told as a failure, never as an empty journal.
 */
export class FromJournal<Value> implements ReactiveController {
  /** What was read last; undefined until the first read has ended. */
  value: Value | undefined;
  /** Why the last read failed; null when it did not. */
  failure: JournalFailure | null = null;

  #stop: (() => void) | undefined;
  #run = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly journal: () => Journal,
    private readonly read: (journal: Journal) => Promise<Value>,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#stop = this.journal().subscribe(() => void this.refresh());
    void this.refresh();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#run += 1;
  }

  /** Reads now; the answer of an older read that comes later is dropped. */
  async refresh(): Promise<void> {
    this.#run += 1;
    const run = this.#run;
    const outcome = await this.read(this.journal()).then(
      (value) => ({ value, failure: null }),
      (error: unknown) => ({ value: this.value, failure: asJournalFailure(error, 'journal-unreadable') }),
    );
    if (run !== this.#run) return;
    this.value = outcome.value;
    this.failure = outcome.failure;
    this.host.requestUpdate();
  }
}
