import { expect } from 'chai';
import { contrast, mostReadable } from '../../../app/charts/kit/contrast';

describe('contrast', () => {
  it('is 21 for black on white, 1 for the same, and the same both ways', () => {
    expect(contrast('#000000', '#ffffff')).to.be.closeTo(21, 1e-9);
    expect(contrast('#4672ae', '#4672ae')).to.equal(1);
    // WebAIM's contrast checker: 4.48 for this grey on white.
    expect(contrast('#777777', '#ffffff')).to.be.closeTo(4.48, 0.005);
  });

  it('chooses dark words on a light ground and light ones on a dark one', () => {
    expect(mostReadable('#e0a32a', ['#2a2420', '#fffdf9'])).to.equal('#2a2420');
    expect(mostReadable('#4672ae', ['#2a2420', '#fffdf9'])).to.equal('#fffdf9');
  });
});
