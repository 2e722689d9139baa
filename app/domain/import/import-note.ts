/** An import that entries of this journal came in with. */
export interface ImportNote {
  readonly version: 1;
  readonly id: string;
  /** When it began, in epoch milliseconds. */
  readonly atMs: number;
  readonly fileName: string;
  /** Entries it has added, and entries that it found here and changed. */
  readonly added: number;
  readonly replaced: number;
  /** How many parts its entries are noted in. */
  readonly parts: number;
}

/** One entry of an import. */
export interface BroughtIn {
  readonly id: string;
  readonly how: 'added' | 'replaced';
  /** Digest of the entry as it was then, which tells whether it was changed since. */
  readonly as: string;
}
