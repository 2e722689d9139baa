import { expect } from 'chai';
import { momentAt } from '../../../app/domain/moment/moment';
import type { Tag } from '../../../app/domain/report/tags';
import { usedLately } from '../../../app/views/report/used-lately';
import { FakeJournal } from '../../support/fake-journal';
import { NOW_MS, sampleCheckIn, sampleReport, ZONE } from '../../support/sample-entries';

const ana: Tag = { kind: 'person', name: 'Ana' };
const home: Tag = { kind: 'place', name: 'home' };
const entry = (id: string, agoMs: number, tags: readonly Tag[], names: readonly string[]) =>
  sampleCheckIn({
    id,
    startedAt: momentAt(NOW_MS - agoMs, ZONE),
    report: sampleReport(0, { tags, feelings: names.map((name) => ({ name, intensity: 3 })) }),
  });

describe('what was used lately', () => {
  it('comes latest first, each once, and is found by a search', async () => {
    const journal = new FakeJournal([
      entry('old', 3_000, [home, ana], ['calm', 'swimmy']),
      entry('new', 1_000, [ana, { kind: 'own', name: 'home' }], ['sad', 'calm']),
      sampleCheckIn({ id: 'without' }),
    ]);
    const { feelings, tags } = await usedLately(journal);
    expect(tags).to.deep.equal([ana, { kind: 'own', name: 'home' }, home]);
    expect(feelings.indexOf('sad')).to.be.below(feelings.indexOf('swimmy'));
    expect(new Set(feelings).size).to.equal(feelings.length);
    expect((await journal.search('ana', (name) => name)).outlines.map(({ id }) => id)).to.deep.equal(['new', 'old']);
    expect((await journal.search('person', (name) => name)).outlines, 'not by what a kind is stored as').to.deep.equal(
      [],
    );
  });

  it('is nothing in a new journal', async () => {
    expect(await usedLately(new FakeJournal())).to.deep.equal({ feelings: [], tags: [] });
  });
});
