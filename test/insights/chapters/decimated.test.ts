import { expect } from 'chai';
import { array, assert, double, integer, option, property, record } from 'fast-check';
import { decimated, type Timed } from '../../../app/insights/chapters/decimated';

const value = option(double({ min: -1, max: 1, noNaN: true }), { nil: Number.NaN });
const timed = array(record({ gap: integer({ min: 0, max: 1_000 }), self: value, face: value }), {
  maxLength: 300,
}).map((list): Timed => {
  let epochMs = 0;
  return {
    epochMs: list.map(({ gap }) => {
      epochMs += gap;
      return epochMs;
    }),
    columns: [list.map(({ self }) => self), list.map(({ face }) => face)],
  };
});
const rowsOf = ({ epochMs }: Timed): number[] => Array.from(epochMs.keys());

describe('decimated', () => {
  it('keeps every extreme of rating and face, the order, and few', () => {
    assert(
      property(timed, integer({ min: 8, max: 80 }), (all, most) => {
        const kept = decimated(rowsOf(all), all, most);
        expect(kept.length).to.be.at.most(most);
        expect(kept).to.deep.equal(rowsOf(all).filter((row) => kept.includes(row)));
        for (const column of all.columns) {
          const values = (rows: readonly number[]) =>
            rows.map((row) => column[row]!).filter((one) => !Number.isNaN(one));
          expect(Math.max(...values(kept))).to.equal(Math.max(...values(rowsOf(all))));
          expect(Math.min(...values(kept))).to.equal(Math.min(...values(rowsOf(all))));
        }
      }),
    );
  });

  it('leaves few as they are', () => {
    assert(
      property(timed, (all) => {
        const rows = rowsOf(all);
        expect(decimated(rows, all, rows.length || 8)).to.equal(rows);
      }),
    );
  });
});
