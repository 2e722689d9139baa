import { expect } from 'chai';
import fc from 'fast-check';
import { entryPages } from '../../../app/portability/write/entry-pages';
import { checkIn } from '../../journal/support/samples';
import { FakeJournal } from '../../support/fake-journal';
import { allOf } from '../journals';

describe('pages of the journal', () => {
  const walk = async (journal: FakeJournal, size: number) => {
    const pages = await allOf(entryPages(journal, size));
    return {
      ids: pages.flatMap(({ entries }) => entries.map(({ id }) => id)),
      unreadable: pages.flatMap(({ unreadable }) => unreadable.map(({ id }) => id)),
      most: Math.max(0, ...pages.map(({ entries }) => entries.length)),
    };
  };

  it('hold every entry once, newest first, however many began in the same millisecond', async () => {
    const starts = fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(starts, fc.integer({ min: 1, max: 7 }), fc.nat(9), async (times, size, broken) => {
        const journal = new FakeJournal(times.map((ms, i) => checkIn(`e${i}`, ms)));
        journal.unreadable = Array.from({ length: broken }, (_, i) => ({ id: `u${i}`, problem: 'broken' }));
        const { ids, unreadable } = await walk(journal, size);
        const { entries } = await journal.list();
        expect(ids.map((id) => journal.entries.get(id)!.startedAt.epochMs)).to.deep.equal(
          entries.map(({ startedAt }) => startedAt.epochMs),
        );
        expect(new Set(ids).size).to.equal(times.length);
        expect(ids).to.have.length(times.length);
        expect([...unreadable].sort()).to.deep.equal(journal.unreadable.map(({ id }) => id).sort());
      }),
      { numRuns: 200 },
    );
  });

  it('are small, so that a large journal is never in memory whole', async () => {
    const { ids, most } = await walk(new FakeJournal(Array.from({ length: 95 }, (_, i) => checkIn(`e${i}`, i))), 10);
    expect([ids.length, most]).to.deep.equal([95, 10]);
  });
});
