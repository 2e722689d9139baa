import { expect } from 'chai';
import { findingOf } from '../../app/insights/finding';
import { points } from './points';

const SELF = [-0.8, -0.6, -0.4, -0.2, 0, 0.1, 0.3, 0.5, 0.7, 0.9, 0.2, -0.1];
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

  it('says so when every rating is the same', () => {
    expect(findingOf(points(SELF.map((face) => [0.4, face])))).to.deep.equal({
      kind: 'no-spread',
      n: 12,
      which: 'self',
    });
  });
});
