import type { Entry } from '../../domain/entry/entry';
import type { Trace } from '../../domain/face/trace';
import { asFailure } from '../../domain/failure/failure';
import type { Settings } from '../../domain/settings/settings';
import { dayOfMs } from '../index/days';
import type { Draft } from '../journal';
import { draftFields, readPlainDraft } from '../parse/draft';
import { readEntry } from '../parse/entry';
import { readSettings } from '../parse/settings';
import { SETTINGS_ID, type StoreName } from '../store/schema';

/** A kind of record: in which store it is, under which id, and how it is checked when it is read. */
export interface RecordKind<T> {
  readonly store: StoreName;
  /** Throws ParseProblem; rejects with Failure `not-fetched` where what reads it is missing. */
  readonly read: (value: unknown) => T | Promise<T>;
  readonly idOf: (value: T) => string;
  /** The day it is filed under, for kinds that are. */
  readonly dayOf?: (value: T) => number;
}

export const ENTRY: RecordKind<Entry> = {
  store: 'entries',
  read: readEntry,
  idOf: (entry) => entry.id,
  dayOf: (entry) => dayOfMs(entry.startedAt.epochMs),
};
export const TRACE: RecordKind<Trace> = {
  store: 'traces',
  read: async (value) => (await recallReaders()).readTrace(value),
  idOf: (trace) => trace.entryId,
};
export const DRAFT: RecordKind<Draft> = {
  store: 'drafts',
  read: async (value) => {
    const fields = draftFields(value);
    return fields.kind === 'recall' ? (await recallReaders()).readRecallDraft(fields) : readPlainDraft(fields);
  },
  idOf: (draft) => draft.entryId,
};
export const SETTINGS: RecordKind<Settings> = { store: 'settings', read: readSettings, idOf: () => SETTINGS_ID };

/**
 * What checks traces, and the drafts that hold one. The first view shows neither, so it is fetched with the first of them, and before
 * a recall begins (`services/recalls.ts`), so that none ends without it. Rejects with Failure `not-fetched`.
 */
export const recallReaders = () =>
  import('../parse/recall-records').catch((error: unknown): never => {
    throw asFailure(error, 'not-fetched');
  });
