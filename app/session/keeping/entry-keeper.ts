import { log } from '../../base/log';
import { Queue } from '../../base/queue';
import type { Entry } from '../../domain/entry/entry';
import type { Trace } from '../../domain/face/trace';
import { asJournalFailure, type JournalFailureCode } from '../../domain/failure/failure';
import type { Draft, Journal } from '../../journal/journal';
import type { Timers } from '../machine/timers';

/** How long after the last key a draft is written, in milliseconds. Leaving the page writes it at once. */
export const DRAFT_DELAY_MS = 500;

/**
 * Writes what one session keeps: its draft while the person types, and its entry at the end. Writes run one after another, so that
 * no draft can land after the entry that replaces it, and nothing after it was erased.
 */
export class EntryKeeper {
  #pending: (() => Draft) | null = null;
  #handle: number | null = null;
  readonly #writes = new Queue();
  #ended = false;
  #savedId: string | null = null;
  #draftKept = true;

  /** `kept`: whether the journal already has a draft of this session. `onDraft` is called after each write of the draft. */
  constructor(
    private readonly journal: Journal,
    private readonly timers: Timers,
    private readonly onDraft: (failure: JournalFailureCode | null) => void,
    private readonly entryId: string,
    private kept = false,
  ) {}

  /** Writes the draft soon. If another follows before that, only the newer one is written. */
  draftSoon(draft: () => Draft): void {
    if (this.#ended) return;
    this.#takePending();
    this.#pending = draft;
    this.#handle = this.timers.set(() => void this.flush(), DRAFT_DELAY_MS);
  }

  /** Writes the draft now. */
  draftNow(draft: () => Draft): void {
    this.draftSoon(draft);
    void this.flush();
  }

  /** Whether the last write of a draft succeeded. */
  get draftKept(): boolean {
    return this.#draftKept;
  }

  /** Resolves after all writes, with whether the last draft was written. */
  async settled(): Promise<boolean> {
    await this.flush();
    return this.#writes.run(async () => this.#draftKept);
  }

  /** Writes the draft that is waiting, if there is one. Resolves after the attempt. Never rejects. */
  async flush(): Promise<void> {
    const draft = this.#takePending();
    if (draft) await this.#writes.run(() => this.#writeDraft(draft()));
  }

  /**
   * Saves the entry, which removes its draft. Resolves with null once it is durable, or with what went wrong. Then the newest words
   * are in the draft, if the journal could write that.
   */
  async save(entry: Entry, trace: Trace | null): Promise<JournalFailureCode | null> {
    await this.flush();
    return this.#writes.run(async () => {
      const failure = await this.#try(() => this.journal.save(entry, trace));
      if (!failure) this.#savedId = entry.id;
      return failure;
    });
  }

  /** From now on, no draft is written. */
  end(): void {
    this.#takePending();
    this.#ended = true;
  }

  /** Erases everything this session has written or is writing. A draft of another session is not touched. */
  async erase(): Promise<void> {
    this.end();
    await this.#writes.run(async () => {
      if (this.#savedId) await this.journal.erase(this.#savedId);
      else await this.#dropDraft();
    });
  }

  /** Removes the draft, because nothing is left that could be in it. Rejects if it cannot be removed. */
  async forget(): Promise<void> {
    this.#takePending();
    await this.#writes.run(() => this.#dropDraft());
  }

  async #dropDraft(): Promise<void> {
    if (!this.kept) return;
    await this.journal.dropDraft(this.entryId);
    this.kept = false;
  }

  async #writeDraft(draft: Draft): Promise<void> {
    if (this.#ended) return;
    // Set before the write, because a write that fails may have left something to erase.
    this.kept = true;
    const failure = await this.#try(() => this.journal.keepDraft(draft));
    this.#draftKept = failure === null;
    this.onDraft(failure);
  }

  async #try(write: () => Promise<void>): Promise<JournalFailureCode | null> {
    try {
      await write();
      return null;
    } catch (error) {
      const { code, detail } = asJournalFailure(error, 'save-failed');
      log.warn(`Not written: ${code}`, detail);
      return code;
    }
  }

  #takePending(): (() => Draft) | null {
    const draft = this.#pending;
    this.#pending = null;
    if (this.#handle !== null) this.timers.clear(this.#handle);
    this.#handle = null;
    return draft;
  }
}
