import type { Entry } from '../../domain/entry/entry';
import type { Trace } from '../../domain/face/trace';
import { Failure } from '../../domain/failure/failure';
import { dayOfMs } from '../index/days';
import type { PreparedWrite } from '../index/index-change';
import type { KeptEntry } from '../journal';
import type { EntryRecord, StoredRecord } from '../store/schema';
import { ENTRY, TRACE } from './nouns';
import type { RecordCodec } from './record-codec';
import { sealed } from './records';

/** An entry to keep, and the day under which one of its id is filed now; null where there is none. */
export interface FiledEntry extends KeptEntry {
  readonly before: number | null;
}

/** What is stored of an entry. */
export interface SealedEntry {
  readonly entry: EntryRecord;
  readonly trace: StoredRecord | null;
  /** Whether a trace that is stored goes. */
  readonly dropsTrace: boolean;
}

export async function sealedEntry(codec: RecordCodec, { entry, trace, before }: FiledEntry): Promise<SealedEntry> {
  return {
    entry: { ...(await sealed(codec, ENTRY, entry)), day: dayOfMs(entry.startedAt.epochMs) },
    trace: trace && (await sealedTrace(codec, entry, trace)),
    // Where there was no entry there is no trace.
    dropsTrace: !trace && before !== null && !(entry.kind === 'recall' && entry.hasTrace),
  };
}

function sealedTrace(codec: RecordCodec, entry: Entry, trace: Trace): Promise<StoredRecord> {
  if (trace.entryId !== entry.id) throw new Failure('save-failed', 'the trace belongs to another entry');
  return sealed(codec, TRACE, trace);
}

type Work = PreparedWrite['work'];

/*
 * Both begin all of their requests before they wait for one: waiting for each in turn takes three times as long. Each lies in a
 * function of its own, so that one that throws as it begins leaves the others with somebody who hears of their end.
 */

/** Puts entries and traces, and removes the drafts of `ids`. */
export const putEntries =
  (written: readonly SealedEntry[], ids: readonly string[]): Work =>
  async (transaction) => {
    const entries = transaction.objectStore('entries');
    const traces = transaction.objectStore('traces');
    const drafts = transaction.objectStore('drafts');
    const begun = new Set(await drafts.getAllKeys());
    await Promise.all([
      ...written.map(async ({ entry }) => entries.put(entry)),
      ...written.map(async ({ entry: { id }, trace, dropsTrace }) => {
        if (trace) await traces.put(trace);
        else if (dropsTrace) await traces.delete(id);
      }),
      ...ids.filter((id) => begun.has(id)).map(async (id) => drafts.delete(id)),
    ]);
  };

/** Removes entries with everything that lies under their ids. */
export const removeEntries =
  (ids: readonly string[]): Work =>
  async (transaction) => {
    const stores = (['entries', 'traces', 'drafts'] as const).map((name) => transaction.objectStore(name));
    await Promise.all(stores.flatMap((store) => ids.map(async (id) => store.delete(id))));
  };
