import { expect } from 'chai';
import { storageReport } from '../../app/shell/storage-report';

const storage = (parts: Partial<StorageManager>): StorageManager => parts as StorageManager;

describe('storageReport', () => {
  it('tells what the browser tells', async () => {
    const given = storage({ persisted: async () => true, estimate: async () => ({ usage: 0, quota: 64e9 }) });
    expect(await storageReport(given)).to.deep.equal({ persisted: true, usedBytes: 0, quotaBytes: 64e9 });
  });

  it('says that it does not know, where there is nobody to ask or the answer fails', async () => {
    const unknown = { persisted: null, usedBytes: null, quotaBytes: null };
    expect(await storageReport(storage({}))).to.deep.equal(unknown);
    const broken = storage({
      persisted: () => Promise.reject(new Error('x')),
      estimate: () => Promise.reject(new Error('x')),
    });
    expect(await storageReport(broken)).to.deep.equal(unknown);
  });
});
