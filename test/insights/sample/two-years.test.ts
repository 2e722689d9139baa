import { expect } from 'chai';
import { dayOf, momentAt } from '../../../app/domain/moment/moment';
import { twoYears } from '../../../app/insights/sample/two-years';
import { CUE_DECK } from '../../../app/recall/cues/cue-deck';
import { mean } from '../../../app/statistics/mean';
import { SAMPLE_BOOK } from '../../../app/words/sample/books/en';

const yearsUntil = (now: string) =>
  twoYears({
    now: momentAt(Date.parse(now), 'Europe/Berlin'),
    cues: CUE_DECK,
    words: SAMPLE_BOOK,
    appVersion: '0.1.0',
  });

describe('the two years of the sample journal', () => {
  // A winter, the day after the spring is over, and a leap day.
  for (const now of ['2026-11-29T18:00:00Z', '2027-06-10T09:00:00Z', '2028-02-29T12:00:00Z'])
    it(`end at ${now}, have an entry a year before, and show what is planted in the last of them`, () => {
      const entries = yearsUntil(now);
      const days = entries.map(({ startedAt }) => dayOf(startedAt));
      expect(Math.max(...entries.map(({ savedAt }) => savedAt.epochMs))).to.be.at.most(Date.parse(now));
      expect(days).to.deep.equal(days.toSorted());
      const [year, ...rest] = now.slice(0, 10).split('-');
      const yearAgo = [Number(year) - 1, ...rest].join('-');
      // There is no 29 February every year.
      if (rest.join('-') !== '02-29') expect(days).to.include(yearAgo);
      const last = entries.filter(({ startedAt }) => dayOf(startedAt) >= yearAgo);
      const ratingOf = (is: (entry: (typeof entries)[0]) => boolean) =>
        mean(last.filter(is).flatMap(({ report }) => report.valence?.value ?? []));
      const walked = (entry: (typeof entries)[0]) => entry.report.tags!.some(({ name }) => name === 'a walk');
      expect(ratingOf(walked) - ratingOf((entry) => !walked(entry))).to.be.above(0.2);
    });

  it('are the same each time they are made', () => {
    expect(yearsUntil('2026-11-29T18:00:00Z')).to.deep.equal(yearsUntil('2026-11-29T18:00:00Z'));
  });
});
