import { expect } from 'chai';
import fc from 'fast-check';
import type { Entry } from '../../../app/domain/entry/entry';
import { BYTE_ORDER_MARK, headerLine, rowLine } from '../../../app/portability/csv';
import { ownRows } from '../../../app/portability/read/own-table';
import { codebookCsv, codebookText } from '../../../app/portability/write/codebook';
import { collect, piecesOf } from '../../../app/portability/write/collect';
import { dataSetZip } from '../../../app/portability/write/data-set';
import { traceCsv } from '../../../app/portability/write/trace-csv';
import { entryVariables } from '../../../app/variables/entry-variables';
import { traceVariables } from '../../../app/variables/trace-variables';
import type { Cell, Variable } from '../../../app/variables/variable';
import { checkIn, NOON_MS, recall, trace } from '../../journal/support/samples';
import { readTable } from '../../support/read-table';
import { sampleRecall, sampleTrace } from '../../support/sample-entries';
import { allOf, anyCheckIn, anyKeptEntry, entriesOf, journalOf, never, problemsOf } from '../journals';
import { storedFiles } from '../zip';

/** What the codebook says, by table and variable. */
const codebook = () => {
  const { columns, rows } = readTable(codebookCsv().slice(1));
  return rows.map(({ cells }) => Object.fromEntries(columns.map((name, i) => [name, cells[i]!])));
};

/** Whether a cell is what its line in the codebook says. */
function keeps(line: Record<string, string>, text: string): boolean {
  if (text === '') return true;
  const { type, low, high, values } = line;
  if (type === 'category' || type === 'yes or no') return values!.split(' | ').includes(text);
  if (type !== 'number' && type !== 'whole number') return true;
  const value = Number(text);
  const inRange = (low === '' || value >= Number(low) - 1e-6) && (high === '' || value <= Number(high) + 1e-6);
  return Number.isFinite(value) && inRange && (type === 'number' || Number.isInteger(value));
}

describe('the codebook', () => {
  it('has a line for every column and no other, in their order', () => {
    const lines = codebook();
    const named = (table: string) => lines.filter((line) => line.table === table).map((line) => line.variable);
    expect(readTable(headerLine(entryVariables())).columns).to.deep.equal(named('entries.csv'));
    expect(readTable(headerLine(traceVariables())).columns).to.deep.equal(named('traces/*.csv'));
    expect(new Set(lines.map((line) => `${line.table} ${line.variable}`)).size).to.equal(lines.length);
    expect(lines.filter((line) => line.label === '' || line.missing !== '(empty)')).to.deep.equal([]);
  });

  it('is true of every cell of any entry', () => {
    const lines = codebook().filter((line) => line.table === 'entries.csv');
    fc.assert(
      fc.property(anyKeptEntry, (entry) => {
        const { cells } = readTable(headerLine(entryVariables()) + rowLine(entryVariables(), entry)).rows[0]!;
        const broken = lines.filter((line, i) => {
          const isOther = line.only_in !== '' && line.only_in !== entry.kind;
          return !keeps(line, cells[i]!) || (isOther && cells[i] !== '');
        });
        expect(broken.map((line) => line.variable)).to.deep.equal([]);
      }),
      { numRuns: 200 },
    );
  });

  it('would notice a column that breaks its word', () => {
    const line = codebook().find(({ variable }) => variable === 'memory_vividness')!;
    expect(['1', '7'].every((text) => keeps(line, text))).to.equal(true);
    expect(['0', '8', '6.5', 'clear'].some((text) => keeps(line, text))).to.equal(false);
  });

  it('says in words what it says in columns', () => {
    const facts = {
      appVersion: '0.1.0',
      exportedAt: '2026-11-22',
      entries: 3,
      traces: 1,
      unreadable: 2,
      models: ['expression emotion 1'],
    };
    const text = codebookText(facts);
    for (const { name, label } of [...entryVariables(), ...traceVariables()])
      expect(text).to.contain(`**${name}**: ${label} (`);
    expect(text).to.contain('2 more are in the journal but couldn’t be read').and.to.contain('expression emotion 1');
  });
});

describe('the table of entries', () => {
  const line = (entry: Entry): Record<string, Cell> =>
    Object.fromEntries(entryVariables().map((variable: Variable<Entry>) => [variable.name, variable.read(entry)]));

  it('holds what the entry holds', () => {
    const row = line(recall({ report: { ...recall().report, note: '=SUM(A1)' } }));
    expect(row).to.include({
      kind: 'recall',
      started_at: '2026-11-22T13:00:00.000+01:00',
      valence: 0.72,
      valence_raw: 86,
      feelings: 'joyful:4',
      feeling_joyful: 4,
      feeling_sad: null,
      arousal: null,
      memory_title: 'First snow on the hill',
      face_outcome: 'summary',
      face_valence: 0.4,
      face_mean_happiness: 0.5,
      face_peaks: 'happiness 20000 24000 30000 0.9',
      face_turn_to: 'happiness',
      face_models: 'landmarks=facemesh 1; expression=emotion 1',
      note: '=SUM(A1)',
    });
  });

  it('gives back any check-in exactly', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyCheckIn, { minLength: 1, maxLength: 4 }), async (entries) => {
        const text = headerLine(entryVariables()) + entries.map((entry) => rowLine(entryVariables(), entry)).join('');
        const rows = await allOf(ownRows(readTable(text)));
        expect(problemsOf(rows)).to.deep.equal([]);
        expect(entriesOf(rows)).to.deep.equal(entries);
      }),
      { numRuns: 200 },
    );
  });

  it('does not pretend to give back a recall', async () => {
    const text = headerLine(entryVariables()) + rowLine(entryVariables(), recall());
    expect(problemsOf(await allOf(ownRows(readTable(text))))[0]).to.match(/^2: This row holds only part of a recall/);
  });
});

describe('the table of a trace', () => {
  it('has a row per reading; what was not readable is empty, never 0', () => {
    const { columns, rows } = readTable(traceCsv(trace()).slice(1));
    const cell = (row: number, name: string) => rows[row]!.cells[columns.indexOf(name)];
    expect(rows).to.have.length(3);
    expect([0, 1, 2].map((row) => cell(row, 't_ms'))).to.deep.equal(['0', '100.5', '200']);
    expect([0, 1, 2].map((row) => cell(row, 'facial_valence'))).to.deep.equal(['1', '', '0']);
    expect([cell(0, 'score_happiness'), cell(1, 'score_happiness'), cell(2, 'phase')]).to.deep.equal([
      '1',
      '',
      'recall',
    ]);
    expect([cell(2, 'yaw_rad'), cell(2, 'pitch_rad'), cell(0, 'eye_right')]).to.deep.equal(['0.1', '-0.1', '0.31']);
  });

  it('keeps to its codebook', () => {
    const lines = codebook().filter((line) => line.table === 'traces/*.csv');
    const { rows } = readTable(traceCsv(sampleTrace()).slice(1));
    const broken = rows.flatMap(({ cells }) =>
      lines.filter((line, i) => !keeps(line, cells[i]!)).map((line) => line.variable),
    );
    expect(broken).to.deep.equal([]);
  });
});

describe('the data set', () => {
  it('is one ZIP with table, traces and codebook', async () => {
    const entries = [sampleRecall(), checkIn('a', NOON_MS)];
    const counts: unknown[] = [];
    const zip = await collect(
      piecesOf(
        dataSetZip({
          journal: journalOf(entries, [sampleTrace()]),
          appVersion: '0.1.0',
          exportedAt: '2026-11-22',
          onCount: (count) => counts.push({ ...count }),
        }),
      ),
      { type: 'application/zip', signal: never },
    );
    const files = storedFiles(new Uint8Array(await zip.arrayBuffer()));
    expect([...files.keys()]).to.deep.equal([
      'entries.csv',
      'traces/2026-11-21_recall-1.csv',
      'codebook.csv',
      'codebook.md',
    ]);
    expect(files.get('traces/2026-11-21_recall-1.csv')).to.equal(traceCsv(sampleTrace()));
    expect(files.get('entries.csv')!.startsWith(BYTE_ORDER_MARK)).to.equal(true);
    expect(readTable(files.get('entries.csv')!.slice(1)).rows).to.have.length(2);
    expect(files.get('codebook.md')).to.contain('2 entries, one trace').and.to.contain('detector blazeface-front 1');
    expect(counts.at(-1)).to.deep.equal({ entries: 2, traces: 1, unreadable: 0 });
  });
});
