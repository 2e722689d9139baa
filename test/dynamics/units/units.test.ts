import { expect } from 'chai';
import { ACTION_UNITS, type ActionUnit } from '../../../app/domain/face/action-unit';
import { averageRest } from '../../../app/dynamics/units/average-rest';
import { CHANNELS, type Channel } from '../../../app/dynamics/units/channels';
import { type Rest, restOf } from '../../../app/dynamics/units/rest';
import { UNIT_OFFSET } from '../../../app/dynamics/units/unit-events';
import { ONE_SIDED, unitProbabilities, unitStrength, unitStrengths } from '../../../app/dynamics/units/unit-scores';
import { UNIT_RULES } from '../../../app/dynamics/units/unit-table';
import { seeded } from '../summary/readings';
import { unitsOf } from './found-units';
import { type Moves, movedFace, readingsOf, times } from './moved-face';

/** The rest of a face that stays as it is. */
const still = (): Rest => restOf(times(20, () => movedFace()))!;
const ruleOf = (unit: ActionUnit) => UNIT_RULES.find((rule) => rule.unit === unit)!;
const noiseOf = (channel: Channel): number => CHANNELS.find((one) => one.channel === channel)!.noiseCm;

/** Moves each of a unit's channels its way, so that the score is `strength` times the onset. */
function movesOf(unit: ActionUnit, strength: number): Moves {
  const { terms, onset } = ruleOf(unit);
  const weights = Object.values(terms).reduce((sum, weight) => sum + Math.abs(weight), 0);
  const spreads = (strength * onset) / weights;
  return Object.fromEntries(
    Object.entries(terms).map(([channel, weight]) => [
      channel,
      Math.sign(weight) * spreads * noiseOf(channel as Channel),
    ]),
  );
}

describe('the table of action units', () => {
  it('has each unit once, in the order of the domain', () => {
    expect(UNIT_RULES.map(({ unit }) => unit)).to.deep.equal([...ACTION_UNITS]);
  });

  it('can reach every onset: no limit keeps a unit from ever being there', () => {
    for (const { unit, terms, onset, mostSpreads = 12 } of UNIT_RULES) {
      const most = Object.values(terms).reduce((sum, weight) => sum + Math.abs(weight) * mostSpreads, 0);
      expect(most, unit).to.be.greaterThan(1.2 * onset);
    }
  });
});

describe('a rest', () => {
  it('is the median, so that a word in the middle of it changes nothing', () => {
    const faces = times(20, (i) => movedFace(i < 4 ? { lip_gap: 1 } : {}));
    const gap = restOf(faces)!.channels.lip_gap;
    expect(gap.centreCm.both).to.be.closeTo(averageRest().channels.lip_gap.centreCm.both, 1e-6);
  });

  it('takes as many readings as a baseline needs, and no fewer', () => {
    expect(restOf(times(9, () => movedFace()))).to.equal(null);
    expect(restOf(times(10, () => movedFace()))?.readings).to.equal(10);
  });

  it('never has less spread than the noise of a measure, and more where the face was restless', () => {
    const random = seeded(5);
    const restless = restOf(times(50, () => movedFace({ brow_inner: 2 * (random() - 0.5) })))!;
    const spread = (rest: Rest, channel: Channel) => rest.channels[channel].spreadCm;
    expect(spread(still(), 'brow_inner')).to.equal(noiseOf('brow_inner'));
    expect(spread(restless, 'brow_inner')).to.be.greaterThan(5 * noiseOf('brow_inner'));
  });
});

describe('the strength of a unit', () => {
  it('is 0 at rest and 1 at its onset, for every unit', () => {
    for (const rule of UNIT_RULES) {
      expect(unitStrength(rule, movedFace(), still()), rule.unit).to.be.closeTo(0, 1e-4);
      expect(unitStrength(rule, movedFace(movesOf(rule.unit, 1)), still()), rule.unit).to.be.closeTo(1, 1e-3);
    }
  });

  it('becomes a number from 0 to 1 that is one half at the onset', () => {
    const told = (strength: number) =>
      unitProbabilities(unitStrengths(movedFace(movesOf('AU12', strength)), still())).AU12;
    expect(told(0)).to.be.lessThan(0.02);
    expect(told(0.999)).to.be.lessThan(0.5);
    expect(told(1.001)).to.be.greaterThan(0.5);
    expect(told(1.5)).to.be.greaterThan(0.85);
  });

  it('is lower against the average face than against one’s own', () => {
    const smile = movedFace(movesOf('AU12', 1.05));
    expect(unitStrength(ruleOf('AU12'), smile, still())).to.be.greaterThan(1);
    expect(unitStrength(ruleOf('AU12'), smile, averageRest())).to.be.lessThan(1);
  });
});

describe('findUnits', () => {
  const smiling = (strength: number) => movedFace(movesOf('AU12', strength));
  const events = (faces: readonly Float32Array[]) =>
    unitsOf(readingsOf(faces), still()).filter(({ unit }) => unit === 'AU12');

  it('finds a smile with its onset, apex and offset', () => {
    const faces = [
      ...times(10, () => movedFace()),
      ...times(10, (i) => smiling(1.1 + i / 25 - (i > 5 ? 0.1 : 0))),
      ...times(10, () => movedFace()),
    ];
    const [smile, ...others] = events(faces);
    expect(others).to.deep.equal([]);
    expect(smile).to.include({ unit: 'AU12', onsetMs: 1000, apexMs: 1900, offsetMs: 2000, side: null });
    expect(smile!.strength).to.be.closeTo(1.36, 0.01);
  });

  it('takes three readings on end, each above the onset', () => {
    expect(events([...times(2, () => smiling(1.2)), movedFace()])).to.have.length(0);
    expect(events([...times(3, () => smiling(1.2)), movedFace()])).to.have.length(1);
    expect(events(times(8, () => smiling(0.99)))).to.have.length(0);
  });

  it('holds on until it falls below the offset', () => {
    const dip = (strength: number) => [
      ...times(3, () => smiling(1.5)),
      smiling(strength),
      ...times(3, () => smiling(1.5)),
    ];
    expect(events(dip(UNIT_OFFSET + 0.02))).to.have.length(1);
    expect(events(dip(UNIT_OFFSET - 0.02))).to.have.length(2);
  });

  it('says which half moved where the other did not', () => {
    const brow = { brow_inner: 0.6 };
    const find = (face: Float32Array) =>
      unitsOf(readingsOf(times(5, () => face)), still()).find(({ unit }) => unit === 'AU1')!.side;
    expect(find(movedFace(brow, 'left'))).to.equal('left');
    expect(find(movedFace(brow, 'right'))).to.equal('right');
    expect(find(movedFace(brow))).to.equal(null);
    const lesser = movedFace(brow, 'left');
    const { right } = CHANNELS.find(({ channel }) => channel === 'brow_inner')!;
    lesser[right!]! += 0.6 * (ONE_SIDED + 0.05);
    expect(find(lesser)).to.equal(null);
  });

  it('counts nothing of readings that do not count, or have no measures', () => {
    const readings = readingsOf(times(10, () => smiling(2)));
    expect(
      unitsOf(
        readings.map((one) => ({ ...one, usable: false })),
        still(),
      ),
    ).to.deep.equal([]);
    expect(
      unitsOf(
        readings.map((one) => ({ ...one, measures: null })),
        still(),
      ),
    ).to.deep.equal([]);
  });

  it('says nothing of a face at rest with the noise of a mesh, in ten minutes', () => {
    const random = seeded(9);
    const noisy = () =>
      movedFace(
        Object.fromEntries(
          CHANNELS.map(({ channel, noiseCm }) => [channel, noiseCm * (random() + random() + random() - 1.5)]),
        ),
      );
    const rest = restOf(times(100, noisy))!;
    expect(unitsOf(readingsOf(times(6000, noisy)), rest)).to.deep.equal([]);
  });
});
