import { msg, str } from '@lit/localize';
import { TABLES } from '../../variables/tables';
import type { Variable } from '../../variables/variable';
import { enumerated, sentences } from '../../words/lists';
import { plural } from '../../words/plural';
import { BYTE_ORDER_MARK, csvLine } from '../csv';

/** What a codebook says of the export it belongs to. */
export interface ExportFacts {
  readonly appVersion: string;
  /** ISO 8601. */
  readonly exportedAt: string;
  readonly entries: number;
  readonly traces: number;
  /** Entries in the journal that could not be read, and so are missing. */
  readonly unreadable: number;
  /** Models, with version and role, that appear in the entries. */
  readonly models: readonly string[];
}

/** Raised when a column is added, taken away or renamed. */
export const DATA_SET_VERSION = 1;

const MISSING = '(empty)';

type AnyVariable = Omit<Variable<never>, 'read'>;

const filesOf = ({
  entries,
  traces,
}: typeof TABLES): readonly { file: string; variables: readonly AnyVariable[] }[] => [
  { file: 'entries.csv', variables: entries },
  { file: 'traces/*.csv', variables: traces },
];

const COLUMNS = [
  'table',
  'variable',
  'label',
  'type',
  'unit',
  'low',
  'high',
  'values',
  'missing',
  'only_in',
  'instrument',
  'citation',
] as const;

/** Every column of every table: for programs. */
export function codebookCsv(tables = TABLES): string {
  const lines = filesOf(tables).flatMap(({ file, variables }) =>
    variables.map((variable) =>
      csvLine([
        file,
        variable.name,
        variable.label,
        variable.type,
        variable.unit ?? null,
        bound(variable.range?.[0]),
        bound(variable.range?.[1]),
        variable.values?.join(' | ') ?? (variable.type === 'yes or no' ? '0 | 1' : null),
        MISSING,
        variable.only ?? null,
        variable.instrument ?? null,
        variable.citation ?? null,
      ]),
    ),
  );
  return BYTE_ORDER_MARK + csvLine(COLUMNS) + lines.join('');
}

/** The highest number there is stands for no bound. */
const bound = (value: number | undefined): number | null =>
  value === undefined || value === Number.MAX_VALUE || value === Number.MAX_SAFE_INTEGER ? null : value;

/** The same for people, with what they must know before they count anything. */
export function codebookText(facts: ExportFacts, tables = TABLES): string {
  return [
    `# ${msg('Codebook')}`,
    ...intro(facts),
    ...filesOf(tables).flatMap(({ file, variables }) => [`## ${file}`, variables.map(paragraph).join('\n')]),
  ].join('\n\n');
}

function intro({ appVersion, exportedAt, entries, traces, unreadable, models }: ExportFacts): string[] {
  const missing =
    unreadable > 0
      ? plural(
          msg(
            '{unreadable, plural, one {One more is in the journal but couldn’t be read; it isn’t in these files.} other {{unreadable} more are in the journal but couldn’t be read; they aren’t in these files.}}',
          ),
          { unreadable },
        )
      : '';
  return [
    sentences([
      msg(str`Written by Reverie ${appVersion} on ${exportedAt}, data set version ${DATA_SET_VERSION}.`),
      plural(
        msg(
          '{entries, plural, one {One entry} other {{entries} entries}}, {traces, plural, one {one trace} other {{traces} traces}}.',
        ),
        { entries, traces },
      ),
    ]),
    missing,
    models.length > 0 ? msg(str`Models: ${enumerated(models)}.`) : '',
    msg(
      'The person’s own rating is what counts. What the face showed is an expression, not a feeling: a second, less certain witness that agrees only moderately with feelings. Leave out rows where face_disputed is 1.',
    ),
    msg(
      'The files are UTF-8 with a byte order mark, separated by commas (RFC 4180). An empty cell is a missing value: not asked, not answered, or not applicable. Numbers use a decimal point.',
    ),
    msg(
      'Where a spreadsheet could mistake text for a formula, an apostrophe stands before it. Lists are joined by “; ”; inside a word, “\\” stands before “;”, “:”, “=” and “\\”.',
    ),
  ].filter((text) => text !== '');
}

function rangeWords(low: number | null, high: number | null): string | null {
  if (low === null) return null;
  return high === null ? msg(str`from ${low}`) : msg(str`from ${low} to ${high}`);
}

function paragraph(variable: AnyVariable): string {
  const { name, label, type, unit, values, only, instrument, citation } = variable;
  const [low, high] = [bound(variable.range?.[0]), bound(variable.range?.[1])];
  const details = [
    type,
    unit,
    rangeWords(low, high),
    values?.join(', '),
    only ? msg(str`only in a ${only}`) : null,
    instrument,
    citation,
  ].filter(Boolean);
  return `- **${name}**: ${label} (${details.join('; ')})`;
}
