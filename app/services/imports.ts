import { newId } from '../base/ids';
import { momentAt } from '../domain/moment/moment';
import { bringIn, dryRun, type Outcome, type Preview, readKnown, type Work } from '../portability/read/bring-in';
import { MOOD_STEPS, type MoodStep, moodRating } from '../portability/read/daylio';
import { type ImportFile, openImportFile, rowsOf } from '../portability/read/import-file';
import type { RowContext, RowProblem } from '../portability/read/import-row';
import { PLAIN_COLUMNS, SCALES, type Scale } from '../portability/read/plain-table';
import { exampleTable } from '../portability/write/example-table';
import { problemsCsv } from '../portability/write/problems-csv';
import type { Page } from './page';

export type { Outcome, Preview } from '../portability/read/bring-in';
export type { MoodWord } from '../portability/read/daylio';
export type { ImportFile } from '../portability/read/import-file';

/** Entries that come in from files of this app and others. */
export interface Imports {
  /** Looks into a file; rejects with ImportRefusal where it cannot be brought in as a whole, or with the signal's reason. Nothing is written. */
  open(file: Blob, signal?: AbortSignal): Promise<ImportFile>;
  /** What bringing it in would do. Nothing is written. Rejects with Failure, and with the signal's reason. */
  preview(file: ImportFile, work: Work): Promise<Preview>;
  /** Adds what the journal does not have. Never rejects: the outcome says where it stopped and why. */
  bringIn(file: ImportFile, work: Work & { readonly toAdd: number }): Promise<Outcome>;
  /** The columns a table of one's own may have. */
  readonly columns: readonly string[];
  /** The scales its ratings may be on. */
  readonly scales: readonly Scale[];
  /** Daylio's moods, best first, with the valence each is taken for, -1..1. */
  readonly moods: readonly { readonly step: MoodStep; readonly valence: number }[];
  /** A table of one's own to start from, as CSV. */
  exampleTable(): string;
  /** The rows that could not be read, as CSV. */
  problemsTable(problems: readonly RowProblem[]): string;
}

export function open({ journal, clock, appVersion }: Page): Imports {
  const context = (): RowContext => {
    const zone = clock.zone();
    return { zone, now: momentAt(clock.epochMs(), zone), appVersion, newId };
  };
  return {
    open: openImportFile,
    async preview(file, work) {
      const known = await readKnown(journal, { signal: work.signal, onCount: () => undefined });
      return dryRun(rowsOf(file, context()), known, work);
    },
    bringIn: (file, work) => bringIn(() => rowsOf(file, context()), journal, work),
    columns: PLAIN_COLUMNS,
    scales: SCALES,
    moods: MOOD_STEPS.map((step) => ({ step, valence: moodRating(step).value })),
    exampleTable,
    problemsTable: problemsCsv,
  };
}
