import type { Entry } from '../../domain/entry/entry';
import type { Trace } from '../../domain/face/trace';
import { TRACE_COLUMNS, type TraceColumns } from '../../domain/face/trace-columns';
import type { Journal } from '../../journal/journal';
import { traceToJson } from '../../journal/parse/trace-json';
import { entryPages } from './entry-pages';
import { exactJson } from './exact-json';

export const JOURNAL_FORMAT = 'reverie-journal';
/** Raised when an older app could no longer read the file. Entries and traces carry versions of their own. */
export const JOURNAL_FORMAT_VERSION = 1;

/** What an export has written so far. */
export interface ExportCount {
  entries: number;
  traces: number;
  unreadable: number;
}

export interface ExportContext {
  readonly journal: Journal;
  readonly appVersion: string;
  /** ISO 8601. */
  readonly exportedAt: string;
  /** Called as entries are written. */
  readonly onCount: (count: Readonly<ExportCount>) => void;
}

/** Text of the first line, up to where the entries begin. */
export const headOf = ({ appVersion, exportedAt }: Pick<ExportContext, 'appVersion' | 'exportedAt'>): string =>
  `${exactJson({ format: JOURNAL_FORMAT, version: JOURNAL_FORMAT_VERSION, appVersion, exportedAt }).slice(0, -1)},"entries":[`;

/**
 * The whole journal as one JSON document, piece by piece. It is laid out in lines (head, one entry each, tail) so that it
 * can be read without holding it whole, and the tail counts the entries, so that a file cut short is noticed. Entries that
 * cannot be read are counted, not written. Rejects with Failure where the journal cannot be read.
 */
export async function* journalJson(
  { journal, onCount, ...about }: ExportContext,
  columns: TraceColumns = TRACE_COLUMNS,
): AsyncGenerator<string> {
  const count: ExportCount = { entries: 0, traces: 0, unreadable: 0 };
  yield headOf(about);
  for await (const { entries, unreadable } of entryPages(journal)) {
    count.unreadable += unreadable.length;
    for (const entry of entries) {
      const trace = await traceOf(journal, entry);
      yield `${count.entries > 0 ? ',' : ''}\n${entryLine(entry, trace, columns)}`;
      count.entries += 1;
      if (trace) count.traces += 1;
    }
    onCount(count);
  }
  yield `\n],"count":${count.entries},"unreadable":${count.unreadable}${await consentsOf(journal)}}\n`;
}

/** What the person agreed to and took back, where they were ever asked. Without settings that can be read, the entries count. */
async function consentsOf(journal: Journal): Promise<string> {
  const consents = await journal.settings().then(
    (settings) => settings.consents,
    () => [],
  );
  return consents.length > 0 ? `,"consents":${exactJson(consents)}` : '';
}

/** One entry with its trace, or null for the trace, on a line of its own. */
export const entryLine = (entry: Entry, trace: Trace | null, columns: TraceColumns = TRACE_COLUMNS): string =>
  exactJson({ entry, trace: trace && traceToJson(trace, columns) });

/** The trace kept with an entry, or null. */
export const traceOf = async (journal: Journal, entry: Entry): Promise<Trace | null> =>
  entry.kind === 'recall' && entry.hasTrace ? journal.trace(entry.id) : null;
