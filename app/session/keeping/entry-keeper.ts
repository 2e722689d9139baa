import { log } from '../../base/log';
import { Queue } from '../../base/queue';
import type { Entry } from '../../domain/entry/entry';
import type { Trace } from '../../domain/face/trace';
import { asFailure, type FailureCode } from '../../domain/failure/failure';
import type { Draft, Journal } from '../../journal/journal';
import type { Timers } from '../machine/timers';

/** Typing is written this long after the last key, in milliseconds; leaving the page writes at once. */
export const DRAFT_DELAY_MS = 500;

/**
 * One session's hold on the journal: its draft while it is typed, its entry when it is kept. Everything is written one after
 * the other, so that no draft can come after the entry it became, nor anything after it was erased.
 */
export class EntryKeeper {
  #pending: (() => Draft) | null = null;
  #handle: number | null = null;
  readonly #writes = new Queue();
  #ended = false;
  #savedId: string | null = null;
  #draftKept = true;

  /** `kept`: whether the journal holds a draft of this session already. `onDraft` is told how each writing of it went. */
  constructor(
    private readonly journal: Journal,
    private readonly timers: Timers,
    private readonly onDraft: (failure: FailureCode | null) => void,
    private readonly entryId: string,
    private kept = false,
  ) {}

  /** Has the draft written soon; the newest wins. */
  draftSoon(draft: () => Draft): void {
    if (this.#ended) return;
    this.#takePending();
    this.#pending = draft;
    this.#handle = this.timers.set(() => void this.flush(), DRAFT_DELAY_MS);
  }

  /** Has the draft written now. */
  draftNow(draft: () => Draft): void {
    this.draftSoon(draft);
    void this.flush();
  }

  /** Whether the last draft that was tried was written. */
  get draftKept(): boolean {
    return this.#draftKept;
  }

  /** Resolves when everything has been tried, with whether the last draft was written. */
  async settled(): Promise<boolean> {
    await this.flush();
    return this.#writes.run(async () => this.#draftKept);
  }

  /** Writes now what waits to be written; resolves when it has been tried. Never rejects. */
  async flush(): Promise<void> {
    const draft = this.#takePending();
    if (draft) await this.#writes.run(() => this.#writeDraft(draft()));
  }

  /**
   * Saves the entry, which removes its draft. Resolves with null once it is durable, else with what went wrong: the newest
   * words are then in the draft as far as the journal takes anything at all.
   */
  async save(entry: Entry, trace: Trace | null): Promise<FailureCode | null> {
    await this.flush();
    return this.#writes.run(async () => {
      const failure = await this.#try(() => this.journal.save(entry, trace));
      if (!failure) this.#savedId = entry.id;
      return failure;
    });
  }

  /** No draft is written from here on. */
  end(): void {
    this.#takePending();
    this.#ended = true;
  }

  /** Takes back everything this session wrote or is writing. A draft that another session left is not touched. */
  async erase(): Promise<void> {
    this.end();
    await this.#writes.run(async () => {
      if (this.#savedId) await this.journal.erase(this.#savedId);
      else await this.#dropDraft();
    });
  }

  /** Takes the draft back: nothing is left that could be in it. Rejects where it could not be. */
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
    // Before it is written: a write that fails half way may have left something to erase.
    this.kept = true;
    const failure = await this.#try(() => this.journal.keepDraft(draft));
    this.#draftKept = failure === null;
    this.onDraft(failure);
  }

  async #try(write: () => Promise<void>): Promise<FailureCode | null> {
    try {
      await write();
      return null;
    } catch (error) {
      const { code, detail } = asFailure(error, 'save-failed');
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
