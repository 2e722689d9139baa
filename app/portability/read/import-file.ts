import { Stretch } from '../../base/stretch';
import { ImportRefusal } from '../../domain/import/import-refusal';
import type { Table } from '../csv';
import { readingTable, TableTooLarge } from '../csv';
import { daylioRows, isDaylio, type MoodWord, moodWords } from './daylio';
import { encodingOf, readable, textOf } from './file-text';
import type { ImportRow, RowContext } from './import-row';
import { isOwnTable, ownRows } from './own-table';
import { isPlainTable, PLAIN_COLUMNS, plainRows, type Scale, suggestScale, withOurNames } from './plain-table';
import { type JournalFile, openJournalJson } from './read-journal-json';

/** What a chosen file turned out to be, with what the person may still decide about it. */
export type ImportFile =
  | { readonly kind: 'journal'; readonly journal: JournalFile }
  | { readonly kind: 'own-table'; readonly table: Table }
  | {
      readonly kind: 'daylio';
      readonly table: Table;
      readonly moods: readonly MoodWord[];
      readonly unused: readonly string[];
    }
  | {
      readonly kind: 'table';
      readonly table: Table;
      readonly scale: Scale;
      readonly hasRatings: boolean;
      readonly unused: readonly string[];
    };

/**
 * Looks into a file. Throws ImportRefusal where it cannot be brought in as a whole, or the signal's reason. Nothing is written.
 */
export async function openImportFile(file: Blob, signal?: AbortSignal): Promise<ImportFile> {
  const encoding = await encodingOf(file);
  const beginning = await readable(() => file.slice(0, 1024).arrayBuffer());
  if (/^\s*[{[]/.test(new TextDecoder(encoding).decode(beginning))) {
    return { kind: 'journal', journal: await openJournalJson(file) };
  }
  const table = await tableOf(await textOf(file), signal);
  const known = isOwnTable(table.columns) || isDaylio(table.columns) || isPlainTable(withOurNames(table).columns);
  if (!known) throw new ImportRefusal('columns', table.columns.slice(0, 20).join(', ').slice(0, 300));
  if (table.rows.length === 0) throw new ImportRefusal('no-rows');
  return tableFile(table);
}

async function tableOf(text: string, signal: AbortSignal | undefined): Promise<Table> {
  const stretch = new Stretch();
  try {
    const reading = readingTable(text);
    for (;;) {
      const { done, value } = reading.next();
      if (done) return value;
      await stretch.rest(signal);
    }
  } catch (error) {
    if (error instanceof TableTooLarge) throw new ImportRefusal('too-large', error.message);
    throw error;
  }
}

function tableFile(table: Table): ImportFile {
  if (isOwnTable(table.columns)) return { kind: 'own-table', table };
  if (isDaylio(table.columns)) {
    return { kind: 'daylio', table, moods: moodWords(table), unused: unused(table, DAYLIO_USED) };
  }
  const ours = withOurNames(table);
  const hasRatings = ours.columns.includes('valence') || ours.columns.includes('arousal');
  return { kind: 'table', table: ours, scale: suggestScale(ours), hasRatings, unused: unused(ours, PLAIN_COLUMNS) };
}

/** `date` and `weekday` say again what `full_date` says. */
const DAYLIO_USED = ['full_date', 'date', 'weekday', 'time', 'mood', 'activities', 'note_title', 'note'];

const unused = ({ columns }: Table, used: readonly string[]): string[] =>
  columns.filter((name) => name !== '' && !used.includes(name));

/** The rows of the file, by what was decided about it; each call goes through it anew. */
export function rowsOf(file: ImportFile, context: RowContext): AsyncIterable<ImportRow> | Iterable<ImportRow> {
  switch (file.kind) {
    case 'journal':
      return file.journal.rows();
    case 'own-table':
      return ownRows(file.table);
    case 'daylio':
      return daylioRows(file.table, file.moods, context);
    case 'table':
      return plainRows(file.table, file.scale, context);
  }
}
