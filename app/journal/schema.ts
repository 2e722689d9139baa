import type { DBSchema } from 'idb';

/**
 * A domain object as it lies in a store: what the database itself must see in the clear, and the object.
 * `body` is whatever the record codec made of it; only the codec may look inside.
 */
export interface StoredRecord {
  readonly id: string;
  readonly body: unknown;
}

/** A record that is found by time: `startedMs` is when its session began, in epoch milliseconds. */
export interface DatedRecord extends StoredRecord {
  readonly startedMs: number;
}

/** A record several tabs change: `revision` is new with each write, so that no tab writes over what it has not seen. */
export interface RevisedRecord extends StoredRecord {
  readonly revision: string;
}

/** The stores of the database, as its newest version has them. How older ones become it is in `migrations.ts`. */
export interface JournalSchema extends DBSchema {
  /**
   * One record per entry, by the entry's id. The person's words and ratings and the face summary; small, so that a list can
   * read many at once. `by-start` orders them by the beginning of their session.
   */
  entries: { key: string; value: DatedRecord; indexes: { 'by-start': number } };

  /**
   * The trace of a recall under its entry's id, as typed arrays. Apart from the entries because one trace is a hundred times
   * an entry's size and is read only when its chart is drawn.
   */
  traces: { key: string; value: StoredRecord };

  /**
   * What sessions under way have gathered, under the id their entry will have. Written while the person types, removed in the
   * transaction that saves the entry; one that is still here at the next start was left by a killed tab.
   */
  drafts: { key: string; value: DatedRecord };

  /** One record, under `SETTINGS_ID`. No record means that nothing was ever set; one that cannot be read means just that. */
  settings: { key: string; value: RevisedRecord };
}

export type StoreName = 'entries' | 'traces' | 'drafts' | 'settings';

export const STORES: readonly StoreName[] = ['entries', 'traces', 'drafts', 'settings'];

export const SETTINGS_ID = 'settings';
