import { expect } from 'chai';
import { journalFailure } from '../../../app/journal/store/journal-failure';
import { leavesDoubt, type StoreTrouble, storeTrouble } from '../../../app/journal/store/store-trouble';

/** What browsers say, as it was seen or stands in their sources. */
const SAID: readonly (readonly [name: string, message: string, StoreTrouble])[] = [
  [
    'UnknownError',
    'Connection is closing because of: IO error: .../x.leveldb/000003.log: FILE_ERROR_NO_SPACE (ChromeMethodBFE: 3::WritableFileAppend::8)',
    'full-disk',
  ],
  ['QuotaExceededError', 'Encountered full disk while opening backing store for indexedDB.open.', 'full-disk'],
  ['QuotaExceededError', 'Encountered disk full while committing transaction.', 'full-disk'],
  ['QuotaExceededError', '', 'quota'],
  ['QuotaExceededError', 'The current transaction exceeded its quota limitations.', 'quota'],
  ['UnknownError', 'Internal error opening backing store for indexedDB.open.', 'io'],
  ['UnknownError', 'Internal error committing transaction.', 'io'],
  ['UnknownError', 'The operation failed for reasons unrelated to the database itself', 'io'],
  ['NotReadableError', 'Data lost due to missing file.', 'io'],
  ['UnknownError', 'IndexedDB (database was corrupt): checksum mismatch', 'corrupt'],
  ['AbortError', 'The transaction was aborted, so the request cannot be fulfilled.', 'closed'],
  ['InvalidStateError', 'The database connection is closing.', 'closed'],
  ['DataCloneError', 'a function could not be cloned.', 'refused'],
  ['TimeoutError', 'no answer within 30000 ms', 'late'],
];

describe('what the browser says of a failure', () => {
  it('is told apart by its message and its name', () => {
    for (const [name, message, trouble] of SAID)
      expect(storeTrouble(new DOMException(message, name)), `${name}: ${message}`).to.equal(trouble);
  });

  it('is nothing about the store if it is no error of the browser', () => {
    expect(storeTrouble(new Error('full disk'))).to.equal(null);
    expect(storeTrouble('full disk')).to.equal(null);
  });

  it('leaves the store in doubt unless it was a clean refusal', () => {
    const doubtful = SAID.filter(([, , trouble]) => leavesDoubt(trouble)).map(([, , trouble]) => trouble);
    expect([...new Set(doubtful)]).to.have.members(['full-disk', 'io', 'corrupt', 'late']);
  });

  it('is told to the person as what it means for a write, and for a read', () => {
    const said = (name: string, message = '') => new DOMException(message, name);
    const codes = (error: unknown) => [
      journalFailure(error, 'save-failed').code,
      journalFailure(error, 'journal-unreadable').code,
    ];
    expect(codes(said('QuotaExceededError'))).to.deep.equal(['journal-full', 'journal-full']);
    expect(codes(said('UnknownError', 'FILE_ERROR_NO_SPACE'))).to.deep.equal(['store-doubtful', 'journal-full']);
    expect(codes(said('UnknownError', 'Internal error'))).to.deep.equal(['store-doubtful', 'journal-unreadable']);
    expect(codes(said('AbortError'))).to.deep.equal(['save-failed', 'journal-unreadable']);
    expect(codes(said('VersionError'))).to.deep.equal(['journal-newer', 'journal-newer']);
    expect(codes(new Error('ours'))).to.deep.equal(['save-failed', 'journal-unreadable']);
  });
});
