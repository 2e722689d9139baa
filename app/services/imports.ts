import { newId } from '../base/ids';
import type { ImportNote } from '../domain/import/import-note';
import { momentAt } from '../domain/moment/moment';
import { type BringInWork, bringIn, type Outcome } from '../portability/read/bring-in';
import { dryRun, type Preview, type RowRemark } from '../portability/read/compare-rows';
import { FORMATS } from '../portability/read/formats/formats';
import { PLAIN_COLUMNS } from '../portability/read/formats/plain-table';
import { type ImportFile, openImportFile, rowsOf } from '../portability/read/import-file';
import type { RowContext, RowProblem } from '../portability/read/import-row';
import { readKnown } from '../portability/read/known';
import { MOOD_STEPS, type MoodStep, moodRating } from '../portability/read/moods';
import { SCALES, type Scale } from '../portability/read/scales';
import { broughtIn, type LookBack, lookBack, type TakenBack, takeBack } from '../portability/read/take-back';
import type { Work } from '../portability/read/work';
import { exampleTable } from '../portability/write/example-table';
import { problemsCsv } from '../portability/write/problems-csv';
import type { Page } from './page';

export type { ImportNote } from '../domain/import/import-note';
export type { Choice, Choices, Outcome } from '../portability/read/bring-in';
export type { Difference, Preview } from '../portability/read/compare-rows';
export type { ImportFile, OtherFile } from '../portability/read/import-file';
export type { DayOrder } from '../portability/read/local-time';
export type { MoodWord } from '../portability/read/moods';
export type { LookBack, TakenBack } from '../portability/read/take-back';

/** Entries that come in from files of this app and others. */
export interface Imports {
  /**
   * Looks into a file and writes nothing. Rejects with ImportRefusal where it cannot be brought in as a whole, or with the signal's
   * reason.
   */
  open(file: Blob, signal?: AbortSignal): Promise<ImportFile>;
  /** What bringing it in would do. Nothing is written. Rejects with Failure, and with the signal's reason. */
  preview(file: ImportFile, work: Work): Promise<Preview>;
  /**
   * Adds what the journal does not have, and does with what differs as was chosen. Never rejects: the outcome says where it stopped,
   * and why.
   */
  bringIn(file: ImportFile, work: BringInWork & { readonly fileName: string }): Promise<Outcome>;
  /** The apps whose files can be brought in, and where in each its file is found. */
  readonly formats: readonly { readonly name: string; readonly how: string }[];
  /** The columns a table of one's own may have. */
  readonly columns: readonly string[];
  /** The scales its ratings may be on. */
  readonly scales: readonly Scale[];
  /** Steps of how pleasant a mood is, best first, with the valence each is taken for, -1..1. */
  readonly moods: readonly { readonly step: MoodStep; readonly valence: number }[];
  /** A table of one's own to start from, as CSV. */
  exampleTable(): string;
  /** The rows that could not be read, or are odd, as CSV. */
  problemsTable(problems: readonly (RowProblem | RowRemark)[]): string;
  /** The imports that can be taken back, newest first. Rejects with Failure. */
  past(): Promise<readonly ImportNote[]>;
  /** What taking one back would do. Nothing is written. Rejects with Failure, and with the signal's reason. */
  lookBack(note: ImportNote, work: Work): Promise<LookBack>;
  takeBack(note: ImportNote, look: LookBack): Promise<TakenBack>;
}

export function open({ journal, clock, appVersion }: Page): Imports {
  const context = (): RowContext => {
    const zone = clock.zone();
    return { zone, now: momentAt(clock.epochMs(), zone), appVersion, newId };
  };
  return {
    open: (file, signal) => openImportFile(file, { signal }),
    async preview(file, work) {
      const known = await readKnown(journal, work);
      return dryRun(rowsOf(file, context()), known, work);
    },
    async bringIn(file, { fileName, ...work }) {
      const { now } = context();
      let note: ImportNote = { version: 1, id: newId(), atMs: now.epochMs, fileName, added: 0, replaced: 0, parts: 0 };
      return bringIn(() => rowsOf(file, context()), journal, {
        ...work,
        now,
        note: async (added, replaced) => {
          note = await (await journal.importNotes()).add(note, broughtIn(added, replaced));
        },
      });
    },
    // In the language of the page at that moment.
    get formats() {
      return FORMATS.map(({ name, how }) => ({ name: name(), how: how() }));
    },
    columns: PLAIN_COLUMNS,
    scales: SCALES,
    moods: MOOD_STEPS.map((step) => ({ step, valence: moodRating(step).value })),
    exampleTable,
    problemsTable: problemsCsv,
    past: async () => (await journal.importNotes()).list(),
    lookBack: (note, work) => lookBack(journal, note, work),
    takeBack: (note, look) => takeBack(journal, note, look),
  };
}
