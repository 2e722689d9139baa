import fc from 'fast-check';
import type { CheckInEntry, Entry } from '../../app/domain/entry/entry';
import type { Trace } from '../../app/domain/face/trace';
import type { ImportRow } from '../../app/portability/read/import-row';
import { collect } from '../../app/portability/write/collect';
import { journalJson } from '../../app/portability/write/journal-json';
import { anyEntry, anyTrace } from '../journal/support/arbitrary';
import { FakeJournal } from '../support/fake-journal';

const word = fc.string({ minLength: 1, unit: 'binary', maxLength: 12 });

const anyOrigin = fc.record({
  source: fc.constantFrom('daylio' as const, 'table' as const),
  key: fc.uuid(),
  mood: fc.option(word, { nil: null }),
  activities: fc.array(word, { maxLength: 3 }),
});

/** Any entry the app can hold: made here, or brought over. */
export const anyKeptEntry: fc.Arbitrary<Entry> = fc
  .tuple(anyEntry, fc.option(anyOrigin, { nil: undefined }))
  .map(([entry, origin]) => (entry.kind === 'check-in' && origin ? { ...entry, origin } : entry));

export const anyCheckIn = anyKeptEntry.filter((entry): entry is CheckInEntry => entry.kind === 'check-in');

/** Any journal of up to `most` entries, with a trace for every recall that has one. */
export const anyJournal = (most = 8): fc.Arbitrary<FakeJournal> =>
  fc
    .uniqueArray(anyKeptEntry, { maxLength: most, selector: ({ id }) => id })
    .chain((entries) => fc.tuple(fc.constant(entries), fc.tuple(...entries.map(({ id }) => anyTrace(id)))))
    .map(([entries, traces]) => journalOf(entries, traces));

export function journalOf(entries: readonly Entry[], traces: readonly Trace[] = []): FakeJournal {
  const journal = new FakeJournal(entries);
  for (const entry of entries) {
    const trace = traces.find(({ entryId }) => entryId === entry.id);
    if (entry.kind === 'recall' && entry.hasTrace && trace) journal.traces.set(entry.id, trace);
  }
  return journal;
}

export const never = new AbortController().signal;

export const jsonOf = (journal: FakeJournal): Promise<Blob> => {
  const about = { appVersion: '0.1.0', exportedAt: '2026-11-22T09:41:00.000+01:00', onCount: () => undefined };
  return collect(journalJson({ journal, ...about }), { type: 'application/json', signal: never });
};

export async function allOf<T>(rows: AsyncIterable<T> | Iterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

export const entriesOf = (rows: readonly ImportRow[]): Entry[] =>
  rows.flatMap((row) => ('candidate' in row ? [row.candidate.entry] : []));

export const problemsOf = (rows: readonly ImportRow[]): string[] =>
  rows.flatMap((row) => ('problem' in row ? [`${row.row}: ${row.problem}`] : []));

export const file = (content: BlobPart, name = 'file.csv'): File => new File([content], name);
