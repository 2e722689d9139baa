import { expect } from 'chai';
import fc from 'fast-check';
import { openImportFile } from '../../../app/portability/read/import-file';
import { openJournalJson } from '../../../app/portability/read/read-journal-json';
import { checkIn, recall, trace } from '../../journal/support/samples';
import type { FakeJournal } from '../../support/fake-journal';
import { allOf, anyJournal, entriesOf, journalOf, jsonOf, problemsOf } from '../journals';

describe('the whole journal as JSON', () => {
  const expected = (journal: FakeJournal) =>
    [...journal.entries.values()]
      .sort((a, b) => b.startedAt.epochMs - a.startedAt.epochMs)
      .map((entry) => ({ entry, trace: journal.traces.get(entry.id) ?? null }));

  it('comes back exactly, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyJournal(), async (journal) => {
        const rows = await allOf((await openJournalJson(await jsonOf(journal))).rows());
        expect(rows).to.deep.equal(expected(journal).map((candidate, index) => ({ row: index + 1, candidate })));
      }),
      { numRuns: 60 },
    );
  });

  it('comes back when an editor has laid it out anew, and as UTF-16', async () => {
    const journal = journalOf([recall()], [trace()]);
    const text = JSON.stringify(JSON.parse(await (await jsonOf(journal)).text()), null, 2);
    const utf16 = new Uint16Array([0xfeff, ...[...text].map((char) => char.charCodeAt(0))]);
    for (const content of [text, utf16]) {
      const opened = await openImportFile(new Blob([content]));
      if (opened.kind !== 'journal') throw new Error(opened.kind);
      expect(await allOf(opened.journal.rows())).to.deep.equal([{ row: 1, candidate: expected(journal)[0] }]);
    }
  });

  it('cut short anywhere gives no wrong entry and says so', async () => {
    const journal = journalOf([recall(), recall({ id: 'second' })], [trace()]);
    const whole = await jsonOf(journal);
    const entries = expected(journal).map(({ entry }) => entry);
    for (let size = 1; size < whole.size - 1; size += 7) {
      const opening = openJournalJson(whole.slice(0, size));
      const outcome = await opening.then(
        async (file) => allOf(file.rows()),
        (error: Error) => error,
      );
      if (outcome instanceof Error) expect(outcome.name, `${size}`).to.equal('ImportRefusal');
      else {
        expect(problemsOf(outcome), `${size}`).to.have.length.above(0);
        expect(entries).to.deep.include.members(entriesOf(outcome));
      }
    }
  });

  it('tells of an entry that is damaged or missing, by its number, and reads the others', async () => {
    const lines = (await (await jsonOf(journalOf([recall(), recall({ id: 'second' })], [trace()]))).text()).split('\n');
    const damaged = new Blob([
      lines.map((line, i) => (i === 1 ? line.replace('"value":0.72', '"value":7') : line)).join('\n'),
    ]);
    expect(problemsOf(await allOf((await openJournalJson(damaged)).rows()))).to.deep.equal([
      '1: This entry isn’t in the form Reverie writes: entry.report.valence.value: expected a number from -1 to 1.',
    ]);
    const short = new Blob([lines.filter((_, i) => i !== 2).join('\n')]);
    const rows = await allOf((await openJournalJson(short)).rows());
    expect(entriesOf(rows)).to.have.length(1);
    expect(problemsOf(rows)).to.deep.equal(['1: The file says it holds 2 entries, but it has 1.']);
  });

  it('holds no swapped trace', async () => {
    const text = (await (await jsonOf(journalOf([recall()], [trace()]))).text()).replace(
      '"entryId":"first"',
      '"entryId":"x"',
    );
    expect(problemsOf(await allOf((await openJournalJson(new Blob([text]))).rows()))[0]).to.contain('trace.entryId');
  });

  it('of 100,000 entries is written and read without any of it being held whole', async function () {
    this.timeout(120_000);
    const total = 100_000;
    let most = 0;
    const journal = journalOf([]);
    // Made when they are asked for, the newest first, one a minute: nothing but the export itself could hold them.
    journal.list = async ({ toMs = (total + 1) * 60_000, limit = total } = {}) => {
      most = Math.max(most, limit);
      const newest = Math.ceil(toMs / 60_000) - 1;
      const entries = Array.from({ length: Math.min(limit, newest) }, (_, i) =>
        checkIn(`e${newest - i}`, (newest - i) * 60_000),
      );
      return { entries, unreadable: [] };
    };
    const file = await openJournalJson(await jsonOf(journal));
    let rows = 0;
    for await (const row of file.rows()) {
      rows += 1;
      if (!('candidate' in row)) throw new Error(row.problem);
    }
    expect(rows).to.equal(total);
    expect(most).to.be.at.most(500);
  });
});
