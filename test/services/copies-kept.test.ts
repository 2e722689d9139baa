import { expect } from 'chai';
import type { Backups } from '../../app/journal/backup/backups';
import { copiesKept } from '../../app/services/copies-kept';

describe('the copies this phone keeps', () => {
  const copy = { name: 'a', day: '2026-11-21', entries: 3 };
  const remove = async () => {
    const root = await navigator.storage.getDirectory();
    await root.removeEntry('copies', { recursive: true }).catch(() => undefined);
  };
  beforeEach(remove);
  afterEach(remove);

  it('are none where there never was one, and nothing is fetched to say so', async () => {
    let fetched = 0;
    const backups = async () => {
      fetched += 1;
      return { listCopies: async () => [copy] } as unknown as Backups;
    };
    expect(await copiesKept(backups)).to.deep.equal([]);
    expect(fetched).to.equal(0);
    await (await navigator.storage.getDirectory()).getDirectoryHandle('copies', { create: true });
    expect(await copiesKept(backups)).to.deep.equal([copy]);
  });

  it('are none where they cannot be told', async () => {
    await (await navigator.storage.getDirectory()).getDirectoryHandle('copies', { create: true });
    expect(await copiesKept(() => Promise.reject(new Error('offline')))).to.deep.equal([]);
  });
});
