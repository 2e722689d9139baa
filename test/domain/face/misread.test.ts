import { expect } from 'chai';
import fc from 'fast-check';
import { ACTION_UNITS, type UnitEvent } from '../../../app/domain/face/action-unit';
import { type FaceStates, STATES, type StateName } from '../../../app/domain/face/face-states';
import {
  countedMixed,
  countedStates,
  countedUnits,
  isMisread,
  seenStates,
  withMisread,
  withoutMisread,
} from '../../../app/domain/face/misread';
import type { MixedExpression } from '../../../app/domain/face/mixed-expression';
import { movementsOf } from '../../../app/domain/face/movement';

const event = (unit: UnitEvent['unit'], onsetMs: number, offsetMs: number): UnitEvent => ({
  ...{ unit, onsetMs, apexMs: onsetMs, offsetMs, strength: 1.5, side: null },
});
const units = [
  event('AU12', 1000, 3000),
  event('AU1', 2000, 4000),
  event('AU2', 3500, 5000),
  event('AU12', 9000, 9500),
];
const [smile, brows, later] = movementsOf(units);

const stretch = (onsetMs: number, offsetMs: number) => ({ onsetMs, offsetMs });
const none = Object.fromEntries(STATES.map((state) => [state, []])) as unknown as FaceStates['stretches'];
const states: FaceStates = {
  blinks: { count: 9, perMinute: 12, meanMs: 190 },
  closedShare: 0.1,
  stretches: {
    ...none,
    'eyes-closed': [stretch(1000, 4000)],
    yawn: [stretch(5000, 9000), stretch(12_000, 15_000)],
    quiet: null,
  },
};
const stretchesOf = (of: FaceStates, state: StateName) => of.stretches[state];

describe('misread states', () => {
  const [closed, yawn, again] = seenStates(states);

  it('are all there is, by onset', () => {
    expect(seenStates(states).map(({ state, onsetMs }) => [state, onsetMs])).to.deep.equal([
      ['eyes-closed', 1000],
      ['yawn', 5000],
      ['yawn', 12_000],
    ]);
  });

  it('leave out the marked stretch and no other, and stay what could not be told', () => {
    const marks = withMisread([], [yawn!]);
    expect(marks).to.deep.equal([{ state: 'yawn', onsetMs: 5000, offsetMs: 9000 }]);
    const counted = countedStates(states, marks);
    expect(stretchesOf(counted, 'yawn')).to.deep.equal([stretch(12_000, 15_000)]);
    expect(stretchesOf(counted, 'quiet')).to.equal(null);
    expect(counted.closedShare).to.equal(0.1);
    expect(counted.blinks).to.equal(states.blinks);
    expect([isMisread(yawn!, marks), isMisread(again!, marks)]).to.deep.equal([true, false]);
    expect(countedStates(states, withoutMisread(marks, [yawn!]))).to.deep.equal(states);
  });

  it('hold where the state is read a little differently, but not for another one at that time', () => {
    const marks = withMisread([], [{ state: 'yawn', ...stretch(8000, 10_000) }]);
    expect(stretchesOf(countedStates(states, marks), 'yawn')).to.have.length(1);
    const talking = withMisread([], [{ state: 'talking', ...stretch(5000, 9000) }]);
    expect(countedStates(states, talking)).to.deep.equal(states);
  });

  it('have no share of closed eyes where some of it was not there', () => {
    expect(countedStates(states, withMisread([], [closed!])).closedShare).to.equal(null);
    const asUnit = [{ unit: 'AU43', ...stretch(500, 1000) }] as const;
    expect(stretchesOf(countedStates(states, asUnit), 'eyes-closed')).to.deep.equal([]);
    expect(isMisread(closed!, asUnit)).to.equal(true);
  });

  it('leave units and mixtures as they are, and units leave out the mixtures of their time', () => {
    const mixed: MixedExpression = {
      ...{ parts: ['happiness', 'sadness'], shares: [0.6, 0.4], sure: 0.9 },
      ...{ onsetMs: 2000, apexMs: 2500, offsetMs: 3500 },
    };
    const marks = withMisread([], [{ state: 'talking', ...stretch(0, 9000) }]);
    expect(countedUnits(units, marks)).to.deep.equal(units);
    expect(countedMixed([mixed], marks)).to.deep.equal([mixed]);
    expect(countedMixed([mixed], withMisread([], [smile!]))).to.deep.equal([]);
    expect(countedMixed([mixed], withMisread([], [later!]))).to.deep.equal([mixed]);
  });
});

describe('misread', () => {
  it('leaves out the marked stretch, and no other of the same movement', () => {
    expect(countedUnits(units, withMisread([], [smile!]))).to.deep.equal(units.slice(1));
  });

  it('leaves out each unit of a movement that has several', () => {
    expect(countedUnits(units, withMisread([], [brows!])).map(({ unit }) => unit)).to.deep.equal(['AU12', 'AU12']);
  });

  it('holds where the movement is read a little differently, but not beside it', () => {
    const marks = withMisread([], [smile!]);
    const counts = (unit: UnitEvent['unit'], onsetMs: number): boolean =>
      countedUnits([event(unit, onsetMs, 3500)], marks).length === 1;
    expect(counts('AU12', 2900)).to.equal(false);
    expect(counts('AU12', 3000)).to.equal(false);
    expect(counts('AU12', 3001)).to.equal(true);
    expect(counts('AU4', 1000)).to.equal(true);
  });

  it('counts a movement of which a unit is left', () => {
    const [{ unit, onsetMs, offsetMs }] = [units[1]!];
    expect(isMisread(brows!, [{ unit, onsetMs, offsetMs }])).to.equal(false);
    expect(isMisread(brows!, withMisread([], [brows!]))).to.equal(true);
  });

  it('is marked once however often it is pressed, and taken back alone', () => {
    const twice = withMisread(withMisread([], [smile!, later!]), [smile!]);
    expect(twice).to.have.length(2);
    expect(withoutMisread(twice, [smile!])).to.deep.equal([{ unit: 'AU12', onsetMs: 9000, offsetMs: 9500 }]);
  });

  it('counts every unit or leaves it out, whatever is marked, and all again when it is taken back', () => {
    const anyUnit = fc.record({
      unit: fc.constantFrom(...ACTION_UNITS),
      onsetMs: fc.integer({ min: 0, max: 20_000 }),
      lasts: fc.integer({ min: 0, max: 4000 }),
    });
    fc.assert(
      fc.property(fc.array(anyUnit, { maxLength: 12 }), fc.infiniteStream(fc.boolean()), (drawn, marked) => {
        const all = drawn.map(({ unit, onsetMs, lasts }) => event(unit, onsetMs, onsetMs + lasts));
        const movements = movementsOf(all);
        const out = movements.filter(() => marked.next().value === true);
        const marks = withMisread([], out);
        const counted = movementsOf(countedUnits(all, marks));
        expect(counted).to.deep.equal(movements.filter((one) => !out.includes(one)));
        expect(countedUnits(all, withoutMisread(marks, movements))).to.deep.equal(all);
      }),
      { seed: 15 },
    );
  });
});
