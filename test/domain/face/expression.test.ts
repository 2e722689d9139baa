import { expect } from 'chai';
import { facialValence, noScores, topExpression } from '../../../app/domain/face/expression';

describe('facialValence', () => {
  it('subtracts only the strongest negative expression', () => {
    expect(facialValence({ ...noScores(), happiness: 0.7, sadness: 0.2, fear: 0.1 })).to.be.closeTo(0.5, 1e-12);
  });

  it('does not count contempt, surprise or neutral', () => {
    expect(facialValence({ ...noScores(), contempt: 0.4, surprise: 0.3, neutral: 0.3 })).to.equal(0);
  });

  it('reaches both ends', () => {
    expect(facialValence({ ...noScores(), happiness: 1 })).to.equal(1);
    expect(facialValence({ ...noScores(), anger: 1 })).to.equal(-1);
  });
});

describe('topExpression', () => {
  it('names the highest score, the earlier name on a tie', () => {
    expect(topExpression({ ...noScores(), fear: 0.6, anger: 0.4 })).to.equal('fear');
    expect(topExpression({ ...noScores(), happiness: 0.5, surprise: 0.5 })).to.equal('happiness');
  });
});
