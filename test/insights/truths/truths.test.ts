import { expect } from 'chai';
import { TWO_YEARS } from './journals';
import { tallies } from './looks';

const HUNDRED = Array.from({ length: 100 }, (_, at) => at + 1);

/** `npm run bench -- truths` does the same with a thousand seeds, and for two months. */
describe('what is planted in a journal of two years', () => {
  let all: ReturnType<typeof tallies>;
  before(function () {
    this.timeout(120_000);
    all = tallies(HUNDRED, TWO_YEARS);
  });

  it('is found in 95 journals of 100 or more', () => {
    for (const [name, { found }] of all) if (found !== null) expect(found, name).to.be.at.least(95);
  });

  // A thousand journals each hold it in 93 to 97 of 100; five hundred intervals of these come within three standard errors of 95.
  it('lies in about 95 of 100 intervals', () => {
    const [intervals, held] = [...all.values()].reduce(
      ([sum, its], tally) => [sum + tally.intervals, its + tally.held],
      [0, 0],
    );
    expect(intervals).to.equal(500);
    expect(held / intervals).to.be.within(0.92, 0.98);
  });
});
