import { expect } from 'chai';
import type { CheckInEntry } from '../../../app/domain/entry/entry';
import { ImportRefusal } from '../../../app/domain/import/import-refusal';
import { openImportFile, rowsOf } from '../../../app/portability/read/import-file';
import type { RowContext, RowProblem } from '../../../app/portability/read/import-row';
import { allOf } from '../journals';
import { inBerlin } from './support';

const TABLES = 5_000;

/** Cells that are marked, so that each can be looked for: `q12` stands in no other. */
const WORDS = [
  'rain',
  'Über, den; Bach',
  'say "so"',
  'two\nlines',
  '=1+1',
  'день',
  '日記',
  '😀',
  "it's",
  'a|b',
  'tab\there',
  '',
];
const DATES = [
  '2021-03-27',
  '27.03.2021',
  '3/27/2021',
  '1969-07-20',
  '0021-03-27',
  '2021-02-30',
  '27. März 2021',
  '2206-01-01',
  'soon',
  '',
];
const TIMES = ['20:39', '8:39 PM', '8:39\u202fPM', '25:00', '', 'noon', '20h39', '٢٠:٣٩'];
const MOODS = ['4', '2,5', '44', '-1', 'rad', 'so lala', '', '1e3'];
const ENDS = ['\n', '\r\n', '\r'];
const SIGNS = [',', ';', '\t', '|'];

interface Written {
  readonly names: readonly string[];
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** The marks in its cells, each with the row it stands in. */
  readonly marks: readonly { readonly mark: string; readonly row: number }[];
}

class Mutator {
  #state: number;
  #marks = 0;

  constructor(seed: number) {
    this.#state = seed;
  }

  /** A table, and what was done to it: quotes, separators, ragged rows, line ends, encodings, dates, numbers. */
  table(): Written {
    const [sign, end] = [this.#one(SIGNS), this.#one(ENDS)];
    const names = [
      'date',
      'time',
      'mood',
      'note',
      ...(this.#chance(0.3) ? ['title'] : []),
      ...(this.#chance(0.2) ? ['steps'] : []),
    ];
    const lines = [names.join(sign)];
    const marks: Written['marks'][number][] = [];
    const rows = 1 + Math.floor(this.#next() * 6);
    for (let row = 2; row < rows + 2; row++) {
      const mark = `q${++this.#marks}q`;
      const cells = names.map((name) => this.#cell(name, mark));
      const line = this.#row(cells, sign);
      for (const each of [`${mark} `, `${mark}t `]) if (line.includes(each)) marks.push({ mark: each.trim(), row });
      lines.push(line);
    }
    const text = lines.join(end) + (this.#chance(0.5) ? end : '');
    return { names, bytes: this.#encoded(text), marks };
  }

  #cell(name: string, mark: string): string {
    if (name === 'date') return this.#one(DATES);
    if (name === 'time') return this.#one(TIMES);
    if (name === 'mood') return this.#one(MOODS);
    if (name === 'note') return `${mark} ${this.#one(WORDS)}`;
    if (name === 'title') return `${mark}t ${this.#one(WORDS)}`;
    return this.#one(WORDS);
  }

  #row(cells: readonly string[], sign: string): string {
    const isNeeded = (cell: string): boolean => cell.includes(sign) || /["\n\r]/.test(cell);
    const quoted = cells.map((cell) =>
      isNeeded(cell) && !this.#chance(0.15) ? `"${cell.replaceAll('"', '""')}"` : cell,
    );
    const how = this.#next();
    if (how < 0.05) quoted.push('more');
    else if (how < 0.1) quoted.pop();
    else if (how < 0.15) quoted[quoted.length - 1] = `"${quoted.at(-1)}`;
    else if (how < 0.2) quoted.push('', '');
    return quoted.join(sign);
  }

  #encoded(text: string): Uint8Array<ArrayBuffer> {
    const how = this.#next();
    if (how < 0.1) return new TextEncoder().encode(`\uFEFF${text}`);
    if (how < 0.2) return new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (char) => char.charCodeAt(0)).buffer);
    if (how < 0.25) return Uint8Array.from(text, (char) => char.charCodeAt(0) & 255);
    return new TextEncoder().encode(text);
  }

  #one<T>(list: readonly T[]): T {
    return list[Math.floor(this.#next() * list.length)]!;
  }

  #chance(share: number): boolean {
    return this.#next() < share;
  }

  /** In [0, 1), the same for the same seed (Park and Miller's minimal standard). */
  #next(): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state / 2_147_483_647;
  }
}

describe('tables that were damaged on their way', () => {
  it(`lose no cell in ${TABLES}: each is in an entry or its row is told; none crashes, none hangs`, async function () {
    this.timeout(60_000);
    const mutator = new Mutator(20_261_129);
    const context: RowContext = inBerlin();
    const sum = { read: 0, refused: 0, entries: 0, told: 0 };
    for (let table = 0; table < TABLES; table++) {
      const { names, bytes, marks } = mutator.table();
      const file = await openImportFile(new Blob([bytes])).catch((error: unknown) => {
        if (error instanceof ImportRefusal) return null;
        throw new Error(`table ${table}`, { cause: error });
      });
      // A file that is refused as a whole says so; nothing of it is lost in silence.
      if (!file) {
        sum.refused += 1;
        continue;
      }
      sum.read += 1;
      const rows = await allOf(rowsOf(file, context));
      const problems = rows.filter((row): row is RowProblem => 'problem' in row);
      // A column that has no place here is told by its name.
      const unused = file.kind === 'other' ? file.unused.map((name) => names.indexOf(name)) : [];
      const leftOut =
        file.kind === 'other' ? file.records.flatMap(({ cells = [] }) => unused.map((at) => cells[at] ?? '')) : [];
      const texts = rows.flatMap((row) => ('candidate' in row ? [textOf(row.candidate.entry as CheckInEntry)] : []));
      sum.entries += texts.length;
      sum.told += problems.length;
      for (const { mark } of marks) {
        const isKept = texts.some((text) => text.includes(mark));
        const isTold =
          leftOut.some((cell) => cell.includes(mark)) ||
          problems.some(({ cells = [] }) => cells.join('\n').includes(mark));
        if (!isKept && !isTold) throw new Error(`table ${table}: ${mark} is lost\n${new TextDecoder().decode(bytes)}`);
      }
    }
    expect(sum.read + sum.refused).to.equal(TABLES);
    expect(sum.read, 'most can be read').to.be.above(0.8 * TABLES);
    expect(sum.entries).to.be.above(TABLES);
    expect(sum.told).to.be.above(TABLES);
  });
});

const textOf = ({ report, origin }: CheckInEntry): string =>
  [report.note, origin?.mood, ...report.feelings.map(({ name }) => name), ...(origin?.activities ?? [])].join('\n');
