import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import type { Moment } from '../../domain/moment/moment';
import type { Journal, KeptEntry } from '../../journal/journal';
import { compareRows, type Difference } from './compare-rows';
import type { Candidate } from './import-row';
import { readKnown } from './known';
import { beside, replacement } from './replace';
import { paced, type Rows, type Work } from './work';

/** What becomes of a row that differs: `replace` what is here, keep `both`, or `leave` it out. */
export const CHOICES = ['replace', 'both', 'leave'] as const;
export type Choice = (typeof CHOICES)[number];

/** What the person has chosen: for all, and otherwise for some rows. */
export interface Choices {
  readonly all: Choice;
  readonly rows: ReadonlyMap<number, Choice>;
}

/** Nothing that is here is changed unasked. */
export const LEAVE_ALL: Choices = { all: 'leave', rows: new Map() };

export const choiceOf = ({ all, rows }: Choices, row: number): Choice => rows.get(row) ?? all;

/** What was done. `stopped`: null when all was, else why the rest was not; bringing in the file again adds that rest. */
export interface Outcome {
  readonly added: number;
  /** Entries that were here, and now say what the file says. */
  readonly replaced: number;
  readonly stopped: 'cancelled' | JournalFailure | null;
}

export interface BringInWork extends Work {
  /** How many the dry run has counted, those included that are replaced or kept beside. */
  readonly toAdd: number;
  readonly choices?: Choices;
  /** When it is done. */
  readonly now?: Moment;
  /** Notes what comes in before it does, so that it can be taken back. See: [Note: Taking an import back] */
  readonly note?: (added: readonly KeptEntry[], replaced: readonly KeptEntry[]) => Promise<void>;
}

/** Two tabs that bring in the same file would not know of each other's entries: the second waits, then looks anew. */
const LOCK = 'reverie-import';

/** Entries written at once: each transaction waits for the disk, so one for each would take minutes where this takes seconds. */
export const BATCH_SIZE = 200;

/**
 * Adds what the journal does not have, and does with what differs as was chosen. What it holds is read anew first, and entries are
 * durable before they are counted: a tab that is killed in between leaves whole entries and a note of it, and the same file
 * brought in again adds the others.
 */
export async function bringIn(
  rows: () => Rows,
  journal: Journal,
  work: BringInWork,
  batchSize = BATCH_SIZE,
): Promise<Outcome> {
  const done = { added: 0, replaced: 0 };
  const { signal, toAdd } = work;
  try {
    await navigator.locks.request(LOCK, { signal }, () =>
      journal.bulkWrite({ kind: 'import', total: toAdd }, async (note) => {
        const writer = new Writer(journal, work, batchSize, done, note);
        const quiet = { signal, onCount: () => undefined };
        const { preview, skipped } = await compareRows(rows(), await readKnown(journal, quiet), quiet);
        const differing = new Map(preview.differs.map((difference) => [difference.row, difference]));
        for await (const row of paced(rows(), quiet))
          if ('candidate' in row && !skipped.has(row.row)) await writer.take(row.candidate, differing.get(row.row));
        await writer.flush();
      }),
    );
    return { ...done, stopped: null };
  } catch (error) {
    return { ...done, stopped: signal.aborted ? 'cancelled' : asJournalFailure(error, 'save-failed') };
  }
}

interface Done {
  added: number;
  replaced: number;
}

/** Entries on their way into the journal, a batch at a time. */
class Writer {
  readonly #journal: Journal;
  readonly #work: BringInWork;
  readonly #batchSize: number;
  readonly #done: Done;
  readonly #tell: (count: number) => void;
  #adding: KeptEntry[] = [];
  #replacing: KeptEntry[] = [];

  constructor(journal: Journal, work: BringInWork, batchSize: number, done: Done, tell: (count: number) => void) {
    this.#journal = journal;
    this.#work = work;
    this.#batchSize = batchSize;
    this.#done = done;
    this.#tell = tell;
  }

  async take(candidate: Candidate, difference: Difference | undefined): Promise<void> {
    if (!difference) this.#adding.push(candidate);
    else await this.#takeDifferent(candidate, difference);
    if (this.#adding.length + this.#replacing.length >= this.#batchSize) await this.flush();
  }

  /** Writes those that wait, and counts them once they are durable. */
  async flush(): Promise<void> {
    const [adding, replacing] = [this.#adding, this.#replacing];
    [this.#adding, this.#replacing] = [[], []];
    if (adding.length + replacing.length === 0) return;
    this.#work.signal.throwIfAborted();
    await this.#work.note?.(adding, replacing);
    if (adding.length > 0) this.#done.added += await keepAbsent(this.#journal, adding);
    if (replacing.length > 0) await this.#journal.saveAll(replacing);
    this.#done.replaced += replacing.length;
    const count = this.#done.added + this.#done.replaced;
    this.#tell(count);
    this.#work.onCount(count);
  }

  async #takeDifferent(candidate: Candidate, { row, here }: Difference): Promise<void> {
    const choice = choiceOf(this.#work.choices ?? LEAVE_ALL, row);
    if (choice === 'leave') return;
    const replaced =
      choice === 'replace' ? replacement(here, candidate, this.#work.now ?? candidate.entry.savedAt) : null;
    if (replaced) this.#replacing.push({ entry: replaced, trace: null });
    else this.#adding.push(candidate.denotes ? candidate : beside(here, candidate));
  }
}

/**
 * How many were kept: all, but those whose id is taken after all, by a record so broken that no list names it. It may be
 * readable to a later version, and stays.
 */
async function keepAbsent(journal: Journal, batch: readonly KeptEntry[]): Promise<number> {
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
