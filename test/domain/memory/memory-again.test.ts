import { expect } from 'chai';
import { WHENS } from '../../../app/domain/memory/memory';
import { memoryAgain } from '../../../app/domain/memory/memory-again';
import { memory } from '../../session/support/world';

const TODAY = '2026-11-29';

describe('a memory that somebody goes to again', () => {
  it('is what was said of it, but for what it was like to be there', () => {
    const told = memory({ vividness: 6, reliving: 5, rehearsal: 2, feelsNow: 'same', perspective: 'field' });
    expect(memoryAgain(told, TODAY)).to.deep.equal(memory({ vividness: null, perspective: 'field' }));
  });

  it('was not still today, or this week, just because it was said so then', () => {
    const kept = WHENS.filter((when) => memoryAgain(memory({ when }), TODAY).when !== null);
    expect(kept).to.deep.equal(['years', 'childhood']);
    const ahead = memory({ direction: 'future', when: 'ahead', timeAhead: 'weeks' });
    expect(memoryAgain(ahead, TODAY)).not.to.have.property('timeAhead');
  });

  it('is as long ago as its date says now', () => {
    const dated = memory({ date: '2026-11-20', when: 'today' });
    expect(memoryAgain(dated, TODAY)).to.include({ date: '2026-11-20', when: 'this-month' });
    expect(memoryAgain(dated, '2028-01-01').when).to.equal('years');
  });
});
