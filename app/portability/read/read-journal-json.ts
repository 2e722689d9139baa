import { msg, str } from '@lit/localize';
import type { Trace } from '../../domain/face/trace';
import { ImportRefusal } from '../../domain/import/import-refusal';
import { readEntry } from '../../journal/parse/entry';
import { parseJson } from '../../journal/parse/parse-json';
import { fieldsOf, ParseProblem, type Reader, readAt } from '../../journal/parse/reader';
import { readTraceJson } from '../../journal/parse/trace-json';
import { plural } from '../../words/plural';
import { JOURNAL_FORMAT, JOURNAL_FORMAT_VERSION } from '../write/journal-json';
import { encodingOf, linesOf, readable, textOf } from './file-text';
import { type Candidate, type ImportRow, RowFault, rowFrom } from './import-row';

/** A journal that can be gone through as often as one likes. */
export interface JournalFile {
  rows(): AsyncIterable<ImportRow>;
}

/**
 * The entries in a file that `journalJson` wrote, read line by line; one that an editor laid out anew is read whole. Throws
 * ImportRefusal where it is not such a file; what is wrong with one entry is told in its row.
 */
export async function openJournalJson(file: Blob, readTrace: Reader<Trace> = readTraceJson): Promise<JournalFile> {
  return (await openJournalLines(file, readTrace)) ?? journalIn(await documentIn(file), readTrace);
}

/** The journal in a file that is laid out in lines as `journalJson` does; null for any other file. Throws like `openJournalJson`. */
export async function openJournalLines(
  file: Blob,
  readTrace: Reader<Trace> = readTraceJson,
): Promise<JournalFile | null> {
  const isUtf8 = (await encodingOf(file)) === 'utf-8';
  return isUtf8 && (await hasOurLines(file)) ? { rows: () => rowsByLine(file, readTrace) } : null;
}

/** The journal in a document of any layout. Throws like `openJournalJson`. */
export function journalIn(document: unknown, readTrace: Reader<Trace> = readTraceJson): JournalFile {
  checkFormat(document);
  const { entries, count } = document as { readonly entries?: unknown; readonly count?: unknown };
  if (!Array.isArray(entries)) throw new ImportRefusal('json-broken', 'no list of entries');
  return {
    rows: async function* () {
      for (const [index, value] of entries.entries()) yield rowFrom(index + 1, () => candidateOf(value, readTrace));
      if (count !== entries.length) yield { row: entries.length, problem: countProblem(count, entries.length) };
    },
  };
}

const LINE_HEAD = '"entries":[';

/** The head is far shorter than this, in bytes. */
const HEAD_LIMIT = 4_096;

async function hasOurLines(file: Blob): Promise<boolean> {
  const [head = ''] = (await readable(() => file.slice(0, HEAD_LIMIT).text())).split('\n');
  const about = head.trimEnd().endsWith(LINE_HEAD) ? parsed(`${head}]}`) : undefined;
  if (about === undefined) return false;
  checkFormat(about);
  return true;
}

async function* rowsByLine(file: Blob, readTrace: Reader<Trace>): AsyncGenerator<ImportRow> {
  let row = 0;
  let isHead = true;
  for await (const line of linesOf(file)) {
    const text = line.trim().replace(/,$/, '');
    if (isHead) isHead = false;
    else if (text.startsWith(']')) {
      yield* tailProblem(text, row);
      return;
    } else if (text !== '') {
      row += 1;
      yield rowFrom(row, () => candidateOf(parsed(text), readTrace));
    }
  }
  yield {
    row: row + 1,
    problem: plural(
      msg(
        '{row, plural, one {The file ends too early: it was cut short. One entry could be read.} other {The file ends too early: it was cut short. {row} entries could be read.}}',
      ),
      { row },
    ),
  };
}

/** The end says how many entries there were, lest some are missing from the middle. */
function* tailProblem(text: string, rows: number): Generator<ImportRow> {
  const tail = parsed(`{"entries":[${text}`) as { count?: unknown } | undefined;
  if (tail && tail.count === rows) return;
  yield { row: rows, problem: countProblem(tail?.count, rows) };
}

const countProblem = (count: unknown, rows: number): string =>
  typeof count === 'number'
    ? plural(
        msg(
          '{count, plural, one {The file says it holds one entry, but it has {rows}.} other {The file says it holds {count} entries, but it has {rows}.}}',
        ),
        { count, rows },
      )
    : plural(msg('The file doesn’t say how many entries it holds; it has {rows}.'), { rows });

/** A journal that is read whole; beyond this, in bytes, it takes too much memory at once. */
const WHOLE_LIMIT_BYTES = 64e6;
/** A thousand recalls with 150 values each have this many parts, and some. */
const MOST_WHOLE_PARTS = 5_000_000;

/** The document in a JSON file. Throws ImportRefusal `json-broken` or `too-large`. */
export async function documentIn(file: Blob): Promise<unknown> {
  if (file.size > WHOLE_LIMIT_BYTES) throw new ImportRefusal('too-large', `${file.size} bytes`);
  const value = parsed(await textOf(file), MOST_WHOLE_PARTS);
  if (value === undefined) throw new ImportRefusal('json-broken');
  return value;
}

function checkFormat(value: unknown): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new ImportRefusal('json-other');
  const { format, version } = value as { readonly format?: unknown; readonly version?: unknown };
  if (format !== JOURNAL_FORMAT) throw new ImportRefusal('json-other');
  if (typeof version !== 'number') throw new ImportRefusal('json-broken', 'no version');
  if (version > JOURNAL_FORMAT_VERSION) throw new ImportRefusal('json-newer', `version ${version}`);
}

function candidateOf(value: unknown, readTrace: Reader<Trace>): Candidate {
  if (value === undefined) throw new RowFault(msg('This entry is damaged: it isn’t JSON.'));
  try {
    const fields = fieldsOf(value);
    const entry = readAt('entry', readEntry, fields.entry);
    const trace = fields.trace == null ? null : readAt('trace', readTrace, fields.trace);
    if (trace && trace.entryId !== entry.id) throw new ParseProblem('the id of its entry', 'trace.entryId');
    return { entry, trace };
  } catch (error) {
    if (error instanceof ParseProblem)
      throw new RowFault(msg(str`This entry isn’t in the form Reverie writes: ${error.message}.`));
    throw error;
  }
}

/** Undefined where the text is not JSON, or where reading it would take too much memory. */
function parsed(text: string, mostParts?: number): unknown {
  try {
    return parseJson(text, mostParts);
  } catch {
    return undefined;
  }
}
