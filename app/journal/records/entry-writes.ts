import { editDraftId } from '../../domain/entry/edit';
import type { Entry } from '../../domain/entry/entry';
import type { Trace } from '../../domain/face/trace';
import { Failure } from '../../domain/failure/failure';
import { dayOfMs } from '../index/days';
import type { PreparedWrite } from '../index/index-change';
import type { KeptEntry } from '../journal';
import type { EntryRecord, StoredRecord } from '../store/schema';
import type { RecordCodec } from './record-codec';
import { ENTRY, TRACE } from './record-kinds';
import { sealed } from './records';

/** An entry to save, and the day under which the stored entry of its id is filed; null if there is none. */
export interface FiledEntry extends KeptEntry {
  readonly before: number | null;
}

/** The records of an entry. */
export interface SealedEntry {
  readonly entry: EntryRecord;
  readonly trace: StoredRecord | null;
  /** Whether a stored trace is deleted. */
  readonly dropsTrace: boolean;
}

export async function sealedEntry(codec: RecordCodec, { entry, trace, before }: FiledEntry): Promise<SealedEntry> {
  return {
    entry: { ...(await sealed(codec, ENTRY, entry)), day: dayOfMs(entry.startedAt.epochMs) },
    trace: trace && (await sealedTrace(codec, entry, trace)),
    // If there was no entry, there is no trace.
    dropsTrace: !trace && before !== null && !(entry.kind === 'recall' && entry.hasTrace),
  };
}

function sealedTrace(codec: RecordCodec, entry: Entry, trace: Trace): Promise<StoredRecord> {
  if (trace.entryId !== entry.id) throw new Failure('save-failed', 'the trace belongs to another entry');
  return sealed(codec, TRACE, trace);
}

type Work = PreparedWrite['work'];

/*
 * Both functions start all requests before they await any: awaiting one after the other takes three times as long. Each request is
 * started in an async function of its own. So if one throws while it starts, the others are still awaited.
 */

/** The drafts that end with an entry: the one it was made from, and that of an edit under way. */
export const draftsOf = (id: string): readonly string[] => [id, editDraftId(id)];

/** Writes entries and traces, and deletes the drafts of `ids`. */
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
      ...ids
        .flatMap(draftsOf)
        .filter((id) => begun.has(id))
        .map(async (id) => drafts.delete(id)),
    ]);
  };

/** Deletes entries with their traces and drafts. */
export const removeEntries =
  (ids: readonly string[]): Work =>
  async (transaction) => {
    const [entries, traces, drafts] = (['entries', 'traces', 'drafts'] as const).map((name) =>
      transaction.objectStore(name),
    );
    await Promise.all([
      ...[entries, traces].flatMap((store) => ids.map(async (id) => store!.delete(id))),
      ...ids.flatMap(draftsOf).map(async (id) => drafts!.delete(id)),
    ]);
  };
