import { msg } from '@lit/localize';
import { everyVersion } from '../../domain/entry/edits';
import type { Entry } from '../../domain/entry/entry';
import { ImportRefusal } from '../../domain/import/import-refusal';
import type { Moment } from '../../domain/moment/moment';
import { readEntry } from '../../journal/parse/entry';
import type { Candidate, RowProblem } from './import-row';
import { type Known, mayBeKnown, sameRecord } from './known';
import { BOOKKEEPING, digest, minuteOf, without } from './known-again';
import { paced, type Rows, type Work } from './work';

/** A row whose entry the journal has with other content. */
export interface Difference {
  readonly row: number;
  readonly here: Entry;
  readonly inFile: Entry;
}

/** What bringing in a file would do. */
export interface Preview {
  readonly rows: number;
  readonly toAdd: number;
  readonly traces: number;
  /** Rows whose entry the journal has already, or that come twice: they are left as they are. */
  readonly known: number;
  /** Rows that differ from what is here: for each it is the person's to say what becomes of it. */
  readonly differs: readonly Difference[];
  /** Rows among those to add that have a mood and would have no rating. */
  readonly unrated: number;
  /** Rows that cannot be read. */
  readonly problems: readonly RowProblem[];
  /** What is odd about rows that come in. */
  readonly remarks: readonly RowRemark[];
  /** Beginning of the first and the last entry to add; null without any. */
  readonly first: Moment | null;
  readonly last: Moment | null;
}

export interface RowRemark {
  readonly row: number;
  readonly remark: string;
}

/** A life of ten entries a day has an eighth of it; every row that cannot be read is kept, to be told. */
const MOST_ROWS = 2_000_000;
const MOST_PROBLEMS = 500_000;

export interface Compared {
  readonly preview: Preview;
  /** Numbers of rows that bring nothing. */
  readonly skipped: ReadonlySet<number>;
}

/** Reads every row and writes nothing. Rejects with ImportRefusal if there are far too many. `known` stays as it is. */
export const dryRun = async (rows: Rows, known: Known, work: Work): Promise<Preview> =>
  (await compareRows(rows, known, work)).preview;

/** Compares every row with the journal. See: [Note: Known again] */
export async function compareRows(rows: Rows, known: Known, work: Work): Promise<Compared> {
  const comparison = new Comparison(known);
  for await (const row of paced(rows, work)) {
    comparison.rows += 1;
    if (comparison.rows > MOST_ROWS || comparison.problems.length > MOST_PROBLEMS)
      throw new ImportRefusal('too-large', `${comparison.rows} rows`);
    if ('problem' in row) {
      comparison.problems.push(row);
      continue;
    }
    if (row.remark) comparison.remarks.push({ row: row.row, remark: row.remark });
    await comparison.take(row.row, row.candidate);
  }
  return comparison.end(work);
}

class Comparison {
  rows = 0;
  readonly problems: RowProblem[] = [];
  readonly remarks: RowRemark[] = [];
  readonly #known: Known;
  readonly #knownRows = new Set<number>();
  readonly #refused = new Set<number>();
  /** Entries here that a row stands for already. */
  readonly #taken = new Set<string>();
  /** Ids that the file has brought, with what they said. */
  readonly #seen = new Map<string, string>();
  /** Rows that may stand for an entry that is here. */
  readonly #open: { readonly row: number; readonly candidate: Candidate }[] = [];
  readonly #differs: Difference[] = [];
  readonly #sum = { toAdd: 0, traces: 0, unrated: 0, first: null as Moment | null, last: null as Moment | null };

  constructor(known: Known) {
    this.#known = known;
  }

  async take(row: number, candidate: Candidate): Promise<void> {
    const { entry, denotes } = candidate;
    if (denotes === undefined) return this.#takeOwn(row, candidate);
    const key = keyOf(entry)!;
    if (this.#isKeyLeft(key)) this.#knownRows.add(row);
    else if (mayBeKnown(this.#known, key, minuteOf(entry.startedAt, denotes))) this.#open.push({ row, candidate });
    else this.#add(candidate);
  }

  /** Once all rows are read it is plain which entries are accounted for by rows that are the same as they. */
  async end(work: Work): Promise<Compared> {
    const due: { readonly row: number; readonly candidate: Candidate }[] = [];
    for (const one of this.#open) {
      work.signal.throwIfAborted();
      const found = await this.#match(one.candidate);
      if (found?.isSame) {
        this.#taken.add(found.entry.id);
        this.#knownRows.add(one.row);
      } else due.push(one);
    }
    for (const { row, candidate } of due) {
      work.signal.throwIfAborted();
      const found = await this.#match(candidate);
      if (!found) this.#add(candidate);
      else {
        this.#taken.add(found.entry.id);
        this.#differs.push({ row, here: found.entry, inFile: candidate.entry });
      }
    }
    const { rows, problems, remarks } = this;
    const differs = this.#differs.sort((a, b) => a.row - b.row);
    return {
      skipped: new Set([...this.#knownRows, ...this.#refused]),
      preview: { ...this.#sum, rows, known: this.#knownRows.size, differs, problems, remarks },
    };
  }

  /** An entry of ours is known by its id; where another journal made it from a row of the same record, by that as well. */
  async #takeOwn(row: number, candidate: Candidate): Promise<void> {
    const { entry } = candidate;
    const said = digest(entry);
    const before = this.#seen.get(entry.id);
    this.#seen.set(entry.id, before ?? said);
    if (before !== undefined) {
      if (before === said) this.#knownRows.add(row);
      else this.#refuse(row, msg('The same id is in this file a second time, with something else in it.'));
      return;
    }
    if (!this.#known.ids.has(entry.id)) {
      const key = keyOf(entry);
      if (key !== undefined && this.#isKeyLeft(key)) this.#knownRows.add(row);
      else this.#add(candidate);
      return;
    }
    this.#taken.add(entry.id);
    const here = await this.#known.open(entry.id);
    if (!here || saysTheSame(here, entry)) this.#knownRows.add(row);
    else this.#differs.push({ row, here, inFile: entry });
  }

  #refuse(row: number, problem: string): void {
    this.#refused.add(row);
    this.problems.push({ row, problem });
  }

  #match({ entry, denotes }: Candidate) {
    return sameRecord(this.#known, entry, denotes!, (id) => this.#taken.has(id));
  }

  /** Whether an entry that came from the very same record is not accounted for yet; it is then. */
  #isKeyLeft(key: string): boolean {
    const id = this.#known.byKey.get(key)?.find((one) => !this.#taken.has(one));
    if (id === undefined) return false;
    this.#taken.add(id);
    return true;
  }

  #add({ entry, trace }: Candidate): void {
    const sum = this.#sum;
    sum.toAdd += 1;
    if (trace) sum.traces += 1;
    if (entry.kind === 'check-in' && entry.origin?.mood && !entry.report.valence) sum.unrated += 1;
    if (!sum.first || entry.startedAt.epochMs < sum.first.epochMs) sum.first = entry.startedAt;
    if (!sum.last || entry.startedAt.epochMs > sum.last.epochMs) sum.last = entry.startedAt;
  }
}

const keyOf = (entry: Entry): string | undefined => (entry.kind === 'check-in' ? entry.origin?.key : undefined);

/**
 * Whether the file's entry says what the one here says, or said once: theirs is the later version then. When it was saved, and by which
 * version of the app, is not asked.
 */
function saysTheSame(here: Entry, inFile: Entry): boolean {
  const said = digest(comparable(inFile));
  return everyVersion(here).some((version) => digest(comparable(version)) === said);
}

const comparable = (entry: Entry): unknown => without(readEntry(entry), BOOKKEEPING);
