import { expect } from 'chai';
import { outlineOf } from '../../app/journal/index/outline';
import { open } from '../../app/services/insights';
import { readBy, sampleEntries } from '../support/sample-entries';

describe('insights', () => {
  it('say how pleasant entries were, and what goes together', async () => {
    const { points, finding, apart, pairsNeeded } = await open().valence(sampleEntries(34).map(outlineOf));
    expect(points.map(({ epochMs }) => epochMs)).to.deep.equal(points.map(({ epochMs }) => epochMs).toSorted());
    expect(finding.kind).to.equal('together');
    expect(apart).to.include({ other: 0, unknown: 0 });
    expect(pairsNeeded).to.be.greaterThan(3);
  });

  it('set apart the faces another version has read', async () => {
    const entries = sampleEntries(34).map((entry, at) => (at < 3 ? readBy(entry, 'emotion 2') : entry));
    expect((await open().valence(entries.map(outlineOf))).apart).to.include({ other: 3, when: 'after' });
  });

  it('have nothing to say of an empty journal', async () => {
    const { points, finding } = await open().valence([]);
    expect([points.length, finding.kind]).to.deep.equal([0, 'too-few']);
  });

  it('tell what goes with what in the ratings, or how many entries that takes', async () => {
    const { patterns, looked } = await open().patterns(sampleEntries(200).map(outlineOf));
    expect(patterns.length).to.be.above(2);
    expect(looked).to.be.above(patterns.length);
    expect(await open().patterns([])).to.include({ looked: 0, needs: 8 });
  });
});
