import { expect } from 'chai';
import { noScores } from '../../../app/domain/face/expression';
import { expressionOfPositive, facesByCueClass } from '../../../app/insights/statistics/by-cue-class';
import { compliance } from '../../../app/insights/statistics/compliance';
import { congruence } from '../../../app/insights/statistics/congruence';
import { faceCalibration, faceDifference } from '../../../app/insights/statistics/face-difference';
import { granularity } from '../../../app/insights/statistics/granularity';
import { correlation } from '../../../app/statistics/correlation';
import { randomFrom } from '../../../app/statistics/resampling/random';
import { known } from '../../statistics/known';

const steps = (count: number) => Array.from({ length: count }, (_, at) => at);
const random = randomFrom(8);
const valence = steps(120).map(() => 0.3 * random.normal());
const face = valence.map((value) => 0.5 * value + 0.1 * random.normal() - 0.1);
const wallMs = steps(120).map((at) => at * 86_400_000);

describe('congruence', () => {
  it('is r with an interval around it, above what shuffled recalls give, and the same each time', () => {
    const result = known(congruence({ valence, face }));
    expect(result.r).to.be.closeTo(correlation(valence, face), 1e-12);
    expect(result.low).to.be.below(result.r);
    expect(result.high).to.be.above(result.r);
    expect(result.baseline.high).to.be.below(result.low);
    expect(congruence({ valence, face })).to.deep.equal(result);
  });

  it('counts recalls with both, and needs ten of them', () => {
    const some = valence.map((value, at) => (at < 9 ? value : Number.NaN));
    expect(congruence({ valence: some, face })).to.deep.equal({ needs: 1 });
    expect(known(congruence({ valence: valence.slice(0, 10), face: face.slice(0, 10) })).n).to.equal(10);
  });

  it('is no number where one of the two is always the same', () => {
    expect(known(congruence({ valence: new Array(20).fill(0.3), face: face.slice(0, 20) })).r).to.be.NaN;
  });

  it('stays within -1 and 1 where the two are the same', () => {
    expect(known(congruence({ valence, face: valence }))).to.deep.include({ r: 1, n: 120 });
  });
});

describe('faceDifference and faceCalibration', () => {
  it('say how far the face lies from the rating, and that it drifts', () => {
    const drifting = face.map((value, at) => value + (0.2 * at * 86_400_000) / (365.25 * 86_400_000));
    const { difference, driftPerYear } = known(faceDifference({ wallMs, valence, face: drifting }));
    expect(difference.mean).to.be.within(-0.2, 0);
    expect(difference.low).to.be.below(difference.mean);
    expect(driftPerYear.low).to.be.below(0.2);
    expect(driftPerYear.high).to.be.above(0.2);
  });

  it('rise where the face tells something of the rating, over five bins with as many each', () => {
    const bins = known(faceCalibration({ wallMs, valence, face }));
    expect(bins.map(({ n }) => n)).to.deep.equal([24, 24, 24, 24, 24]);
    expect(bins[4]!.meanY).to.be.above(bins[0]!.meanY + 0.4);
    const few = face.map((value, at) => (at < 24 ? value : Number.NaN));
    expect(faceCalibration({ wallMs, valence, face: few })).to.deep.equal({ needs: 1 });
  });
});

describe('faces by cue class', () => {
  const rows = steps(40);
  const expression = Float64Array.from(
    rows.flatMap((at) => {
      const happiness = (at % 2 === 0 ? 0.6 : 0.2) + 0.02 * (at % 5);
      return Object.values({ ...noScores(), neutral: 1 - happiness, happiness });
    }),
  );
  const cueClass = rows.map((at) => (at % 2 === 0 ? 'positive' : 'negative') as 'positive' | 'negative');
  const units = rows.map((at) => (at < 4 ? null : new Set(at % 2 === 0 ? (['AU12'] as const) : [])));

  it('give mean expressions and shares of units, of those recalls in which they could be read', () => {
    const [positive, negative, neutral] = facesByCueClass({ cueClass, expression, units });
    expect(neutral).to.deep.equal({ cueClass: 'neutral', needs: 8 });
    if (!('n' in positive!) || !('n' in negative!)) throw new Error('too few');
    expect(positive.expressions.happiness.mean).to.be.closeTo(0.64, 1e-9);
    expect(positive.units!.AU12).to.include({ share: 1, n: 18 });
    expect(negative.units!.AU12).to.include({ share: 0, n: 18 });
  });

  it('say whether positive memories bring more of an expression, from eight of each on', () => {
    expect(known(expressionOfPositive({ cueClass, expression, units }, 'happiness')).slope).to.be.closeTo(0.4, 0.01);
    const few = cueClass.map((one, at) => (one === 'positive' && at > 13 ? null : one));
    expect(expressionOfPositive({ cueClass: few, expression, units }, 'happiness')).to.deep.equal({ needs: 1 });
  });
});

describe('granularity', () => {
  const felt = (...names: string[]) => names.map((name) => ({ name, intensity: 3 }));

  it('is 0 where words always come together, and high where each comes by itself', () => {
    const together = steps(20).map((at) => (at % 2 === 0 ? felt('sad', 'lonely') : felt('joyful')));
    expect(known(granularity(together)).unpleasant).to.be.closeTo(0, 1e-9);
    const apart = steps(20).map((at) => (at % 2 === 0 ? felt('sad') : felt('lonely')));
    expect(known(granularity(apart)).unpleasant).to.equal(1);
  });

  it('counts words by how often they are used, and is nothing where a side has fewer than two', () => {
    const result = known(granularity(steps(20).map((at) => (at % 2 === 0 ? felt('sad') : felt('joyful')))));
    expect(result.wordsInUse).to.be.closeTo(2, 1e-9);
    expect([result.pleasant, result.unpleasant]).to.deep.equal([null, null]);
  });

  it('passes over entries without a feeling, and needs ten with one', () => {
    const nine = [...steps(9).map(() => felt('sad')), ...steps(9).map(() => [])];
    expect(granularity(nine)).to.deep.equal({ needs: 1 });
    expect(known(granularity([...nine, felt('joyful')])).n).to.equal(10);
  });
});

describe('compliance', () => {
  it('is completed over prompted, and nothing without a prompt', () => {
    const prompts = steps(10).map((at) => ({ promptedMs: at, finishedMs: at < 7 ? at + 1 : null }));
    expect(known(compliance(prompts))).to.include({ share: 0.7, n: 10 });
    expect(compliance([])).to.deep.equal({ needs: 1 });
  });
});
