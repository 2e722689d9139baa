import { log } from '../../base/log';
import { editDraftId, type Said } from '../../domain/entry/edit';
import type { EditDraft, Journal } from '../../journal/journal';

/** Has the newest answers of an edit in its draft, one write after the other, so that a killed tab loses nothing of it. */
export class EditDrafting {
  readonly #journal: Pick<Journal, 'keepDraft' | 'dropDraft'>;
  readonly #id: string;
  #newest: Said | null = null;
  #writing: Promise<void> | null = null;

  constructor(journal: Pick<Journal, 'keepDraft' | 'dropDraft'>, entryId: string) {
    this.#journal = journal;
    this.#id = editDraftId(entryId);
  }

  keep(said: Said): void {
    this.#newest = said;
    this.#writing ??= this.#write();
  }

  /** Resolves when nothing is written any more. What is in the draft stays there. */
  async settled(): Promise<void> {
    this.#newest = null;
    await this.#writing;
  }

  /** The person wants none of it. */
  async drop(): Promise<void> {
    await this.settled();
    await this.#journal.dropDraft(this.#id).catch((error: unknown) => log.warn('the draft of an edit stays', error));
  }

  async #write(): Promise<void> {
    while (this.#newest) {
      const draft: EditDraft = { version: 1, kind: 'edit', entryId: this.#id, ...this.#newest };
      this.#newest = null;
      await this.#journal.keepDraft(draft).catch((error: unknown) => log.warn('an edit is on this page alone', error));
    }
    this.#writing = null;
  }
}
