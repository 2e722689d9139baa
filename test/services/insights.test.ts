import { expect } from 'chai';
import type { Entry } from '../../app/domain/entry/entry';
import { CHAPTERS, type ChapterName } from '../../app/insights/chapters/chapters';
import { EVERYTHING } from '../../app/insights/readers/book';
import { InsightsDesk } from '../../app/insights/worker/insights-desk';
import { outlineOf } from '../../app/journal/index/outline';
import { type InsightsReading, open } from '../../app/services/insights';
import { FakeJournal } from '../support/fake-journal';
import { readBy, sampleCheckIn, sampleEntries } from '../support/sample-entries';

const openOn = (entries: readonly Entry[] = []) => {
  const journal = new FakeJournal(entries);
  return { journal, insights: open({ journal }) };
};
const valence = (entries: readonly Entry[]) => openOn().insights.valence(entries.map(outlineOf));

describe('insights', () => {
  let reading: InsightsReading | null = null;
  const read = (entries: readonly Entry[]) => {
    const { journal, insights } = openOn(entries);
    reading = insights.read();
    return { journal, reading };
  };
  afterEach(() => reading?.close());

  it('say how pleasant entries were, and what goes together', async () => {
    const { points, apart } = await valence(sampleEntries(34));
    expect(points.map(({ epochMs }) => epochMs)).to.deep.equal(points.map(({ epochMs }) => epochMs).toSorted());
    expect(apart).to.include({ other: 0, unknown: 0 });
    const { finding, pairsNeeded, ...told } = await read(sampleEntries(34)).reading.chapter('over-time', EVERYTHING);
    expect(finding.kind).to.equal('together');
    expect(pairsNeeded).to.be.greaterThan(3);
    expect(told.points).to.deep.equal(points);
  });

  it('set apart the faces another version has read', async () => {
    const entries = sampleEntries(34).map((entry, at) => (at < 3 ? readBy(entry, 'emotion 2') : entry));
    expect((await valence(entries)).apart).to.include({ other: 3, when: 'after' });
    const { apart } = await read(entries).reading.chapter('over-time', EVERYTHING);
    expect(apart).to.include({ other: 3, when: 'after' });
  });

  it('have nothing to say of an empty journal', async () => {
    expect((await valence([])).points).to.deep.equal([]);
    const { points, finding } = await read([]).reading.chapter('over-time', EVERYTHING);
    expect([points.length, finding.kind]).to.deep.equal([0, 'too-few']);
  });

  it('tell what goes with what in the ratings, or how many entries that takes', async () => {
    const { patterns, looked } = await read(sampleEntries(200)).reading.chapter('patterns', EVERYTHING);
    expect(patterns.length).to.be.above(2);
    expect(looked).to.be.above(patterns.length);
    reading!.close();
    expect(await read([]).reading.chapter('patterns', EVERYTHING)).to.include({ looked: 0, needs: 8 });
  });

  it('are the same from the worker as on the page, chapter by chapter', async () => {
    const { journal, reading } = read(sampleEntries(120));
    const desk = new InsightsDesk();
    const { ASKED } = await import('../../app/insights/readers/month-rows');
    const { CUE_DECK } = await import('../../app/recall/cues/cue-deck');
    const cueClasses = Object.fromEntries(CUE_DECK.map(({ id, valence }) => [id, valence]));
    await desk.tell({ months: await journal.columnsSince(ASKED, new Map()), cueClasses });
    for (const name of Object.keys(CHAPTERS) as ChapterName[])
      expect(await reading.chapter(name, EVERYTHING), name).to.deep.equal(await desk.chapter(name, EVERYTHING));
  });

  it('follow the journal: what is kept meanwhile is in the next answer, and only its month is handed over', async () => {
    const { journal, reading } = read(sampleEntries(40));
    expect((await reading.chapter('days', EVERYTHING)).days.flatMap(({ entryIds }) => entryIds).length).to.equal(40);
    const handed: number[] = [];
    const columnsSince = journal.columnsSince.bind(journal);
    journal.columnsSince = async (keys, known) => {
      const months = await columnsSince(keys, known);
      handed.push(months.filter(({ columns }) => columns !== null).length);
      return months;
    };
    await journal.save(sampleCheckIn({ id: 'new' }), null);
    const { days } = await reading.chapter('days', EVERYTHING);
    expect(days.flatMap(({ entryIds }) => entryIds))
      .to.include('new')
      .and.to.have.length(41);
    await reading.chapter('map', EVERYTHING);
    expect(handed).to.deep.equal([1, 0]);
  });

  it('answer nothing once they are closed', async () => {
    const { reading } = read(sampleEntries(3));
    reading.close();
    const outcome = await reading.chapter('days', EVERYTHING).catch(String);
    expect(outcome).to.contain('closed');
  });
});
