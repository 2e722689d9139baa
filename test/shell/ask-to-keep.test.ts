import { expect } from 'chai';
import { askToKeep } from '../../app/shell/ask-to-keep';

const storage = (parts: Partial<StorageManager>): StorageManager => parts as StorageManager;

describe('askToKeep', () => {
  it('gives the answer, or null where there is none', async () => {
    expect(await askToKeep(storage({ persist: async () => false }))).to.equal(false);
    expect(await askToKeep(storage({}))).to.equal(null);
    expect(await askToKeep(storage({ persist: () => Promise.reject(new Error('x')) }))).to.equal(null);
  });
});
