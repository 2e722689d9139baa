import { ok, type Result } from '../../base/result';
import type { Entry } from '../../domain/entry/entry';
import type { OutsideChange } from '../../domain/entry/outside-change';
import type { Transaction } from '../store/connection';
import type { EntryRecord, StoreName } from '../store/schema';
import { dayOfMs } from './days';

/** What a write means for the index: an entry as it will be, or that there will be none under its id. */
export interface IndexChange {
  readonly id: string;
  /** The day it is filed under now; null if there is none of that id. */
  readonly before: number | null;
  readonly becomes: {
    readonly day: number;
    /** The entry, or why it cannot be read. */
    readonly entry: Result<Entry, string>;
    /** What its records will be; see `sealOf`. */
    readonly seal: string;
  } | null;
}

/** The change that `entry` means, whose records have that seal. */
export const changeTo = (entry: Entry, before: number | null, seal: string): IndexChange => ({
  id: entry.id,
  before,
  becomes: { day: dayOfMs(entry.startedAt.epochMs), entry: ok(entry), seal },
});

/** The day an entry's record is filed under; null if there is none, and for what version 1 left in the clear. */
export function filedDay(record: unknown): number | null {
  const { day, body } = (record ?? {}) as Partial<EntryRecord>;
  return body instanceof Uint8Array ? (day ?? null) : null;
}

export type Writing = Transaction<StoreName[], 'readwrite'>;

/** A write that is ready: everything in it was read and sealed. */
export interface PreparedWrite {
  readonly changes: readonly IndexChange[];
  /** Runs in the transaction and may await nothing but its requests. */
  readonly work: (transaction: Writing) => Promise<void>;
  /** What was changed from outside, from now on; if it is left out, that stays as it is. */
  readonly found?: OutsideChange | null;
  /** Whether changes are kept for other devices, from now on; if it is left out, that stays as it is. */
  readonly fed?: boolean;
}
