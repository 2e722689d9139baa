import { expect } from 'chai';
import fc from 'fast-check';
import { joinPairs, joinWords, splitPairs, splitWords } from '../../app/base/word-list';
import { csvLine } from '../../app/portability/csv';
import { shield, unshield } from '../../app/portability/formula-shield';
import { plainText } from '../../app/portability/read/plain-text';
import { exactJson } from '../../app/portability/write/exact-json';
import { readTable } from '../support/read-table';

/** Text with the signs that matter here in it more often than chance would have them. */
const odd = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '＝', 'a', ' '), maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('"', "'", ';', '\t', '|', '=', '-', 'a'), maxLength: 7 }),
  fc.string({ unit: fc.constantFrom('\\', ';', ':', '=', ' ', '\n', 'x', '"', ','), maxLength: 8 }),
);

/**
 * The cells of a table as spreadsheets take them: a quote at a cell's beginning holds it together, and what stands between
 * the closing quote and the next sign belongs to it.
 */
function cellsBySpreadsheet(text: string, sign: string): string[] {
  const cells: string[] = [];
  let [cell, isQuoted, isNew] = ['', false, true];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (isQuoted && letter === '"' && text[at + 1] === '"') cell += text[++at];
    else if (letter === '"' && (isNew || isQuoted)) isQuoted = !isQuoted;
    else if (!isQuoted && (letter === sign || letter === '\n' || letter === '\r')) {
      cells.push(cell);
      [cell, isNew] = ['', true];
      continue;
    } else cell += letter;
    isNew = false;
  }
  return [...cells, cell];
}

describe('the formula shield', () => {
  it('gives back every text exactly', () => {
    fc.assert(
      fc.property(odd, (text) => unshield(shield(text)) === text),
      { numRuns: 1_000 },
    );
  });

  it('lets no text begin like a formula', () => {
    fc.assert(
      fc.property(odd, (text) => !/^[=+\-@\t\r\n＝＋－＠]/.test(shield(text))),
      { numRuns: 1_000 },
    );
    expect(shield('=HYPERLINK("http://x")')).to.equal('\'=HYPERLINK("http://x")');
    expect(shield('a;=1+1;b')).to.equal("a;'=1+1;b");
    expect(shield('-- mum')).to.equal("'-- mum");
  });

  it('lets no cell begin like a formula either where a spreadsheet parts cells by another sign', () => {
    const cells = fc.array(odd, { minLength: 2, maxLength: 3 });
    fc.assert(
      fc.property(cells, fc.constantFrom(',', ';', '\t', '|'), (row, sign) => {
        const seen = cellsBySpreadsheet(csvLine(row), sign);
        return seen.every((cell) => !/^"*[=+\-@＝＋－＠]/.test(cell));
      }),
      { numRuns: 3_000 },
    );
  });

  it('leaves what is harmless, and text from elsewhere, as it is', () => {
    expect(shield('a = b')).to.equal('a = b');
    expect(shield('’tis')).to.equal('’tis');
    expect(unshield("'tis the season")).to.equal("'tis the season");
  });
});

describe('words in one cell', () => {
  it('come back as they were, whatever is in them', () => {
    const word = odd.filter((text) => text !== '');
    fc.assert(
      fc.property(fc.array(word, { maxLength: 4 }), (words) => {
        expect(splitWords(joinWords(words))).to.deep.equal(words);
      }),
      { numRuns: 1_000 },
    );
    const pairs = fc.array(fc.tuple(word, fc.integer({ min: 1, max: 5 })), { maxLength: 4 });
    fc.assert(
      fc.property(pairs, (all) => {
        const back = splitPairs(joinPairs(all)).map(([name, value]) => [name, Number(value)]);
        expect(back).to.deep.equal(all);
      }),
      { numRuns: 1_000 },
    );
  });

  it('may be written by hand', () => {
    expect(splitPairs(' calm : 2;joyful ; my own:5 ')).to.deep.equal([
      ['calm', '2'],
      ['joyful', null],
      ['my own', '5'],
    ]);
    expect(splitWords('  ')).to.deep.equal([]);
  });
});

describe('a table as text', () => {
  it('is read as it was written, whatever is in its cells', () => {
    const cells = fc.array(odd, { minLength: 3, maxLength: 3 }).filter((row) => row.some((cell) => cell.trim() !== ''));
    fc.assert(
      fc.property(fc.array(cells, { maxLength: 5 }), (rows) => {
        const { rows: back } = readTable(['a,b,c\r\n', ...rows.map(csvLine)].join(''));
        expect(back.map((row) => row.cells.map(unshield))).to.deep.equal(rows);
      }),
      { numRuns: 1_000 },
    );
  });

  it('numbers its rows as a spreadsheet does, cells of several lines and empty lines counted', () => {
    const { rows } = readTable('date,note\n2026-01-01,"two\nlines"\n\n2026-01-02,x\n');
    expect(rows.map(({ row }) => row)).to.deep.equal([2, 4]);
  });

  it('knows the delimiter of other countries, and names in any spelling', () => {
    expect(readTable('Date;Valence \r\n2026-01-01;0,5\r\n').columns).to.deep.equal(['date', 'valence']);
    expect(readTable('full date\tnote\n2026-01-01\ta,b').rows[0]!.cells).to.deep.equal(['2026-01-01', 'a,b']);
  });

  it('writes numbers so that they come back exactly', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const [cell] = readTable(`a,b\n${csvLine([value, 'x'])}`).rows[0]!.cells;
        return Object.is(Number(cell), value);
      }),
    );
  });
});

describe('exact JSON', () => {
  it('comes back exactly, negative zero and any key included', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(exactJson(value))).to.deep.equal(value);
      }),
    );
    expect(Object.is(JSON.parse(exactJson({ a: [-0] })).a[0], -0)).to.equal(true);
    expect(exactJson({ a: undefined, b: 'ü\n\u2028' })).to.equal(JSON.stringify({ b: 'ü\n\u2028' }));
  });

  it('refuses what JSON would silently turn into null', () => {
    for (const value of [Number.NaN, Infinity]) expect(() => exactJson({ value })).to.throw(RangeError);
  });
});

describe('a formatted note', () => {
  it('becomes text with its lines', () => {
    expect(plainText('<div>Long <b>day</b></div><ul><li>swam</li><li>ate &amp; slept</li></ul>')).to.equal(
      'Long day\n• swam\n• ate & slept',
    );
    expect(plainText('one<br>two')).to.equal('one\ntwo');
  });

  it('that was never formatted stays to the letter', () => {
    for (const text of ['a <3 b &amp; c', 'x < y > z', '  two  ']) expect(plainText(text)).to.equal(text);
  });
});
