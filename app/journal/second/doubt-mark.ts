/** What is known of a store in doubt. */
export interface Doubt {
  /** Whether nothing has failed yet: much is being written, and what was there before lies in the second place meanwhile. */
  readonly isPrecaution: boolean;
  /** Whether what lies in the second place is from before such a time, and has to be written again before it counts. */
  readonly isStale: boolean;
  /** Whether the torn log was pushed out, or the store was made anew. */
  readonly pushedOut: boolean;
  /** When the store was found whole at a start, in epoch milliseconds; see `begin-in-doubt.ts`. */
  readonly wholeMs: readonly number[];
}

const NEW_DOUBT: Doubt = { isPrecaution: false, isStale: false, pushedOut: false, wholeMs: [] };

/**
 * The mark that the store is in doubt, for all tabs. It lies in `localStorage`, which every tab sees at once. On a full disk the
 * browser may never write it to the disk; that is no harm, because a browser that was started again sees the second place itself.
 */
export class DoubtMark {
  readonly #key: string;
  /** In this page alone, if `localStorage` does not take it; other tabs find out by themselves. */
  #here: Doubt | null = null;

  constructor(journalName: string) {
    this.#key = `${journalName}-doubt`;
  }

  get isSet(): boolean {
    return this.doubt !== null;
  }

  get doubt(): Doubt | null {
    try {
      const text = localStorage.getItem(this.#key);
      return text === null ? this.#here : { ...NEW_DOUBT, ...(JSON.parse(text) as Partial<Doubt>) };
    } catch {
      return this.#here;
    }
  }

  /** The store has failed, maybe once more: what was known of it counts no longer. */
  raise(): void {
    const { isPrecaution = false, isStale = false } = this.doubt ?? {};
    this.note({ ...NEW_DOUBT, isStale: isPrecaution || isStale });
  }

  note(change: Partial<Doubt>): void {
    const doubt = { ...(this.doubt ?? NEW_DOUBT), ...change };
    try {
      localStorage.setItem(this.#key, JSON.stringify(doubt));
      this.#here = null;
    } catch {
      this.#here = doubt;
    }
  }

  clear(): void {
    this.#here = null;
    try {
      localStorage.removeItem(this.#key);
    } catch {
      // Without `localStorage` there is none.
    }
  }
}
