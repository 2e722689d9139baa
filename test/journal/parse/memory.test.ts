import { expect } from 'chai';
import { readMemory } from '../../../app/journal/parse/memory';
import { recall } from '../support/samples';

const { memory } = recall();
const problem = (change: object): string | null => {
  try {
    readMemory({ ...memory, ...change });
    return null;
  } catch (error) {
    return (error as Error).message;
  }
};

describe('a memory that is read', () => {
  it('of an older journal has none of what was asked for later', () => {
    expect(readMemory(memory)).to.deep.equal(memory);
    expect(Object.keys(readMemory({ ...memory, date: undefined, other: 1 }))).to.deep.equal(Object.keys(memory));
  });

  it('has what was said, within its bounds alone', () => {
    const more = {
      date: '2019-07',
      lifePeriod: 'twenties',
      whenUnsure: true,
      timeAhead: 'days',
      oneOccasion: false,
      perspective: 'observer',
      reliving: 1,
      rehearsal: 7,
      feelsNow: 'weaker',
    };
    expect(readMemory({ ...memory, ...more })).to.deep.equal({ ...memory, ...more });
    for (const [change, wrong] of [
      [{ reliving: 7 }, { reliving: 8 }],
      [{ reliving: 1 }, { reliving: 0 }],
      [{ rehearsal: 1 }, { rehearsal: 0 }],
      [{ rehearsal: 7 }, { rehearsal: 7.5 }],
      [{ date: '2024-02-29' }, { date: '2023-02-29' }],
      [{ date: '1000' }, { date: '0999' }],
      [{ lifePeriod: 'sixties-on' }, { lifePeriod: 'seventies' }],
      [{ perspective: 'both' }, { perspective: 'above' }],
      [{ feelsNow: 'different' }, { feelsNow: '' }],
      [{ whenUnsure: true }, { whenUnsure: false }],
      [{ timeAhead: 'later' }, { timeAhead: 'years' }],
      [{ oneOccasion: true }, { oneOccasion: 'yes' }],
      [{}, { reliving: null }],
    ] as const) {
      expect(problem(change), JSON.stringify(change)).to.equal(null);
      expect(problem(wrong), JSON.stringify(wrong)).to.contain(`${Object.keys(wrong)[0]}: expected`);
    }
  });
});
