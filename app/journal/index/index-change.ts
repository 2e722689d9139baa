import { ok, type Result } from '../../base/result';
import type { Entry } from '../../domain/entry/entry';
import type { EntryOutline } from '../journal';
import type { Transaction } from '../store/connection';
import type { EntryRecord, StoreName } from '../store/schema';
import { dayOfMs } from './days';
import { outlineOf } from './outline';

/** What a write means for the index: an entry as it will be, or that there will be none under its id. */
export interface IndexChange {
  readonly id: string;
  /** The day it is filed under now; null where there is none of that id. */
  readonly before: number | null;
  readonly becomes: {
    readonly day: number;
    /** Its outline, or why it cannot be read. */
    readonly outline: Result<EntryOutline, string>;
    readonly note: string;
  } | null;
}

/** The change that `entry` means. */
export const changeTo = (entry: Entry, before: number | null): IndexChange => ({
  id: entry.id,
  before,
  becomes: { day: dayOfMs(entry.startedAt.epochMs), outline: ok(outlineOf(entry)), note: entry.report.note },
});

/** The day an entry's record is filed under; null where there is none, and for what version 1 left in the clear. */
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
}
