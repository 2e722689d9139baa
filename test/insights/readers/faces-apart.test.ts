import { expect } from 'chai';
import { facesApart } from '../../../app/insights/readers/faces-apart';
import { pointsRead, type ReadFaces } from '../read-faces';

const apart = (...groups: readonly ReadFaces[]) => facesApart(pointsRead(...groups));

describe('facesApart', () => {
  it('is none where one reader read them all', () => {
    expect(apart({ count: 12, by: 'one' })).to.include({ other: 0, unknown: 0 });
    expect(apart()).to.include({ other: 0, unknown: 0 });
  });

  it('says how many came before, or after, those that are compared', () => {
    expect(apart({ count: 12, by: 'one' }, { count: 10, by: 'two' })).to.deep.equal({
      other: 12,
      when: 'before',
      unknown: 0,
    });
    expect(apart({ count: 12, by: 'one' }, { count: 9, by: 'two' })).to.deep.equal({
      other: 9,
      when: 'after',
      unknown: 0,
    });
  });

  it('claims no order where two versions were in use at once', () => {
    const one = { count: 12, by: 'one' };
    expect(apart(one, { count: 2, by: 'two' }, { count: 1, by: 'one' })).to.include({ other: 2, when: 'among' });
    expect(apart({ count: 1, by: 'zero' }, one, { count: 2, by: 'two' })).to.include({ other: 3, when: 'among' });
  });

  it('counts those by themselves of which it is not known what read them', () => {
    expect(apart({ count: 3, by: null }, { count: 2, by: 'one' })).to.include({ other: 0, unknown: 3 });
    expect(apart({ count: 30, by: null })).to.include({ other: 0, unknown: 30 });
  });
});
