import { expect } from 'chai';
import fc from 'fast-check';
import { ACTION_UNITS, type UnitEvent } from '../../../app/domain/face/action-unit';
import { countedUnits, isMisread, withMisread, withoutMisread } from '../../../app/domain/face/misread';
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
