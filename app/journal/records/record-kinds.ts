import type { Entry } from '../../domain/entry/entry';
import type { Trace } from '../../domain/face/trace';
import type { Settings } from '../../domain/settings/settings';
import { dayOfMs } from '../index/days';
import type { Draft } from '../journal';
import { readDraft } from '../parse/draft';
import { readEntry } from '../parse/entry';
import type { Reader } from '../parse/reader';
import { readSettings } from '../parse/settings';
import { readTrace } from '../parse/trace';
import { SETTINGS_ID, type StoreName } from '../store/schema';

/** A kind of record: in which store it is, under which id, and how it is checked when it is read. */
export interface RecordKind<T> {
  readonly store: StoreName;
  readonly read: Reader<T>;
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
export const TRACE: RecordKind<Trace> = { store: 'traces', read: readTrace, idOf: (trace) => trace.entryId };
export const DRAFT: RecordKind<Draft> = { store: 'drafts', read: readDraft, idOf: (draft) => draft.entryId };
export const SETTINGS: RecordKind<Settings> = { store: 'settings', read: readSettings, idOf: () => SETTINGS_ID };
