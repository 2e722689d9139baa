import { expect } from 'chai';
import fc from 'fast-check';
import { ACTION_UNITS, type ActionUnit } from '../../../app/domain/face/action-unit';
import { EXPRESSIONS, type Expression, type ExpressionScores } from '../../../app/domain/face/expression';
import { BASIC_EXPRESSIONS } from '../../../app/domain/face/mixed-expression';
import { findMixed, MIXED_MS, MIXED_SURE, type MixedMoment } from '../../../app/dynamics/mixed/find-mixed';
import { mixedOdds, mixedShares } from '../../../app/dynamics/mixed/mixed-odds';
import { FREQUENCIES, MIXED_RULES } from '../../../app/dynamics/mixed/mixed-table';
import { seeded } from '../summary/readings';

type Units = Record<ActionUnit, number>;
const noise = (random: () => number, size: number): number => size * random();

/** Units that are there, or not, as surely as the mesh tells them. */
const planted = (there: readonly ActionUnit[], random: () => number = () => 0.5): Units =>
  Object.fromEntries(
    ACTION_UNITS.map((unit) => [unit, there.includes(unit) ? 1 - noise(random, 0.3) : noise(random, 0.15)]),
  ) as Units;

/** What the still model says of a face that shows these, some of it neutral, a little of it anything. */
function seen(parts: readonly Expression[], random: () => number = () => 0.5): ExpressionScores {
  const raw = EXPRESSIONS.map((name) =>
    parts.includes(name) ? 1 + noise(random, 0.6) : name === 'neutral' ? noise(random, 0.6) : noise(random, 0.15),
  );
  const total = raw.reduce((sum, one) => sum + one, 0);
  return Object.fromEntries(EXPRESSIONS.map((name, at) => [name, raw[at]! / total])) as unknown as ExpressionScores;
}

/** The units that at least half of those who posed it made. */
const usual = (name: (typeof BASIC_EXPRESSIONS)[number]): ActionUnit[] =>
  ACTION_UNITS.filter((unit) => (FREQUENCIES[name][unit] ?? 0) >= 0.5);
const seeds = fc.integer({ min: 1, max: 1e9 });

describe('mixedOdds', () => {
  it('are a distribution, each reading once', () => {
    const readings = mixedOdds(planted(['AU12']), seen(['happiness']));
    expect(readings.reduce((sum, { sure }) => sum + sure, 0)).to.be.closeTo(1, 1e-9);
    expect(new Set(readings.map(({ parts }) => parts.join())).size).to.equal(readings.length);
    // Nothing, the six, and fourteen pairs.
    expect(readings).to.have.length(21);
  });

  it('say nothing of a face at rest', () => {
    const neutral = { ...seen([]), neutral: 0.9 };
    expect(mixedOdds(planted([]), neutral)[0]!.parts).to.deep.equal([]);
  });

  it('nest: no single expression wins where both parts are planted', () => {
    fc.assert(
      fc.property(fc.constantFrom(...MIXED_RULES), seeds, ({ parts, units }, seed) => {
        const random = seeded(seed);
        const [first] = mixedOdds(planted(units, random), seen(parts, random));
        expect(first!.parts, units.join()).to.deep.equal(parts);
      }),
      { seed: 5, numRuns: 400 },
    );
  });

  it('nest the other way: no mixture wins where one expression is planted', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BASIC_EXPRESSIONS), seeds, (name, seed) => {
        const random = seeded(seed);
        const [first] = mixedOdds(planted(usual(name), random), seen([name], random));
        expect(first!.parts).to.deep.equal([name]);
      }),
      { seed: 6, numRuns: 400 },
    );
  });

  it('count what is not there: lowered brows are what makes a smile more than one', () => {
    const both = seen(['happiness', 'sadness']);
    const sure = (units: readonly ActionUnit[]): number =>
      mixedOdds(planted(units), both).find(({ parts }) => parts.join() === 'happiness,sadness')!.sure;
    expect(sure(['AU4', 'AU6', 'AU12', 'AU25'])).to.be.greaterThan(sure(['AU6', 'AU12', 'AU25']));
  });

  it('take the units’ word only as far as the still model goes: units alone, on a face that looks neutral, are not sure', () => {
    for (const { parts, units } of MIXED_RULES) {
      const neutral = { ...seen([]), neutral: 0.85 };
      const found = mixedOdds(planted(units), neutral).find((one) => one.parts.join() === parts.join())!;
      expect(found.sure, units.join()).to.be.lessThan(MIXED_SURE);
    }
  });
});

describe('the shares of a mixture', () => {
  it('are more of what is seen more, and one together', () => {
    const units = planted(['AU4', 'AU6', 'AU12', 'AU25']);
    const [happy, sad] = mixedShares(['happiness', 'sadness'], units, seen(['happiness']));
    expect(happy + sad).to.be.closeTo(1, 1e-9);
    expect(happy).to.be.greaterThan(sad);
    const [less] = mixedShares(['happiness', 'sadness'], units, seen(['sadness']));
    expect(less).to.be.lessThan(happy);
  });
});

describe('findMixed', () => {
  const both = { units: planted(['AU4', 'AU6', 'AU12', 'AU25']), still: seen(['happiness', 'sadness']) };
  const rest = { units: planted([]), still: { ...seen([]), neutral: 0.9 } };
  const moments = (mixedMs: number): MixedMoment[] =>
    Array.from({ length: 60 }, (_, at) => ({ tMs: 100 * at, of: at >= 20 && at < 20 + mixedMs / 100 ? both : rest }));

  it('finds a stretch with its parts, shares and how sure it is', () => {
    const [found, ...others] = findMixed(moments(2000));
    expect(others).to.deep.equal([]);
    expect(found).to.deep.include({ parts: ['happiness', 'sadness'], onsetMs: 2000, offsetMs: 4000 });
    expect(found!.sure).to.be.greaterThan(MIXED_SURE);
  });

  it('takes a second: a shorter one is a face on its way', () => {
    expect(findMixed(moments(MIXED_MS))).to.have.length(1);
    expect(findMixed(moments(MIXED_MS - 200))).to.have.length(0);
  });

  it('says nothing of moments that cannot be told', () => {
    expect(findMixed(moments(2000).map((moment) => ({ ...moment, of: null })))).to.deep.equal([]);
  });
});
