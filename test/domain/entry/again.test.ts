import { expect } from 'chai';
import { firstRecallOf, otherRecallsOf } from '../../../app/domain/entry/again';

const first = { id: 'a' };
const second = { id: 'b', againOf: 'a' };
const third = { id: 'c', againOf: 'a' };
const another = { id: 'd', againOf: null };

describe('recalls of one memory', () => {
  it('find each other, in the order they come', () => {
    const all = [third, another, second, first];
    expect(otherRecallsOf(first, all)).to.deep.equal([third, second]);
    expect(otherRecallsOf(second, all)).to.deep.equal([third, first]);
    expect(otherRecallsOf(another, all)).to.deep.equal([]);
  });

  it('still do once the first was erased', () => {
    expect(otherRecallsOf(second, [third, another, second])).to.deep.equal([third]);
    expect([first, second, third, another].map(firstRecallOf)).to.deep.equal(['a', 'a', 'a', 'd']);
  });
});
