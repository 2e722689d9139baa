import { expect } from 'chai';
import { FACE_MEASURES } from '../../app/domain/face/face-measures';
import { traceVariables } from '../../app/variables/trace-variables';

describe('traceVariables', () => {
  const variables = traceVariables();

  it('says of each what it is', () => {
    for (const { name, label } of variables) expect(label, name).to.be.a('string').and.not.empty;
  });

  it('says of a face measure what moves it', () => {
    for (const { name, label, moves } of FACE_MEASURES)
      expect(variables.find((one) => one.name === `${name}_cm`)?.label).to.equal(`${label}: ${moves}`);
  });
});
