import { expect } from 'chai';
import { weekdayName } from '../../app/words/weekdays';

describe('weekdayName', () => {
  it('goes from Monday to Sunday', () => {
    expect([0, 2, 6].map(weekdayName)).to.deep.equal(['Monday', 'Wednesday', 'Sunday']);
  });
});
