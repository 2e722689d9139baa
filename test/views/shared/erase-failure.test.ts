import { expect } from 'chai';
import { FAILURES, Failure } from '../../../app/domain/failure/failure';
import { eraseFailure } from '../../../app/views/shared/erase-failure';

describe('eraseFailure', () => {
  it('says that nothing was erased, but where something was or why not, just that', () => {
    const told = FAILURES.map((code) => eraseFailure(new Failure(code)).code);
    expect(new Set(told)).to.deep.equal(new Set(['not-erased', 'copies-unreachable', 'only-copies-erased']));
    for (const code of ['copies-unreachable', 'only-copies-erased'] as const)
      expect(eraseFailure(new Failure(code)).code).to.equal(code);
    expect(eraseFailure(new Error('torn')).code).to.equal('not-erased');
  });
});
