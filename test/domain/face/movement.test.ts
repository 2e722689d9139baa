import { expect } from 'chai';
import { ACTION_UNITS, type UnitEvent } from '../../../app/domain/face/action-unit';
import { MOVEMENTS, mainMovements, movementsOf } from '../../../app/domain/face/movement';

const event = (
  unit: UnitEvent['unit'],
  onsetMs: number,
  offsetMs: number,
  change: Partial<UnitEvent> = {},
): UnitEvent => ({
  ...{ unit, onsetMs, apexMs: onsetMs, offsetMs, strength: 1.5, side: null },
  ...change,
});

describe('movementsOf', () => {
  it('gives each unit to one movement', () => {
    expect(Object.values(MOVEMENTS).flat().toSorted()).to.deep.equal([...ACTION_UNITS].toSorted());
  });

  it('joins units of one movement that overlap, and takes apex, strength and half of the stronger', () => {
    const units = [
      event('AU1', 1000, 3000, { apexMs: 1500, strength: 1.2, side: 'left' }),
      event('AU2', 2000, 5000, { apexMs: 4000, strength: 2, side: 'left' }),
    ];
    const [brows, ...others] = movementsOf(units);
    expect(others).to.deep.equal([]);
    expect(brows).to.deep.equal({
      name: 'brows-up',
      onsetMs: 1000,
      apexMs: 4000,
      offsetMs: 5000,
      strength: 2,
      side: 'left',
      units,
    });
  });

  it('is of no half if the units are of different halves', () => {
    const units = [event('AU1', 0, 1000, { side: 'left' }), event('AU2', 500, 1500, { side: 'right' })];
    expect(movementsOf(units)[0]!.side).to.equal(null);
  });

  it('leaves apart what does not overlap, or is another movement, by onset', () => {
    const units = [
      event('AU12', 4000, 5000),
      event('AU1', 0, 1000),
      event('AU2', 1001, 2000),
      event('AU25', 4000, 5000),
    ];
    expect(movementsOf(units).map(({ name, onsetMs }) => [name, onsetMs])).to.deep.equal([
      ['brows-up', 0],
      ['brows-up', 1001],
      ['smile', 4000],
      ['mouth-open', 4000],
    ]);
  });
});

describe('mainMovements', () => {
  it('takes the strongest and longest of each name', () => {
    const movements = movementsOf([
      event('AU12', 0, 1000),
      event('AU12', 2000, 6000),
      event('AU4', 0, 9000, { strength: 1.1 }),
      event('AU9', 0, 500),
    ]);
    expect(mainMovements(movements, 2).map(({ name, onsetMs }) => [name, onsetMs])).to.deep.equal([
      ['brows-down', 0],
      ['smile', 2000],
    ]);
    expect(mainMovements([], 3)).to.deep.equal([]);
  });
});
