import { expect } from 'chai';
import type { CheckInEntry, Entry } from '../../../app/domain/entry/entry';
import { isoTime } from '../../../app/domain/moment/iso-time';
import { momentAt } from '../../../app/domain/moment/moment';
import type { Journal } from '../../../app/journal/journal';
import { bringIn, type Choices, type Outcome } from '../../../app/portability/read/bring-in';
import { dryRun, type Preview } from '../../../app/portability/read/compare-rows';
import {
  type ImportFile,
  type OpenOptions,
  type OtherFile,
  openImportFile,
  rowsOf,
} from '../../../app/portability/read/import-file';
import type { ImportRow, RowContext } from '../../../app/portability/read/import-row';
import { readKnown } from '../../../app/portability/read/known';
import { allOf, entriesOf, never } from '../journals';

export const NOW = momentAt(Date.UTC(2026, 10, 24, 12), 'Europe/Berlin');

export const inBerlin = (change: Partial<RowContext> = {}): RowContext => {
  let next = 0;
  return { zone: 'Europe/Berlin', now: NOW, appVersion: '0.1.0', newId: () => `id-${++next}`, ...change };
};

/** A file of another app, told by its content. `format`: what it must be told as. */
export async function other(content: BlobPart | Blob, format: string, options?: OpenOptions): Promise<OtherFile> {
  const found = await openImportFile(content instanceof Blob ? content : new Blob([content]), options);
  expect(found.kind === 'other' ? found.format.id : found.kind).to.equal(format);
  return found as OtherFile;
}

export const rowsIn = (found: ImportFile, change?: Partial<RowContext>): Promise<ImportRow[]> =>
  allOf(rowsOf(found, inBerlin(change)));

/** Its entries, as short lines: when, valence, feelings, activities, note. */
export async function linesIn(found: ImportFile, change?: Partial<RowContext>): Promise<string[]> {
  return entriesOf(await rowsIn(found, change)).map(lineOf);
}

export function lineOf(entry: Entry): string {
  const { report, startedAt } = entry;
  const origin = (entry as CheckInEntry).origin;
  const valence = report.valence ? String(Math.round(report.valence.value * 1000) / 1000) : 'unrated';
  const parts = [
    isoTime(startedAt).replace(':00.000', ''),
    valence,
    report.feelings.map(({ name }) => name).join('+'),
    (origin?.activities ?? []).join('+'),
    report.note.replaceAll('\n', '/'),
  ];
  return parts.join(' | ');
}

const quiet = { signal: never, onCount: () => undefined };

export async function previewOf(file: ImportFile, journal: Journal, change?: Partial<RowContext>): Promise<Preview> {
  const context = inBerlin({ newId: () => crypto.randomUUID(), ...change });
  return dryRun(rowsOf(file, context), await readKnown(journal, quiet), quiet);
}

export function bringInto(
  journal: Journal,
  file: ImportFile,
  choices?: Choices,
  change?: Partial<RowContext>,
): Promise<Outcome> {
  const context = inBerlin({ newId: () => crypto.randomUUID(), ...change });
  return bringIn(() => rowsOf(file, context), journal, { ...quiet, toAdd: 1, choices, now: NOW });
}
