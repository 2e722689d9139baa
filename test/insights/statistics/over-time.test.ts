import { expect } from 'chai';
import { DAY_MS } from '../../../app/base/time';
import { dailyMeans, hourOfWall, monthOfWall, weekdayOfWall } from '../../../app/insights/statistics/calendar';
import { LEAST_FOR_CHANGES, levelChanges } from '../../../app/insights/statistics/level-changes';
import { repeatedRecalls } from '../../../app/insights/statistics/repeated-recalls';
import { hourMeans, monthMeans, weekdayEffects, weekdayMeans } from '../../../app/insights/statistics/rhythms';
import { LEAST_DAYS, steadiness } from '../../../app/insights/statistics/steadiness';
import { randomFrom } from '../../../app/statistics/resampling/random';
import { known } from '../../statistics/known';

const steps = (count: number) => Array.from({ length: count }, (_, at) => at);
const random = randomFrom(6);
const noise = steps(400).map(() => 0.1 * random.normal());
const days = (count: number, of: (day: number) => number = () => 0) => ({
  wallMs: steps(count).map((day) => (day + 0.5) * DAY_MS),
  values: steps(count).map((day) => of(day) + noise[day]!),
});

describe('the calendar', () => {
  it('is that of the wall, also before 1970', () => {
    const sunday = Date.UTC(2026, 10, 29, 23, 59);
    expect([weekdayOfWall(sunday), hourOfWall(sunday), monthOfWall(sunday)]).to.deep.equal([6, 23, 10]);
    expect(weekdayOfWall(sunday + 60_000)).to.equal(0);
    expect(weekdayOfWall(Date.UTC(1969, 11, 31, 1))).to.equal(2);
    expect(hourOfWall(Date.UTC(1969, 11, 31, 1))).to.equal(1);
  });

  it('counts a day once, and one without a value not at all', () => {
    const { at, values } = dailyMeans([1, 2, DAY_MS, 3 * DAY_MS], [0.2, 0.4, Number.NaN, 0]);
    expect([[...at], [...values].map((value) => value.toFixed(1))]).to.deep.equal([
      [0, 3],
      ['0.3', '0.0'],
    ]);
  });
});

describe('rhythms', () => {
  it('find the weekday, the month and the hour that differ', () => {
    const dip = days(350, (day) => (weekdayOfWall(day * DAY_MS) === 2 ? -0.4 : 0.2));
    const pooled = known(weekdayMeans(dip)).groups;
    expect(pooled.map(({ key }) => key)).to.deep.equal(steps(7));
    expect(pooled[2]!.pooled).to.be.closeTo(-0.4, 0.05);
    expect(weekdayEffects(dip).known[0]).to.include({ name: '2' });
    const summer = known(monthMeans(days(365, (day) => (monthOfWall(day * DAY_MS) === 6 ? 0.5 : 0)))).groups;
    expect(summer[6]!.pooled).to.be.above(0.4);
    const wallMs = steps(60).map((at) => at * DAY_MS + (at % 2 === 0 ? 8 : 20) * 3_600_000);
    const hours = known(hourMeans({ wallMs, values: steps(60).map((at) => (at % 2 === 0 ? 0.3 : -0.3)) })).groups;
    expect(hours.map(({ key, pooled: value }) => [key, value.toFixed(1)])).to.deep.equal([
      [8, '0.3'],
      [20, '-0.3'],
    ]);
  });

  it('pull weekdays that differ by chance together', () => {
    const { groups, centre } = known(weekdayMeans(days(60)));
    for (const { own, pooled } of groups) expect(Math.abs(pooled - centre)).to.be.below(Math.abs(own - centre) + 1e-12);
  });
});

describe('steadiness and levelChanges', () => {
  it('say how many days are missing, and speak from there on', () => {
    expect(steadiness(days(LEAST_DAYS - 1))).to.deep.equal({ needs: 1 });
    expect(steadiness(days(LEAST_DAYS))).to.include({ days: LEAST_DAYS });
    expect(levelChanges(days(LEAST_FOR_CHANGES - 1))).to.deep.equal({ needs: 1 });
    expect(levelChanges(days(LEAST_FOR_CHANGES))).to.have.length(1);
  });

  it('find when a level changed, with the days on either side', () => {
    const [before, after, ...more] = known(levelChanges(days(200, (day) => (day < 120 ? 0 : 0.5))));
    expect(more).to.deep.equal([]);
    expect([before!.from, before!.to, after!.from, after!.to]).to.deep.equal([0, 119, 120, 199]);
    expect(after!.mean - before!.mean).to.be.closeTo(0.5, 0.05);
  });

  it('claim no change where no two days are neighbours, or nothing ever moved', () => {
    const apart = { wallMs: steps(60).map((at) => at * 5 * DAY_MS), values: steps(60).map((at) => (at < 30 ? 0 : 1)) };
    expect(known(levelChanges(apart))).to.have.length(1);
    const still = { wallMs: days(60).wallMs, values: new Array(60).fill(0.3) as number[] };
    expect(known(levelChanges(still))).to.have.length(1);
    expect(known(steadiness(still))).to.include({ deviation: 0, step: 0, inertia: null });
  });
});

describe('repeatedRecalls', () => {
  it('compare the last recall of each memory with its first, and need ten memories', () => {
    const twice = (count: number) => steps(count * 3).map((at) => `memory ${at % count}`);
    const values = (count: number) => steps(count * 3).map((at) => 0.1 * Math.floor(at / count) + noise[at % count]!);
    expect(repeatedRecalls(twice(9), values(9))).to.deep.equal({ needs: 1 });
    expect(known(repeatedRecalls(twice(10), values(10))).mean).to.be.closeTo(0.2, 1e-9);
    expect(known(repeatedRecalls(twice(10), values(10))).from).to.be.closeTo(
      noise.slice(0, 10).reduce((sum, value) => sum + value, 0) / 10,
      1e-9,
    );
    const missing = values(10).map((value, at) => (at >= 20 ? Number.NaN : value));
    expect(known(repeatedRecalls(twice(10), missing)).mean).to.be.closeTo(0.1, 1e-9);
    expect(
      repeatedRecalls(
        steps(30).map(() => null),
        values(10),
      ),
    ).to.deep.equal({ needs: 10 });
  });
});
