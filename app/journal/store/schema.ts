import type { DBSchema } from 'idb';

/**
 * A domain object as it lies in a store. In the clear are only its id, the version of its sealed form and, for an entry, the
 * day it is filed under; everything else is in `body`, sealed (see `vault/sealing-codec.ts`).
 */
export interface StoredRecord {
  readonly id: string;
  readonly version: number;
  readonly body: Uint8Array;
}

/** An entry: `day` is the UTC day its session began, in days since 1970-01-01. */
export interface EntryRecord extends StoredRecord {
  readonly day: number;
}

/** What version 1 of the database left: the object itself in the clear. It is sealed when the journal is next opened. */
export interface PlainRecord {
  readonly id: string;
  readonly startedMs?: number;
  readonly body: object;
}

/** A record of the vault, parsed in `vault/vault-records.ts`. */
export interface VaultRecord {
  readonly id: string;
}

/**
 * Which state of the entries this is: every write to them puts another `token` here, in the same transaction. So whoever has
 * read the entries sees by one small record whether they are still what was read, even where nobody told of the change.
 */
export interface RevisionRecord {
  readonly id: string;
  /** Random: it says that something changed, not how often. */
  readonly token: string;
  /** The token before, and the months in which the entries of the two differ: whoever knows that state need read no others. */
  readonly before: string | null;
  readonly months: readonly string[];
}

/** The stores of the database, as its newest version has them. How older ones become it is in `migrations.ts`. */
export interface JournalSchema extends DBSchema {
  /**
   * One record per entry, by the entry's id. The person's words and ratings and the face summary. `by-day` finds a month's
   * entries when its outline has to be made anew; `by-start` holds only what version 1 left in the clear.
   */
  entries: {
    key: string;
    value: EntryRecord | PlainRecord;
    indexes: { 'by-start': number; 'by-day': number };
  };

  /**
   * The trace of a recall under its entry's id. Apart from the entries because one trace is a hundred times an entry's size and
   * is read only when its chart is drawn.
   */
  traces: { key: string; value: StoredRecord | PlainRecord };

  /**
   * What sessions under way have gathered, under the id their entry will have. Written while the person types, removed in the
   * transaction that saves the entry; one that is still here at the next start was left by a killed tab.
   */
  drafts: { key: string; value: StoredRecord | PlainRecord };

  /** One record, under `SETTINGS_ID`. No record means that nothing was ever set; one that cannot be read means just that. */
  settings: { key: string; value: StoredRecord | PlainRecord };

  /**
   * The outlines of a month's entries (UTC, `2026-11`), which lists and charts are drawn from without opening an entry. Written
   * in the transaction that writes the entry. Never the truth: one that cannot be read is made anew from the entries.
   */
  months: { key: string; value: StoredRecord };

  /** The notes of a month's entries, apart from their outlines because only a search reads them. Written with them. */
  words: { key: string; value: StoredRecord };

  /**
   * What the journal is at: which state of the entries it is (`REVISION_ID`), and what is being brought in, if anything is
   * (`BRINGING_ID`, sealed).
   */
  state: { key: string; value: RevisionRecord | StoredRecord };

  /** What must be readable before the journal is unlocked: the wraps of its key, how it locks. Nothing personal. */
  vault: { key: string; value: VaultRecord };
}

export type StoreName = 'entries' | 'traces' | 'drafts' | 'settings' | 'months' | 'words' | 'state' | 'vault';

export const STORES: readonly StoreName[] = [
  'entries',
  'traces',
  'drafts',
  'settings',
  'months',
  'words',
  'state',
  'vault',
];

export const SETTINGS_ID = 'settings';
export const REVISION_ID = 'revision';
export const BRINGING_ID = 'bringing';

/** Whether a record is in the form of version 1. */
export const isPlain = (record: StoredRecord | PlainRecord | undefined): record is PlainRecord =>
  record !== undefined && !(record.body instanceof Uint8Array);

/** New with each write of a record, since each seals it with a new nonce; null where there is none. */
export function revisionOf(record: StoredRecord | PlainRecord | undefined): string | null {
  if (record === undefined) return null;
  if (isPlain(record)) return 'plain';
  return Array.from(record.body.subarray(0, 13), (byte) => byte.toString(16)).join(' ');
}
