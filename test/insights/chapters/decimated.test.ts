import { expect } from 'chai';
import { array, assert, double, integer, option, property, record } from 'fast-check';
import { decimated } from '../../../app/insights/chapters/decimated';
import type { ValencePoint } from '../../../app/insights/statistics/valence-point';

const value = option(double({ min: -1, max: 1, noNaN: true }));
const points = array(record({ gap: integer({ min: 0, max: 1_000 }), self: value, face: value }), {
  maxLength: 300,
}).map((list) => {
  let epochMs = 0;
  return list.map(({ gap, self, face }, at): ValencePoint => {
    epochMs += gap;
    return {
      entryId: String(at),
      epochMs,
      offsetMinutes: 0,
      self,
      face,
      faceHalfWidth: null,
      faceReader: null,
      faceApart: false,
    };
  });
});

describe('decimated', () => {
  it('keeps every extreme of rating and face, the order, and few', () => {
    assert(
      property(points, integer({ min: 8, max: 80 }), (all, most) => {
        const kept = decimated(all, most);
        expect(kept.length).to.be.at.most(most);
        expect(kept).to.deep.equal(all.filter((point) => kept.includes(point)));
        for (const of of ['self', 'face'] as const) {
          const values = (list: readonly ValencePoint[]) => list.flatMap((point) => point[of] ?? []);
          expect(Math.max(...values(kept))).to.equal(Math.max(...values(all)));
          expect(Math.min(...values(kept))).to.equal(Math.min(...values(all)));
        }
      }),
    );
  });

  it('leaves few points as they are', () => {
    assert(property(points, (all) => expect(decimated(all, all.length || 8)).to.equal(all) && true));
  });
});
