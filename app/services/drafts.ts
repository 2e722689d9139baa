import { Failure } from '../domain/failure/failure';
import type { Journal, SessionDraft } from '../journal/journal';
import type { Page } from './page';

/** What was begun and has not become an entry: in the journal's drafts, in the sessions of this page, or in both. */
export interface Drafts {
  /** Whether a session of this page is at the draft of that entry, shown or left for another. */
  isLive(entryId: string): boolean;
  /**
   * What sessions under way have gathered that the journal has not taken, though it was tried again just now; newest first. It is
   * in this page's memory, and in this tab where `journal.isHeld`.
   */
  unkept(): Promise<readonly SessionDraft[]>;
  /** Erases what was begun, in the journal and in memory. Rejects with Failure where it is still there. */
  discard(draft: SessionDraft): Promise<void>;
  /**
   * Before the key is dropped: has what is being told in its draft, or held in this tab. Rejects with Failure `lock-waits` where it
   * is neither: then the journal stays open.
   */
  settle(): Promise<void>;
}

/** Part of the start and not fetched, because Today asks for it with its first read. */
export class PageDrafts implements Drafts {
  readonly #journal: Journal;
  readonly #live: Page['live'];

  constructor({ journal, live }: Pick<Page, 'journal' | 'live'>) {
    this.#journal = journal;
    this.#live = live;
  }

  isLive(entryId: string): boolean {
    return this.#of(entryId) !== null;
  }

  async unkept(): Promise<readonly SessionDraft[]> {
    const sessions = [...this.#live.recalls.underWay, ...this.#live.checkIns.underWay].reverse();
    const settled = await Promise.all(sessions.map((session) => session.settle()));
    return sessions.flatMap(({ soFar }, at) => (soFar && !settled[at] ? [soFar] : []));
  }

  async discard({ entryId }: SessionDraft): Promise<void> {
    // A session that was left is still here: it would write its draft again before the journal is locked.
    await this.#of(entryId)?.withdraw();
    await this.#journal.dropDraft(entryId);
  }

  async settle(): Promise<void> {
    const unkept = await this.unkept();
    if (unkept.some(({ entryId }) => !this.#journal.isHeld(entryId))) throw new Failure('lock-waits');
  }

  #of(entryId: string) {
    return this.#live.recalls.of(entryId) ?? this.#live.checkIns.of(entryId);
  }
}
