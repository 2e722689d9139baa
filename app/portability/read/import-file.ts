import { fromBase64 } from '../../base/base64';
import { Stretch } from '../../base/stretch';
import { ImportRefusal } from '../../domain/import/import-refusal';
import { isDayFirst } from '../../words/time-words';
import { type ArchivedFile, filesIn } from './archive';
import type { FileRecord } from './file-record';
import { encodingOf, isArchive, readable, TABLE_LIMIT_BYTES, textOf } from './file-text';
import type { Format } from './formats/format';
import { FORMATS } from './formats/formats';
import type { ImportRow, RowContext } from './import-row';
import { type DayOrder, dayOrderOf } from './local-time';
import { type MoodWord, moodWords } from './moods';
import { isOwnTable, ownRows } from './own-table';
import { documentIn, type JournalFile, journalIn, openJournalLines } from './read-journal-json';
import { isWord, recordRows } from './record-rows';
import { numberOf, type Scale, suggestScale } from './scales';
import { readingTable, type Table, TableTooLarge } from './table';

/** A file of another app, with what the person may still decide about it. */
export interface OtherFile {
  readonly kind: 'other';
  readonly format: Format;
  readonly records: readonly FileRecord[];
  /** What its mood words are taken for. */
  readonly moods: readonly MoodWord[];
  /** What its numbers are on; null where its moods are words or their scale is fixed. */
  readonly scale: Scale | null;
  readonly dayOrder: DayOrder;
  /** Whether its dates leave it open which number is the day, so that the order is a guess. */
  readonly isOrderOpen: boolean;
  readonly unused: readonly string[];
}

/** What a chosen file turned out to be. */
export type ImportFile =
  | { readonly kind: 'journal'; readonly journal: JournalFile }
  | { readonly kind: 'own-table'; readonly table: Table }
  | OtherFile;

export interface OpenOptions {
  readonly signal?: AbortSignal;
  /** Which number is the day where the dates leave it open: as the phone's region has it. */
  readonly usualOrder?: DayOrder;
}

/**
 * Looks into a file. What it is follows from what is in it, never from its name. Throws ImportRefusal where it cannot be brought in as
 * a whole, or the signal's reason. Nothing is written.
 */
export async function openImportFile(file: Blob, options: OpenOptions = {}): Promise<ImportFile> {
  return file.size > 0 && (await isArchive(file)) ? openArchive(file, options) : openText(file, options);
}

async function openText(file: Blob, options: OpenOptions): Promise<ImportFile> {
  const encoding = await encodingOf(file);
  const beginning = await readable(() => file.slice(0, 1024).arrayBuffer());
  return /^\s*[{[]/.test(new TextDecoder(encoding).decode(beginning))
    ? openJson(file, options)
    : openTable(file, options);
}

async function openJson(file: Blob, options: OpenOptions): Promise<ImportFile> {
  const journal = await openJournalLines(file);
  if (journal) return { kind: 'journal', journal };
  const document = await documentIn(file);
  return (
    (await openDocuments([{ name: '', value: document }], options)) ?? { kind: 'journal', journal: journalIn(document) }
  );
}

/** Documents of one app; null if no format knows them. */
async function openDocuments(documents: readonly Document[], options: OpenOptions): Promise<OtherFile | null> {
  const format = FORMATS.find(({ json }) => documents.some(({ value }) => json?.recognises(value)));
  if (!format?.json) return null;
  const { json } = format;
  const records: FileRecord[] = [];
  const unused: string[] = [];
  for (const { name, value } of documents)
    if (!json.recognises(value)) unused.push(name);
    else for (const record of await taken(json.records(value, records.length + 1), options)) records.push(record);
  return otherFile(format, records, unused, options);
}

/** One of an archive's JSON files, or the file itself. */
interface Document {
  readonly name: string;
  readonly value: unknown;
}

/** All of them, with pauses in which the page can draw and hear Cancel. */
async function taken(records: Iterable<FileRecord>, { signal }: OpenOptions): Promise<FileRecord[]> {
  const stretch = new Stretch();
  const all: FileRecord[] = [];
  for (const record of records) {
    all.push(record);
    if (stretch.isOver) await stretch.rest(signal);
  }
  return all;
}

async function openTable(file: Blob, options: OpenOptions): Promise<ImportFile> {
  const table = await tableOf(await textOf(file), options.signal);
  const isOwn = isOwnTable(table.columns);
  const format = FORMATS.find((one) => one.table?.recognises(table.columns));
  if (!isOwn && !format) throw new ImportRefusal('columns', table.columns.slice(0, 20).join(', ').slice(0, 300));
  if (table.rows.length === 0) throw new ImportRefusal('no-rows');
  if (isOwn || !format?.table) return { kind: 'own-table', table };
  return otherFile(format, await taken(format.table.records(table), options), format.table.unused(table), options);
}

/** What an export packs: our own data set, a backup of Daylio, or documents. An archive in it is not opened: one can hold itself. */
async function openArchive(archive: Blob, options: OpenOptions): Promise<ImportFile> {
  const files = await filesIn(archive);
  const named = (name: RegExp) => files.find((file) => name.test(file.name));
  const backup = named(/(^|\/)backup\.daylio$/);
  if (backup) return openBase64(await backup.open(), options);
  const own = named(/(^|\/)entries\.csv$/);
  if (own) return openTable(await own.open(), options);
  const other = await openDocuments(await documentsIn(files, options), options);
  if (other) return other;
  const single = files.filter(({ name }) => /\.(json|csv|tsv|txt)$/i.test(name));
  if (single.length !== 1)
    throw new ImportRefusal(
      'archive',
      files
        .map(({ name }) => name)
        .join(', ')
        .slice(0, 300),
    );
  return openText(await single[0]!.open(), options);
}

/** They are held together, so they may be no larger together than one file. */
async function documentsIn(files: readonly ArchivedFile[], { signal }: OpenOptions): Promise<readonly Document[]> {
  const documents: Document[] = [];
  let bytes = 0;
  for (const { name, open } of files.filter((file) => /\.json$/i.test(file.name))) {
    signal?.throwIfAborted();
    const content = await open();
    bytes += content.size;
    if (bytes > TABLE_LIMIT_BYTES) throw new ImportRefusal('too-large', `${bytes} bytes`);
    documents.push({ name, value: await documentIn(content) });
  }
  return documents;
}

async function openBase64(file: Blob, options: OpenOptions): Promise<ImportFile> {
  const text = (await textOf(file)).replace(/\s+/g, '');
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = fromBase64(text);
  } catch {
    throw new ImportRefusal('json-broken', 'not base64');
  }
  return openJson(new Blob([bytes]), options);
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

function otherFile(
  format: Format,
  records: readonly FileRecord[],
  unused: readonly string[],
  { usualOrder = isDayFirst() ? 'day-first' : 'month-first' }: OpenOptions,
): OtherFile {
  if (records.length === 0) throw new ImportRefusal('no-rows');
  const isAsked = format.scale === 'asked';
  const scale = isAsked && hasNumbers(records) ? suggestScale(records) : null;
  const dates = dayOrderOf(records.flatMap(({ date = '', at = '' }) => [date, at.split(/[T\s]/)[0]!]));
  return {
    kind: 'other',
    format,
    records,
    moods: moodWords(records, (mood) => isWord(mood, isAsked ? (scale ?? [-1, 1]) : null), format.stepOf),
    scale,
    dayOrder: dates.order ?? usualOrder,
    isOrderOpen: dates.isOpen,
    unused,
  };
}

const hasNumbers = (records: readonly FileRecord[]): boolean =>
  records.some(({ mood = '', valence = '', arousal = '' }) => valence || arousal || numberOf(mood) !== null);

/** The rows of the file, by what was decided about it; each call goes through it again. */
export function rowsOf(file: ImportFile, context: RowContext): AsyncIterable<ImportRow> | Iterable<ImportRow> {
  switch (file.kind) {
    case 'journal':
      return file.journal.rows();
    case 'own-table':
      return ownRows(file.table);
    case 'other': {
      const { format, records, moods, scale, dayOrder } = file;
      const steps = new Map(moods.map(({ word, step }) => [word, step]));
      const decided = { source: format.source, app: format.app, steps, scale, dayOrder };
      return recordRows(records, decided, context);
    }
  }
}
