import { LONGEST_STRETCH_MS } from '../../base/stretch';
import { type Entry, originOf } from '../../domain/entry/entry';

import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import { ImportRefusal } from '../../domain/import/import-refusal';

import type { Moment } from '../../domain/moment/moment';
import type { Journal } from '../../journal/journal';
import type { Candidate, ImportRow, RowProblem } from './import-row';

/** What the journal holds already: ids of entries, and keys of the rows entries were made from. */
export interface Known {
  readonly ids: Set<string>;
  readonly keys: Set<string>;
}

export interface Work {
  readonly signal: AbortSignal;
  /** Called now and then with how many rows or entries are done. */
  readonly onCount: (count: number) => void;
}

/** What bringing in a file would do. */
export interface Preview {
  readonly rows: number;
  readonly toAdd: number;
  readonly traces: number;
  /** Rows whose entry the journal has already, or that come twice: they are left as they are. */
  readonly known: number;
  readonly problems: readonly RowProblem[];
  /** Beginning of the first and the last entry to add; null without any. */
  readonly first: Moment | null;
  readonly last: Moment | null;
}

/** What was done. `stopped`: null when all was, else why the rest was not; bringing in the file again adds that rest. */
export interface Outcome {
  readonly added: number;
  readonly stopped: 'cancelled' | JournalFailure | null;
}

/** What the outlines tell: no entry is opened for it. Rejects with Failure where it cannot be read, and with the signal's reason. */
export async function readKnown(journal: Journal, { signal, onCount }: Work): Promise<Known> {
  const { outlines, unreadable } = await journal.outlines();
  signal.throwIfAborted();
  // One that cannot be read now may be readable to a later version: it is there.
  const ids = new Set([...outlines, ...unreadable].map(({ id }) => id));
  const keys = new Set(outlines.flatMap(({ originKey }) => originKey ?? []));
  onCount(ids.size);
  return { ids, keys };
}

/** A life of ten entries a day has an eighth of it; every row that cannot be read is kept, to be told. */
const MOST_ROWS = 2_000_000;
const MOST_PROBLEMS = 500_000;

/** Reads every row and writes nothing. Rejects with ImportRefusal if there are far too many. `known` stays as it is. */
export async function dryRun(rows: Rows, known: Known, work: Work): Promise<Preview> {
  const seen: Known = { ids: new Set(known.ids), keys: new Set(known.keys) };
  const problems: RowProblem[] = [];
  let [read, toAdd, traces, repeated] = [0, 0, 0, 0];
  let [first, last]: [Moment | null, Moment | null] = [null, null];
  for await (const row of paced(rows, work)) {
    read += 1;
    if (read > MOST_ROWS || problems.length > MOST_PROBLEMS) throw new ImportRefusal('too-large', `${read} rows`);
    if ('problem' in row) problems.push(row);
    else if (isKnown(seen, row.candidate.entry)) repeated += 1;
    else {
      const { entry, trace } = row.candidate;
      remember(seen, entry);
      toAdd += 1;
      if (trace) traces += 1;
      if (!first || entry.startedAt.epochMs < first.epochMs) first = entry.startedAt;
      if (!last || entry.startedAt.epochMs > last.epochMs) last = entry.startedAt;
    }
  }
  return { rows: read, toAdd, traces, known: repeated, problems, first, last };
}

/** Two tabs that bring in the same file would not know of each other's entries: the second waits, then looks anew. */
const LOCK = 'reverie-import';

/** Entries written at once: each transaction waits for the disk, so one for each would take minutes where this takes seconds. */
export const BATCH_SIZE = 200;

/**
 * Adds what the journal does not have. What it holds is read anew first, and entries are durable before they are counted: a
 * tab that is killed in between leaves whole entries and a note of it, and the same file brought in again adds the others.
 * `toAdd`: how many the dry run has counted.
 */
export async function bringIn(
  rows: () => Rows,
  journal: Journal,
  work: Work & { readonly toAdd: number },
  batchSize = BATCH_SIZE,
): Promise<Outcome> {
  let added = 0;
  let note: (added: number) => void = () => undefined;
  const keep = async (batch: readonly Candidate[]): Promise<void> => {
    if (batch.length === 0) return;
    work.signal.throwIfAborted();
    added += await keepAbsent(journal, batch);
    note(added);
    work.onCount(added);
  };
  try {
    await navigator.locks.request(LOCK, { signal: work.signal }, () =>
      journal.bulkWrite({ kind: 'import', total: work.toAdd }, (tell) => {
        note = tell;
        return addNew(rows(), journal, work.signal, batchSize, keep);
      }),
    );
    return { added, stopped: null };
  } catch (error) {
    return { added, stopped: work.signal.aborted ? 'cancelled' : asJournalFailure(error, 'save-failed') };
  }
}

/**
 * How many were kept: all, but those whose id is taken after all, by a record so broken that no list names it. It may be
 * readable to a later version, and stays.
 */
async function keepAbsent(journal: Journal, batch: readonly Candidate[]): Promise<number> {
  try {
    await journal.saveAll(batch);
    return batch.length;
  } catch (error) {
    const present = await Promise.all(batch.map(({ entry }) => journal.entry(entry.id)));
    const absent = batch.filter((_, at) => present[at] === null);
    if (absent.length === batch.length) throw error;
    await journal.saveAll(absent);
    return absent.length;
  }
}

async function addNew(
  rows: Rows,
  journal: Journal,
  signal: AbortSignal,
  batchSize: number,
  keep: (batch: readonly Candidate[]) => Promise<void>,
): Promise<void> {
  const quiet = { signal, onCount: () => undefined };
  const known = await readKnown(journal, quiet);
  let batch: Candidate[] = [];
  for await (const row of paced(rows, quiet)) {
    if ('problem' in row || isKnown(known, row.candidate.entry)) continue;
    remember(known, row.candidate.entry);
    batch.push(row.candidate);
    if (batch.length < batchSize) continue;
    await keep(batch);
    batch = [];
  }
  await keep(batch);
}

type Rows = AsyncIterable<ImportRow> | Iterable<ImportRow>;

const keyOf = (entry: Entry): string | undefined => originOf(entry)?.key;

function isKnown({ ids, keys }: Known, entry: Entry): boolean {
  const key = keyOf(entry);
  return ids.has(entry.id) || (key !== undefined && keys.has(key));
}

function remember({ ids, keys }: Known, entry: Entry): void {
  ids.add(entry.id);
  const key = keyOf(entry);
  if (key !== undefined) keys.add(key);
}

/** The rows, with pauses in which the page can draw and hear Cancel. */
async function* paced(rows: Rows, { signal, onCount }: Work): AsyncGenerator<ImportRow> {
  let count = 0;
  let sinceMs = performance.now();
  for await (const row of rows) {
    signal.throwIfAborted();
    yield row;
    count += 1;
    if (performance.now() - sinceMs < LONGEST_STRETCH_MS) continue;
    onCount(count);
    await new Promise((resume) => setTimeout(resume));
    sinceMs = performance.now();
  }
  signal.throwIfAborted();
  onCount(count);
}
