import { expect } from 'chai';
import { findingOf } from '../../../app/insights/findings/finding';
import { pointsRead, SELF } from '../read-faces';
import { points } from '../statistics/points';

const pairs = (face: (self: number, index: number) => number) =>
  points(SELF.map((self, index) => [self, face(self, index)]));

describe('findingOf', () => {
  it('finds them together, and a face that moves less than the words', () => {
    expect(findingOf(pairs((self) => 0.5 * self))).to.include({ kind: 'together', n: 12, quieterFace: true });
    expect(findingOf(pairs((self) => 0.9 * self))).to.include({ kind: 'together', quieterFace: false });
  });

  it('finds them apart', () => {
    expect(findingOf(pairs((self) => -self))).to.include({ kind: 'apart' });
  });

  it('finds it unclear when the interval holds 0', () => {
    const finding = findingOf(pairs((_self, index) => (index % 2 === 0 ? 0.3 : -0.3)));
    if (finding.kind !== 'unclear') throw new Error(finding.kind);
    expect(finding.low).to.be.below(0);
    expect(finding.high).to.be.above(0);
  });

  it('counts only entries with both', () => {
    const twelve = points([...SELF.map((self) => [self, null] as const), [0.5, 0.5], [null, 0.2]]);
    expect(findingOf(twelve)).to.deep.equal({ kind: 'too-few', n: 1, missing: 9 });
  });

  it('is of one version of the reader: pooled, two that agree with the person each would be told to part from them', () => {
    // The older one reads everything low, and was there for the better times.
    const older = { count: 12, by: 'one', face: (self: number) => 0.1 * self - 0.8 };
    const newer = { count: 12, by: 'two', face: (self: number) => 0.1 * self + 0.8 };
    const read = pointsRead(older, newer);
    const shifted = read.map((point, index) => ({ ...point, self: point.self! + (index < 12 ? 1 : -1) }));
    expect(findingOf(shifted.map((point) => ({ ...point, faceApart: false })))).to.include({ kind: 'apart', n: 24 });
    expect(findingOf(shifted)).to.include({ kind: 'together', n: 12 });
  });

  it('stays after an update what it was, until the new version has enough pairs of its own', () => {
    const before = pointsRead({ count: 12, by: 'one' });
    const newer = (count: number) => ({ count, by: 'two', face: (self: number) => -self });
    const after = (count: number) => findingOf(pointsRead({ count: 12, by: 'one' }, newer(count)));
    expect(after(1)).to.deep.equal(findingOf(before));
    expect(after(9)).to.deep.equal(findingOf(before));
    expect(after(10)).to.include({ kind: 'apart', n: 10 });
  });

  it('counts no face of which it is not known what read it', () => {
    expect(findingOf(pointsRead({ count: 12, by: null }))).to.deep.equal({ kind: 'too-few', n: 0, missing: 10 });
    expect(findingOf(pointsRead({ count: 12, by: null }, { count: 9, by: 'one' }))).to.include({ n: 9, missing: 1 });
  });

  it('says so when every rating is the same', () => {
    expect(findingOf(points(SELF.map((face) => [0.4, face])))).to.deep.equal({
      kind: 'no-spread',
      n: 12,
      which: 'self',
    });
  });
});
