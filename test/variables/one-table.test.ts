import { expect } from 'chai';
import type { Entry } from '../../app/domain/entry/entry';
import { columnIn } from '../../app/domain/face/trace';
import { TraceRecorder } from '../../app/dynamics/recording/trace-recorder';
import type { EntryOutline } from '../../app/journal/journal';
import { traceReader } from '../../app/journal/parse/trace';
import { traceJsonReader } from '../../app/journal/parse/trace-json';
import { pack, unpack } from '../../app/journal/vault/pack';
import { openJournalJson } from '../../app/portability/read/read-journal-json';
import { codebookText } from '../../app/portability/write/codebook';
import { collect, piecesOf } from '../../app/portability/write/collect';
import { dataSetZip } from '../../app/portability/write/data-set';
import { journalJson } from '../../app/portability/write/journal-json';
import { entryVariables } from '../../app/variables/entry-variables';
import { OUTLINE_VARIABLES, type OutlineVariables } from '../../app/variables/outline-variables';
import { outlineVariable } from '../../app/variables/outline-words';
import { traceVariables } from '../../app/variables/trace-variables';
import { arousalScale, valenceScale } from '../../app/words/report/rating-words';
import { faceReading, noFace } from '../dynamics/summary/readings';
import { checkIn, NOON_MS, recall, trace } from '../journal/support/samples';
import { Desk } from '../journal/support/with-journal';
import { allOf, journalOf, never } from '../portability/journals';
import { storedFiles } from '../portability/zip';
import type { FakeJournal } from '../support/fake-journal';
import { readTable } from '../support/read-table';
import { WIDER_COLUMNS } from '../support/wider-columns';

const about = { appVersion: '0.1.0', exportedAt: '2026-11-22T09:41:00.000+01:00', onCount: () => undefined };

/** The files of the data set that these tables make of a journal. */
async function dataSet(journal: FakeJournal, tables: Parameters<typeof dataSetZip>[1]): Promise<Map<string, string>> {
  const zip = await collect(piecesOf(dataSetZip({ journal, ...about }, tables)), { type: '', signal: never });
  return storedFiles(new Uint8Array(await zip.arrayBuffer()));
}

/** The cells of a table's column, by row. */
function cellsOf(csv: string, name: string): string[] {
  const { columns, rows } = readTable(csv.slice(1));
  expect(columns).to.include(name);
  return rows.map(({ cells }) => cells[columns.indexOf(name)]!);
}

/** The codebook's line of a column. */
function lineOf(codebook: string, variable: string): Record<string, string> {
  const { columns, rows } = readTable(codebook.slice(1));
  const line = rows.find(({ cells }) => cells[columns.indexOf('variable')] === variable);
  return Object.fromEntries(columns.map((name, at) => [name, line!.cells[at]!]));
}

describe('one column more in the table of the trace', () => {
  /** A reading with a face and one without. */
  const recorded = () => {
    const recorder = new TraceRecorder('first', WIDER_COLUMNS);
    recorder.begin('recall');
    recorder.add(faceReading({ box: { x: 0, y: 0, width: 0.25, height: 0.5 } }), 0);
    recorder.add(noFace(), 100);
    recorder.end(200);
    return recorder.finish().trace;
  };
  const journal = () => journalOf([recall(), recall({ id: 'older' })], [recorded(), trace('older')]);

  it('is in the JSON, and comes back', async () => {
    const json = await collect(journalJson({ journal: journal(), ...about }, WIDER_COLUMNS), {
      type: '',
      signal: never,
    });
    const rows = await allOf((await openJournalJson(json, traceJsonReader(WIDER_COLUMNS))).rows());
    const traces = rows.map((row) => ('candidate' in row ? row.candidate.trace! : row.problem));
    expect(traces).to.deep.equal([recorded(), trace('older')]);
    expect([...columnIn(recorded(), 'faceSize')!]).to.deep.equal([0.25, 0.5, Number.NaN, Number.NaN]);
  });

  it('is in the tables, empty where a trace is older, and in the codebook', async () => {
    const tables = { entries: entryVariables(), traces: traceVariables(WIDER_COLUMNS) };
    const files = await dataSet(journal(), tables);
    const table = (id: string) => [...files].find(([name]) => name.endsWith(`_${id}.csv`))![1];
    expect(cellsOf(table('first'), 'face_width')).to.deep.equal(['0.25', '']);
    expect(cellsOf(table('first'), 'face_height')).to.deep.equal(['0.5', '']);
    expect(cellsOf(table('older'), 'face_width')).to.deep.equal(['', '', '']);
    expect(lineOf(files.get('codebook.csv')!, 'face_height')).to.include({
      table: 'traces/*.csv',
      label: 'height of the face in the picture',
      low: '0',
      high: '1',
      citation: 'Only a test has it',
    });
    expect(files.get('codebook.md')).to.contain('**face_width**: width of the face in the picture (number; share of');
  });

  it('is packed and unpacked as every column is', () => {
    expect(traceReader(WIDER_COLUMNS)(unpack(pack(recorded())))).to.deep.equal(recorded());
  });
});

describe('one variable more', () => {
  const NOTE_LENGTH = {
    column: 'f64',
    name: 'note_length',
    label: 'how long the note is',
    type: 'whole number',
    unit: 'UTF-16 units',
    range: [0, 1_000],
    citation: 'Only a test has it',
    read: ({ report }: Entry) => report.note.length || null,
  } as const;
  const wider: OutlineVariables = { ...OUTLINE_VARIABLES, noteLength: NOTE_LENGTH };
  const entries = [
    recall({ report: { ...recall().report, note: 'snow' } }),
    checkIn('quick', NOON_MS - 1),
    checkIn('august', NOON_MS - 90 * 86_400_000),
  ];

  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.clear());

  it('is in the table and in the codebook', async () => {
    const files = await dataSet(journalOf(entries), { entries: entryVariables(wider), traces: traceVariables() });
    expect(cellsOf(files.get('entries.csv')!, 'note_length')).to.deep.equal(['4', '', '']);
    expect(lineOf(files.get('codebook.csv')!, 'note_length')).to.include({
      table: 'entries.csv',
      label: 'how long the note is',
      type: 'whole number',
      unit: 'UTF-16 units',
      high: '1000',
    });
    const facts = { appVersion: '', exportedAt: '', entries: 3, traces: 0, unreadable: 0, models: [] };
    const tables = { entries: entryVariables(wider), traces: traceVariables() };
    expect(codebookText(facts, tables)).to.contain('**note_length**: how long the note is (whole number; UTF-16 units');
  });

  it('is kept by month, also of a journal that was written without it', async () => {
    const before = await desk.tab();
    await before.saveAll(entries.map((entry) => ({ entry, trace: null })));
    const { outlines } = await before.outlines();
    before.close();

    const journal = await desk.tab({ outlineVariables: wider });
    const key = 'noteLength' as keyof EntryOutline;
    const columns = async () => (await journal.columns(['id', key])).map((month) => [month.id, month[key]]);
    expect(await columns()).to.deep.equal([
      [['august'], Float64Array.of(Number.NaN)],
      [['first', 'quick'], Float64Array.of(4, Number.NaN)],
    ]);
    const lengths = [4, null, null];
    expect((await journal.outlines()).outlines).to.deep.equal(
      outlines.map((outline, at) => ({ ...outline, noteLength: lengths[at] })),
    );
    await journal.entry('quick');
    await journal.save({ ...checkIn('quick', NOON_MS - 1), report: { ...entries[1]!.report, note: 'more' } }, null);
    expect((await columns())[1]![1]).to.deep.equal(Float64Array.of(4, 4));
    const again = await desk.tab({ outlineVariables: wider });
    expect((await again.columns([key]))[1]![key]).to.deep.equal(Float64Array.of(4, 4));
  });
});

describe('the variables', () => {
  it('say of a rating what was asked on the screen', () => {
    for (const [{ label }, { question, low, high }] of [
      [outlineVariable('valence'), valenceScale()],
      [outlineVariable('arousal'), arousalScale()],
    ] as const)
      expect(label).to.equal(`${question} From ${low} to ${high}.`);
  });

  it('have each name once', () => {
    const names = entryVariables().map(({ name }) => name);
    expect(new Set(names).size).to.equal(names.length);
  });
});
