import { expect } from 'chai';
import type { Entry } from '../../../app/domain/entry/entry';
import { pageTable } from '../../../app/insights/pages/table';
import { bookOf, EVERYTHING, inBookOrder, partOf } from '../../../app/insights/readers/book';
import { comparableFaces } from '../../../app/insights/readers/comparable-faces';
import { entryColumns } from '../../../app/insights/readers/entry-columns';
import { ASKED, monthRows } from '../../../app/insights/readers/month-rows';
import { outlineOf } from '../../../app/journal/index/outline';
import { CUE_DECK } from '../../../app/recall/cues/cue-deck';
import { madeUp } from '../../charts/told';
import { FakeJournal } from '../../support/fake-journal';
import { sampleCheckIn } from '../../support/sample-entries';

const classes = Object.fromEntries(CUE_DECK.map(({ id, valence }) => [id, valence]));

async function bookFrom(entries: readonly Entry[]) {
  const months = await new FakeJournal(entries).columnsSince(ASKED, new Map());
  return bookOf(inBookOrder(months.flatMap(({ columns }) => monthRows(columns!))), classes);
}

describe('the book of insights', () => {
  const entries = madeUp(3, 200);

  it('says of the months what the entries themselves say, expressions to a thousandth', async () => {
    const book = await bookFrom(entries);
    const { expression, ...own } = comparableFaces(entryColumns(entries, (id) => classes[id] ?? null));
    expect(book).to.deep.include(own);
    expect(book.expression.length).to.equal(expression.length);
    for (const [at, score] of expression.entries())
      if (Number.isNaN(score)) expect(book.expression[at]).to.be.NaN;
      else expect(book.expression[at]).to.be.closeTo(score, 0.0005);
  });

  it('holds moments, and no word for a whole day', async () => {
    const words = entries
      .slice(0, 7)
      .map((entry) => ({ ...sampleCheckIn({ startedAt: entry.startedAt }), ofDay: true }));
    const named = words.map((entry, at) => ({ ...entry, id: `word-${at}` }));
    const book = await bookFrom([...entries, ...named]);
    expect(book).to.deep.include({ id: (await bookFrom(entries)).id, valence: (await bookFrom(entries)).valence });
    expect(pageTable([...entries, ...named].map(outlineOf)).rows).to.have.length(entries.length);
  });

  it('has a part for a range and a filter, row by row as in the whole', async () => {
    const book = await bookFrom(entries);
    const only = new Set(book.id.filter((_id, at) => at % 3 === 0));
    const [fromMs, toMs] = [book.wallMs[40]!, book.wallMs[90]!];
    const part = partOf(book, { fromMs, toMs, only });
    const rows = [...book.id.keys()].filter(
      (row) => book.wallMs[row]! >= fromMs && book.wallMs[row]! < toMs && row % 3 === 0,
    );
    expect(part.id).to.deep.equal(rows.map((row) => book.id[row]));
    expect([...part.valence]).to.deep.equal(rows.map((row) => book.valence[row]));
    expect([...part.expression.slice(0, 8)]).to.deep.equal([...book.expression.slice(8 * rows[0]!, 8 * rows[0]! + 8)]);
    expect(partOf(book, EVERYTHING)).to.equal(book);
    expect(partOf(book, { ...EVERYTHING, fromMs: Infinity }).id).to.deep.equal([]);
  });

  it('takes an entry without tags as one that has none, once there are any', async () => {
    const bare = entries.map((entry, at) => ({
      ...entry,
      report: {
        ...entry.report,
        tags: at === 5 ? entries.find((one) => one.report.tags!.length > 0)!.report.tags! : [],
      },
    }));
    const { labels } = await bookFrom(bare);
    expect(labels.slice(0, 5).every((own) => own === null)).to.equal(true);
    expect(labels[5]).to.not.be.empty;
    expect(labels.slice(6).every((own) => own?.length === 0)).to.equal(true);
  });
});
