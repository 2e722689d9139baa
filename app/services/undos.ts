/** How long something can be undone, in milliseconds. It stands still while the pointer or the focus is on the offer. */
export const UNDO_MS = 10_000;

/** What can be undone. */
export interface Undo {
  readonly what: 'deleted' | 'edited';
  readonly entryId: string;
  /** Rejects with Failure if it could not be written: then it can be tried again. */
  readonly undo: () => Promise<void>;
}

/** The last thing that was done on this page, while it can be undone. What it takes is in this page's memory alone. */
export interface Undos {
  readonly now: Undo | null;
  offer(undo: Undo): void;
  /** Undoes it. */
  take(): Promise<void>;
  /** Whether time stands still. */
  hold(on: boolean): void;
  /** Calls `listener` when there is something to undo, or no more. Returns what ends it. */
  subscribe(listener: () => void): () => void;
}

export const open = (): Undos => new PageUndos();

class PageUndos implements Undos {
  #now: Undo | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  get now(): Undo | null {
    return this.#now;
  }

  offer(undo: Undo): void {
    this.#set(undo);
    this.hold(false);
  }

  async take(): Promise<void> {
    const undo = this.#now;
    if (!undo) return;
    await undo.undo();
    if (this.#now === undo) this.#set(null);
  }

  hold(on: boolean): void {
    clearTimeout(this.#timer);
    if (!on && this.#now) this.#timer = setTimeout(() => this.#set(null), UNDO_MS);
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #set(undo: Undo | null): void {
    clearTimeout(this.#timer);
    this.#now = undo;
    for (const listener of this.#listeners) listener();
  }
}
