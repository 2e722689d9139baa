export const BULK_WRITE_KINDS = ['merge', 'replace', 'import'] as const;

/**
 * Many entries being brought in: a backup merged in, a backup that takes the journal's place, or a file that is imported. It is
 * noted in the journal while it lasts, so that the next start can tell of one that was cut off.
 */
export interface BulkWrite {
  readonly version: 1;
  readonly kind: (typeof BULK_WRITE_KINDS)[number];
  /** Entries there are to bring in. */
  readonly total: number;
  /** How many have come in at least: it is noted now and then. */
  readonly done: number;
}
