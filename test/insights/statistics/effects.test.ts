import { expect } from 'chai';
import { DAY_MS } from '../../../app/base/time';
import { LEAST_OF_EACH, manyEffects } from '../../../app/insights/statistics/effects';
import {
  dayAfterEffects,
  labelEffects as effectsOf,
  type Labels,
} from '../../../app/insights/statistics/label-effects';
import { memoryEffects } from '../../../app/insights/statistics/memory-effects';
import { seenInMonths } from '../../../app/insights/statistics/seen-in-months';
import { randomFrom } from '../../../app/statistics/resampling/random';

const steps = (count: number) => Array.from({ length: count }, (_, at) => at);
const random = randomFrom(4);
const noise = steps(200).map(() => 0.2 * random.normal());

/** An entry a day. */
const labelEffects = (labels: Labels, values: ArrayLike<number>) =>
  effectsOf({ wallMs: labels.map((_, day) => day * DAY_MS), labels, values: Array.from(values) });

describe('labelEffects', () => {
  it('wait for eight entries with a label, and eight without', () => {
    const labelled = (count: number, of: number) => steps(of).map((at) => (at < count ? ['walk'] : []));
    const waiting = (count: number, of: number) => labelEffects(labelled(count, of), noise.slice(0, of)).waiting;
    expect(waiting(LEAST_OF_EACH - 1, 40)).to.deep.equal([{ name: 'walk', needs: 1 }]);
    expect(waiting(LEAST_OF_EACH, 40)).to.deep.equal([]);
    expect(waiting(40 - LEAST_OF_EACH + 1, 40)).to.deep.equal([{ name: 'walk', needs: 1 }]);
  });

  it('leave out entries that were not asked: that is not the same as none', () => {
    const labels = steps(60).map((at) => (at % 3 === 0 ? ['walk'] : at % 3 === 1 ? [] : null));
    const values = steps(60).map((at) => (at % 3 === 0 ? 0.5 : at % 3 === 1 ? 0.1 : -1) + noise[at]! / 10);
    const [walk] = labelEffects(labels, values).known;
    expect(walk).to.include({ name: 'walk', n: 40, with: 20 });
    expect(walk!.slope).to.be.closeTo(0.4, 0.05);
  });

  it('put the surest first, correct for how many there are, and take away what luck adds', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const labels = steps(200).map((at) => names.filter((_, which) => (at * (which + 3)) % 7 < 2));
    const values = steps(200).map((at) => noise[at]! + (labels[at]!.includes('c') ? 0.3 : 0));
    const { known } = labelEffects(labels, values);
    expect(known.map(({ name }) => name)[0]).to.equal('c');
    for (const { p, adjustedP, slope, shrunk } of known) {
      expect(adjustedP).to.be.at.least(p);
      expect(Math.abs(shrunk)).to.be.at.most(Math.abs(slope));
    }
  });
});

describe('dayAfterEffects', () => {
  it('are those of the day before, not of the day itself, and not over a gap', () => {
    const days = steps(120).filter((day) => day % 10 !== 9);
    const labels = days.map((day) => (day % 4 === 1 ? ['late'] : []));
    const values = days.map((day, at) => (day % 4 === 2 ? -0.4 : 0.2) + noise[at]! / 10);
    const [late] = dayAfterEffects({ wallMs: days.map((day) => day * DAY_MS), labels, values }).known;
    expect(late!.slope).to.be.closeTo(-0.6, 0.05);
    expect(late!.n).to.equal(days.filter((day) => days.includes(day - 1)).length);
  });
});

describe('memoryEffects', () => {
  const sides = (count: number) => ({
    wallMs: Float64Array.from(steps(count), (day) => day * DAY_MS),
    specificity: steps(count).map((at) => (at % 2 === 0 ? 'specific' : 'categoric')) as ('specific' | 'categoric')[],
    direction: steps(count).map(() => 'past' as const),
    selfRelevance: Float64Array.from(steps(count), (at) => 1 + ((at * 5) % 7)),
    vividness: Float64Array.from(steps(count), (at) => (at % 3 === 0 ? Number.NaN : 1 + ((at * 3) % 7))),
  });

  it('find the side that was planted, and say of one that never varied how many it needs', () => {
    const { selfRelevance, ...others } = sides(100);
    const values = Float64Array.from(selfRelevance, (value, at) => 0.1 * value + noise[at]!);
    const { known, waiting } = memoryEffects({ selfRelevance, ...others }, values);
    expect(known[0]).to.include({ name: 'self-relevance' });
    expect(known[0]!.slope).to.be.closeTo(0.1, 0.04);
    expect(known.find(({ name }) => name === 'vividness')!.n).to.equal(66);
    expect(waiting).to.deep.equal([{ name: 'ahead', needs: 8 }]);
  });
});

describe('seenInMonths', () => {
  it('counts months with both in which the difference goes the same way', () => {
    const wallMs = [
      Date.UTC(2026, 0, 1),
      Date.UTC(2026, 0, 2),
      Date.UTC(2026, 1, 1),
      Date.UTC(2026, 1, 2),
      Date.UTC(2026, 2, 1),
    ];
    const rows = { wallMs, x: [1, 0, 1, 0, 1], y: [0.5, 0.1, 0.2, 0.4, 0.9] };
    expect(seenInMonths(rows, 0.3)).to.deep.equal({ seen: 1, of: 2 });
    expect(seenInMonths(rows, -0.3)).to.deep.equal({ seen: 1, of: 2 });
    expect(seenInMonths({ ...rows, y: rows.y.with(1, Number.NaN) }, 0.3)).to.deep.equal({ seen: 0, of: 1 });
  });
});

describe('manyEffects', () => {
  it('say nothing where nothing varies', () => {
    const { known, waiting } = labelEffects(
      steps(40).map((at) => (at % 2 ? ['walk'] : [])),
      new Float64Array(40),
    );
    expect([known, waiting]).to.deep.equal([[], []]);
    expect(manyEffects([])).to.deep.equal({ known: [], waiting: [] });
  });
});
