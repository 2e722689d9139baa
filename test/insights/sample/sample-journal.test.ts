import { expect } from 'chai';
import { dayOf } from '../../../app/domain/moment/moment';
import { NOTHING, ratingMean, ratingVariance, SAMPLE_TRUTHS } from '../../../app/insights/sample/truths';
import { readEntry } from '../../../app/journal/parse/entry';
import { mean } from '../../../app/statistics/mean';
import { sampleDeviation } from '../../../app/statistics/standard-deviation';
import { madeJournal, TWO_YEARS } from '../truths/journals';

const made = madeJournal(1, TWO_YEARS, SAMPLE_TRUTHS);
const entries = made.map(({ entry }) => entry);

describe('sampleJournal', () => {
  it('is the same for one seed, and another for another', () => {
    expect(madeJournal(1, 60, SAMPLE_TRUTHS)).to.deep.equal(madeJournal(1, 60, SAMPLE_TRUTHS));
    expect(madeJournal(1, 60, SAMPLE_TRUTHS)).to.not.deep.equal(madeJournal(2, 60, SAMPLE_TRUTHS));
  });

  it('is made of entries that the journal itself would read back', () => {
    for (const entry of entries) expect(readEntry(JSON.parse(JSON.stringify(entry)))).to.deep.equal(entry);
    expect(new Set(entries.map(({ id }) => id)).size).to.equal(entries.length);
  });

  it('ends on the day that was asked, oldest first, over two years of which some days are missing', () => {
    const times = entries.map(({ startedAt }) => startedAt.epochMs);
    expect(times).to.deep.equal(times.toSorted((a, b) => a - b));
    const days = new Set(entries.map(({ startedAt }) => dayOf(startedAt)));
    expect(days.size).to.be.within(580, 660);
    expect([...days].at(-1)! <= '2026-11-22' && [...days][0]! >= '2024-11-23').to.equal(true);
  });

  it('has recalls and check-ins, faces that could not be read, that were set aside, and ratings that were left out', () => {
    const recalls = entries.filter((entry) => entry.kind === 'recall');
    expect(recalls.length / entries.length).to.be.within(0.42, 0.58);
    expect(recalls.filter(({ face }) => face.summary === null).length / recalls.length).to.be.within(0.03, 0.14);
    expect(recalls.some(({ faceDisputed }) => faceDisputed)).to.equal(true);
    expect(entries.some(({ report }) => report.valence === null)).to.equal(true);
  });

  it('spreads ratings as the published diaries do, by what is planted', () => {
    const rated = madeJournal(3, 2_000, NOTHING).flatMap(({ entry }) => entry.report.valence?.value ?? []);
    expect(mean(rated)).to.be.closeTo(ratingMean(NOTHING), 0.03);
    // 17 to 21 of 100 are .34 to .42 of -1..1.
    expect(sampleDeviation(rated)).to.be.within(0.34, 0.42);
    const recalls = madeJournal(3, 4_000, SAMPLE_TRUTHS).flatMap(({ entry }) =>
      entry.kind === 'recall' ? (entry.report.valence?.value ?? []) : [],
    );
    expect(mean(recalls)).to.be.closeTo(ratingMean(SAMPLE_TRUTHS), 0.04);
    expect(sampleDeviation(recalls)).to.be.closeTo(Math.sqrt(ratingVariance(SAMPLE_TRUTHS)), 0.03);
  });
});
