import { expect } from 'chai';
import { FACE_MEASURE_NAMES } from '../../../app/domain/face/face-measure-names';
import { FACE_MEASURES } from '../../../app/domain/face/face-measures';

describe('face measures', () => {
  it('are named in the order of their table', () => {
    expect(FACE_MEASURES.map(({ name }) => name)).to.deep.equal(FACE_MEASURE_NAMES);
  });
});
