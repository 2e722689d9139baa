import type { DBSchema } from 'idb';
import { nonceOf } from '../vault/box-layout';
import { toHex } from '../vault/bytes';

/**
 * A domain object as it is stored. Only its id, the version of its sealed form and, for an entry, its day are readable.
 * Everything else is in `body`, sealed (see `vault/sealing-codec.ts`).
 */
export interface StoredRecord {
  readonly id: string;
  readonly version: number;
  readonly body: Uint8Array;
}

/** An entry. `day` is the UTC day on which its session began, in days since 1970-01-01. */
export interface EntryRecord extends StoredRecord {
  readonly day: number;
}

/** A record of version 1 of the database, in the clear. It is sealed when the journal is next opened. */
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
 * The state that the entries are in. Every write to them stores a new `token` here, in the same transaction. So a reader sees
 * from one small record whether the entries have changed since, even if no tab told of it. See: [Note: Revisions]
 */
export interface RevisionRecord {
  readonly id: string;
  /** Random, so that it says that something changed, but not how often. */
  readonly token: string;
  /** The token before this one, and the months that changed since: a reader who knows that token reads only those months. */
  readonly before: string | null;
  readonly months: readonly string[];
  /** Whether changes are kept for other devices; absent in older records. See: [Note: The change feed] */
  readonly fed?: boolean;
}

/** How many writes the second place knew of when the store was last written in doubt. See: [Note: A store that may be doomed] */
export interface SecondRecord {
  readonly id: string;
  readonly count: number;
}

/** The stores of the newest version of the database. For older versions see `migrations.ts`. */
export interface JournalSchema extends DBSchema {
  /**
   * One record per entry, by the entry's id: the person's words and ratings, and the face summary. `by-day` finds a month's
   * entries when its outlines have to be rebuilt; `by-start` holds only records of version 1, which are in the clear.
   */
  entries: {
    key: string;
    value: EntryRecord | PlainRecord;
    indexes: { 'by-start': number; 'by-day': number };
  };

  /**
   * The trace of a recall, under its entry's id. It is apart from the entry because it is a hundred times as large and is read
   * only to draw its chart.
   */
  traces: { key: string; value: StoredRecord | PlainRecord };

  /**
   * What an unfinished session has so far, under the id that its entry will have. It is written while the person types, and
   * removed in the transaction that saves the entry. A draft that is still here at the next start is from a killed tab.
   */
  drafts: { key: string; value: StoredRecord | PlainRecord };

  /** One record, under `SETTINGS_ID`. If there is none, nothing was ever set. */
  settings: { key: string; value: StoredRecord | PlainRecord };

  /**
   * The outlines of a month's entries (UTC, `2026-11`), which lists and charts are drawn from without opening an entry. Written
   * in the transaction that writes the entry. The entries count, not this copy: it is rebuilt if it cannot be read.
   */
  months: { key: string; value: StoredRecord };

  /** The notes of a month's entries. They are apart from the outlines because only a search reads them. */
  words: { key: string; value: StoredRecord };

  /**
   * The revision of the entries (`REVISION_ID`), the list of the months (`MONTH_LIST_ID`, sealed), the import or restore under way, if
   * there is one (`BULK_WRITE_ID`, sealed), the notes of imports (sealed, see `records/import-notes.ts`), and, once the store was in
   * doubt, how many writes the second place knew of (`SECOND_ID`).
   */
  state: { key: string; value: RevisionRecord | SecondRecord | StoredRecord };

  /** What was changed and not passed on yet, and the clock's last stamp (see `changes/fed-write.ts`). Empty unless a folder is on. */
  changes: { key: string; value: StoredRecord };

  /** What must be readable before the journal is unlocked: the wraps of its key, and how it locks. Nothing personal. */
  vault: { key: string; value: VaultRecord };
}

export type StoreName =
  | 'entries'
  | 'traces'
  | 'drafts'
  | 'settings'
  | 'months'
  | 'words'
  | 'state'
  | 'changes'
  | 'vault';

export const STORES: readonly StoreName[] = [
  'entries',
  'traces',
  'drafts',
  'settings',
  'months',
  'words',
  'state',
  'changes',
  'vault',
];

export const SETTINGS_ID = 'settings';
export const REVISION_ID = 'revision';
export const SECOND_ID = 'second';
/** See: [Note: Order and absence] */
export const MONTH_LIST_ID = 'month-list';
/** The stored name is older than the name in the code. */
export const BULK_WRITE_ID = 'bringing';

/** Whether a record is in the clear, as version 1 stored it. */
export const isPlain = (record: StoredRecord | PlainRecord | undefined): record is PlainRecord =>
  record !== undefined && !(record.body instanceof Uint8Array);

/**
 * Tells one write of a record from another, because each is sealed with a new nonce. It stays when a record is sealed again with
 * another key. Null if there is no record.
 */
export function revisionOf(record: StoredRecord | PlainRecord | undefined): string | null {
  if (record === undefined) return null;
  if (isPlain(record)) return 'plain';
  return toHex(nonceOf(record.body));
}
