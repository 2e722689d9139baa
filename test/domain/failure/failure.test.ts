import { expect } from 'chai';
import {
  asEraseFailure,
  asJournalFailure,
  ERASE_FAILURES,
  FAILURES,
  Failure,
  JOURNAL_FAILURES,
} from '../../../app/domain/failure/failure';

const told = (as: (error: unknown) => Failure) => FAILURES.map((code) => as(new Failure(code)).code);

describe('asEraseFailure', () => {
  it('says that nothing was erased, but where something was or why not, just that', () => {
    expect(new Set(told(asEraseFailure))).to.deep.equal(
      new Set(['not-erased', 'copies-unreachable', 'only-copies-erased']),
    );
    for (const code of ERASE_FAILURES) expect(asEraseFailure(new Failure(code)).code).to.equal(code);
    expect(asEraseFailure(new Error('torn')).code).to.equal('not-erased');
  });
});

describe('asJournalFailure', () => {
  it('leaves what any screen can say as it is', () => {
    for (const code of JOURNAL_FAILURES) {
      const failure = new Failure(code, 'why');
      expect(asJournalFailure(failure, 'save-failed')).to.equal(failure);
    }
  });

  it('wraps all else under the code it is given, and keeps what it was beside it', () => {
    const codes = new Set(told((error) => asJournalFailure(error, 'save-failed')));
    expect(codes).to.deep.equal(new Set(JOURNAL_FAILURES));
    const cause = new Failure('memory-short', 'no room');
    const failure = asJournalFailure(cause, 'journal-unreadable');
    expect(failure.code).to.equal('journal-unreadable');
    expect(failure.detail).to.equal('memory-short: no room');
    expect(failure.cause).to.equal(cause);
  });
});
