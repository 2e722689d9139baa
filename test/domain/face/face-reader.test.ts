import { expect } from 'chai';
import { faceReader } from '../../../app/domain/face/face-reader';

const read = (models: Record<string, string>) => faceReader({ models });
const ALL = { detector: 'd 1', landmarks: 'facemesh 1.0.0', iris: 'i 1', expression: 'reverie-expression 1.6.0' };

describe('faceReader', () => {
  it('is another one where the expression or the landmark model is, and not where only the others are', () => {
    expect(read(ALL)).to.equal('reverie-expression 1.6.0, facemesh 1.0.0');
    expect(read({ ...ALL, expression: 'reverie-expression 1.5.0' })).to.not.equal(read(ALL));
    expect(read({ ...ALL, landmarks: 'facemesh 1.1.0' })).to.not.equal(read(ALL));
    expect(read({ ...ALL, detector: 'd 2', iris: 'i 2' })).to.equal(read(ALL));
  });

  it('is not known where a summary does not name both', () => {
    expect(read({})).to.equal(null);
    expect(read({ expression: 'reverie-expression 1.6.0' })).to.equal(null);
    expect(read({ ...ALL, expression: '' })).to.equal(null);
  });
});
