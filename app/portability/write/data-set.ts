import { makeZip } from 'client-zip';
import type { Entry } from '../../domain/entry/entry';
import { addressOf } from '../../domain/entry/entry-address';
import { dayOf } from '../../domain/moment/moment';
import { TABLES, type Tables } from '../../variables/tables';
import { BYTE_ORDER_MARK, headerLine, rowLine } from '../csv';
import { codebookCsv, codebookText } from './codebook';
import { entryPages } from './entry-pages';
import type { ExportContext, ExportCount } from './journal-json';
import { traceCsv } from './trace-csv';

interface ZipFile {
  readonly name: string;
  readonly input: string | AsyncIterable<string>;
}

/**
 * The journal as a data set, one ZIP: `entries.csv`, a table per trace below `traces/`, and the codebook for programs
 * (`codebook.csv`) and people (`codebook.md`). Written as it is read: of the entries only the names of those with a trace are
 * remembered, because in a ZIP one file follows another.
 */
export function dataSetZip(context: ExportContext, tables: Tables = TABLES): ReadableStream<Uint8Array> {
  return makeZip(filesOf(context, tables));
}

/** What the table's pass over the entries leaves for the files after it. */
interface Gathered {
  readonly count: ExportCount;
  readonly models: Set<string>;
  readonly withTrace: { readonly id: string; readonly fileName: string }[];
}

async function* filesOf(
  { journal, appVersion, exportedAt, onCount }: ExportContext,
  tables: Tables,
): AsyncGenerator<ZipFile> {
  const gathered: Gathered = { count: { entries: 0, traces: 0, unreadable: 0 }, models: new Set(), withTrace: [] };
  const { count, models, withTrace } = gathered;
  yield { name: 'entries.csv', input: entriesCsv(journal, tables.entries, gathered, () => onCount(count)) };
  for (const { id, fileName } of withTrace) {
    const trace = await journal.trace(id);
    if (!trace) continue;
    yield { name: fileName, input: traceCsv(trace, tables.traces) };
    count.traces += 1;
    onCount(count);
  }
  yield { name: 'codebook.csv', input: codebookCsv(tables) };
  const facts = { appVersion, exportedAt, models: [...models].sort(), ...count };
  yield { name: 'codebook.md', input: codebookText(facts, tables) };
}

async function* entriesCsv(
  journal: ExportContext['journal'],
  variables: Tables['entries'],
  { count, models, withTrace }: Gathered,
  told: () => void,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + headerLine(variables);
  for await (const { entries, unreadable } of entryPages(journal)) {
    for (const entry of entries) {
      for (const model of modelsOf(entry)) models.add(model);
      if (entry.kind === 'recall' && entry.hasTrace) withTrace.push({ id: entry.id, fileName: traceFileName(entry) });
    }
    yield entries.map((entry) => rowLine(variables, entry)).join('');
    count.entries += entries.length;
    count.unreadable += unreadable.length;
    told();
  }
}

const modelsOf = (entry: Entry): string[] =>
  entry.kind === 'recall' && entry.face.summary
    ? Object.entries(entry.face.summary.models).map(([role, model]) => `${role} ${model}`)
    : [];

/** Day and id; an id is any text, and a file's name is not. */
export const traceFileName = ({ id, startedAt }: Entry): string =>
  `traces/${dayOf(startedAt)}_${addressOf(id).slice(0, 100)}.csv`;
