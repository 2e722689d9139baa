import { expect } from 'chai';
import { memoryKeys } from '../../../app/insights/readers/memory-keys';

const recall = (id: string, title: string, againOf: string | null = null) => ({ id, title, againOf });

describe('memoryKeys', () => {
  it('are the same for one title, capitals and spaces aside, and none without a title', () => {
    expect(memoryKeys([recall('a', 'First  snow '), recall('b', 'first Snow'), recall('c', ' '), null])).to.deep.equal([
      'first snow',
      'first snow',
      null,
      null,
    ]);
  });

  it('are the same where the person went there again, whatever it was called since, also if the first was erased', () => {
    const recalls = [recall('a', 'Snow'), recall('b', 'The hill', 'a'), recall('c', 'Rain'), recall('d', '', 'a')];
    expect(memoryKeys(recalls)).to.deep.equal(['snow', 'snow', 'rain', 'snow']);
    expect(memoryKeys(recalls.slice(1))).to.deep.equal(['the hill', 'rain', 'the hill']);
  });

  it('are the same where the person went again to a memory without a title', () => {
    const [first, other, again] = memoryKeys([recall('a', ''), recall('b', ''), recall('c', '', 'a')]);
    expect(first).to.be.a('string').and.to.equal(again);
    expect(other).to.equal(null);
  });
});
