import type { Bringing } from '../../domain/entry/bringing';
import type { Entry } from '../../domain/entry/entry';
import type { Trace } from '../../domain/face/trace';
import type { Settings } from '../../domain/settings/settings';
import { dayOfMs } from '../index/days';
import type { Draft } from '../journal';
import { readBringing } from '../parse/bringing';
import { readDraft } from '../parse/draft';
import { readEntry } from '../parse/entry';
import type { Reader } from '../parse/reader';
import { readSettings } from '../parse/settings';
import { readTrace } from '../parse/trace';
import { BRINGING_ID, SETTINGS_ID, type StoreName } from '../store/schema';

/** One kind of thing the journal keeps: where, under which id, and how what comes back is checked. */
export interface Noun<T> {
  readonly store: StoreName;
  readonly read: Reader<T>;
  readonly idOf: (value: T) => string;
  /** The day it is filed under, where it is. */
  readonly dayOf?: (value: T) => number;
}

export const ENTRY: Noun<Entry> = {
  store: 'entries',
  read: readEntry,
  idOf: (entry) => entry.id,
  dayOf: (entry) => dayOfMs(entry.startedAt.epochMs),
};
export const TRACE: Noun<Trace> = { store: 'traces', read: readTrace, idOf: (trace) => trace.entryId };
export const DRAFT: Noun<Draft> = { store: 'drafts', read: readDraft, idOf: (draft) => draft.entryId };
export const BRINGING: Noun<Bringing> = { store: 'state', read: readBringing, idOf: () => BRINGING_ID };
export const SETTINGS: Noun<Settings> = { store: 'settings', read: readSettings, idOf: () => SETTINGS_ID };
