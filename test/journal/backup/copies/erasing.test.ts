import { expect } from 'chai';
import { CopyFolder } from '../../../../app/journal/backup/copies/copy-folder';
import { COPIES_LOCK } from '../../../../app/journal/backup/copies/copy-keeper';
import { dayCopy } from '../../../../app/journal/backup/copies/copy-schedule';
import { eraseWithCopies } from '../../../../app/journal/backup/open-backups';
import type { Journal } from '../../../../app/journal/journal';
import { checkIn, NOON_MS } from '../../support/samples';
import { Desk, rejection, whileStubbed } from '../../support/with-journal';
import { NOW } from './copy-shelf';

describe('erasing', () => {
  let desk: Desk;
  let journal: Journal;
  beforeEach(async () => {
    desk = new Desk();
    journal = await desk.tab({ aroundErase: eraseWithCopies });
    await journal.save(checkIn('one', NOON_MS), null);
  });
  afterEach(async () => {
    await desk.clear();
    await (await CopyFolder.open())!.clear();
  });

  it('everything keeps copies from being made until it is done, or one came back of what was erased', async () => {
    const folder = (await CopyFolder.open())!;
    await folder.writeText(dayCopy(NOW.day), 'a copy');
    // Whether a visit that comes now would find the lock free: after the copies are gone, before the entries are.
    const locks: (string | undefined)[] = [];
    const ask = () => navigator.locks.request(COPIES_LOCK, { ifAvailable: true }, async (lock) => lock?.name);
    const asking = (_: readonly string[] | null, erase: () => Promise<void>) =>
      eraseWithCopies(null, async () => {
        locks.push(await ask());
        expect(await folder.names()).to.deep.equal([]);
        await erase();
      });
    await (await desk.tab({ aroundErase: asking })).eraseAll();
    expect([...locks, await ask()]).to.deep.equal([undefined, COPIES_LOCK]);
    expect((await (await desk.tab()).list()).entries).to.deep.equal([]);
  });

  it('everything says so where the store refuses once copies are gone; where there were none, it is like any write', async () => {
    const folder = (await CopyFolder.open())!;
    const refuse = () => {
      throw new DOMException('staged', 'UnknownError');
    };
    const codes: (string | undefined)[] = [];
    for (const copies of [0, 1]) {
      // A mark alone is no copy.
      await (copies > 0 ? folder.writeText(dayCopy(NOW.day), 'a copy') : folder.touch('erased-other'));
      const erasing = whileStubbed(IDBObjectStore.prototype, 'clear', refuse, () => journal.eraseAll());
      codes.push((await rejection(erasing)).code);
    }
    expect(codes).to.deep.equal(['store-doubtful', 'only-copies-erased']);
    expect([await folder.names(), (await journal.list()).entries.length]).to.deep.equal([[], 1]);
  });

  it('one marks it first, and where that cannot be done erases nothing', async () => {
    const full = () => Promise.reject(new DOMException('staged', 'InvalidStateError'));
    const erasing = whileStubbed(CopyFolder.prototype, 'touch', full, () => journal.erase('one'));
    expect((await rejection(erasing)).code).to.equal('copies-unreachable');
    expect((await journal.list()).entries).to.have.length(1);
    await journal.erase('one');
    expect(await (await CopyFolder.open())!.names()).to.deep.equal(['erased-one']);
    expect((await journal.list()).entries).to.have.length(0);
  });
});
