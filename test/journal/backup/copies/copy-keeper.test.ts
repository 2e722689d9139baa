import { expect } from 'chai';
import { Backups } from '../../../../app/journal/backup/backups';
import type { Copies, JournalKeys } from '../../../../app/journal/backup/copies/copies';
import { type CopyFolder, PART } from '../../../../app/journal/backup/copies/copy-folder';
import { CopyKeeper, type KeeperPorts } from '../../../../app/journal/backup/copies/copy-keeper';
import { dayCopy } from '../../../../app/journal/backup/copies/copy-schedule';
import type { Journal } from '../../../../app/journal/journal';
import { checkIn, NOON_MS } from '../../support/samples';
import { Desk, rejection, whileStubbed } from '../../support/with-journal';
import { ABOUT, fileOf, openedWith, quickKeys, record } from '../support';
import { CopyShelf, inBothWays, withoutPassphrase } from './copy-shelf';

inBothWays('the keeper of copies', () => {
  let shelf: CopyShelf;
  let folder: CopyFolder;
  let copies: Copies;
  let own: JournalKeys;
  beforeEach(async () => {
    shelf = await CopyShelf.open();
    ({ folder, copies, own } = shelf);
  });
  afterEach(() => shelf.clear());
  let desk: Desk;
  let journal: Journal;
  let nowMs: number;
  beforeEach(async () => {
    desk = new Desk();
    journal = await desk.tab();
    nowMs = NOON_MS + 60_000;
  });
  afterEach(() => desk.clear());

  const keeper = (
    keys: () => Promise<JournalKeys | null> = async () => own,
    lock: KeeperPorts['lock'] = undefined,
    quietMs = 0,
  ) =>
    new CopyKeeper({
      journal,
      lock,
      folder,
      keys,
      appVersion: ABOUT.app,
      clock: { epochMs: () => nowMs, monotonicMs: () => 0, zone: () => 'UTC' },
      quietMs,
    });
  it('keeps a copy on each day something changed, and one a day', async () => {
    await journal.save(checkIn('one', NOON_MS), null);
    await keeper().visit();
    expect(await shelf.days()).to.deep.equal(['2026-11-22']);
    const first = (await folder.file(dayCopy('2026-11-22')))!.lastModified;
    await keeper().visit();
    expect((await folder.file(dayCopy('2026-11-22')))!.lastModified).to.equal(first);
    nowMs = Date.now() + 86_400_000;
    await keeper().visit();
    expect(await shelf.days(), 'nothing has changed').to.have.length(1);
    await journal.save(checkIn('two', nowMs), null);
    await keeper().visit();
    expect(await shelf.days()).to.have.length(2);
  });

  it('keeps none of an empty journal, none while it is locked, and takes away what a killed tab left', async () => {
    await folder.writeText(`day-2026-11-21.reverie${PART}`, 'half');
    // What Chromium writes into until a stream is closed.
    await folder.writeText(`day-2026-11-21.reverie${PART}.crswap`, 'half');
    await keeper().visit();
    await journal.save(checkIn('one', NOON_MS), null);
    await keeper(async () => null).visit();
    expect(await folder.names()).to.deep.equal([]);
  });

  it('takes out what was marked, and not yet erased, when it made the first copy', async () => {
    const erasing = async (ids: readonly string[] | null, erase: () => Promise<void>) => {
      await copies.marks.put(ids!);
      await keeper().visit();
      await erase();
    };
    journal = await desk.tab({ aroundErase: erasing });
    await journal.save(checkIn('one', NOON_MS), null);
    await journal.save(checkIn('two', NOON_MS), null);
    await journal.erase('one');
    expect(await shelf.idsIn(dayCopy('2026-11-22'), own)).to.include('one');
    await keeper().visit();
    expect(await shelf.idsIn(dayCopy('2026-11-22'), own)).to.deep.equal(['settings', 'two']);
    expect(await folder.names(), 'no mark stays').to.have.length(1);
  });

  it('does not have seen, for the person, what another tab has put in the place of what is open here', async () => {
    await journal.save(checkIn('one', NOON_MS), null);
    const other = await desk.tab();
    await other.entry('one');
    await other.save({ ...checkIn('one', NOON_MS), appVersion: '0.0.2' }, null);
    await keeper().visit();
    await journal.save({ ...checkIn('one', NOON_MS), appVersion: '0.0.3' }, null);
    const versions = (await journal.list()).entries.map(({ appVersion }) => appVersion);
    expect(versions).to.have.members(['0.0.2', '0.0.3']);
  });

  it('makes the one that is due also where the others are sealed anew, in the same visit or the day before', async () => {
    const [first, second] = [await withoutPassphrase(), await quickKeys()];
    const then: JournalKeys = { ...first, wraps: own.wraps };
    const last: JournalKeys = { ...first, wraps: second.wraps };
    await journal.save(checkIn('one', NOON_MS), null);
    await keeper(async () => first).visit();
    await journal.save(checkIn('two', NOON_MS), null);
    nowMs += 86_400_000;
    await keeper(async () => then).visit();
    expect(await shelf.idsIn(dayCopy('2026-11-23'), then)).to.have.members(['settings', 'one', 'two']);
    await journal.save(checkIn('three', NOON_MS), null);
    await keeper(async () => last).visit();
    expect(await shelf.days(), 'one a day').to.have.length(2);
    nowMs += 86_400_000;
    await keeper(async () => last).visit();
    expect(await shelf.idsIn(dayCopy('2026-11-24'), last)).to.have.members(['settings', 'one', 'two', 'three']);
    nowMs += 86_400_000;
    await keeper(async () => last).visit();
    expect(await shelf.days(), 'nothing has changed').to.have.length(3);
  });

  it('makes one of an older entry that was changed, and where the clock was ahead and is set back', async () => {
    await journal.save(checkIn('new', NOON_MS), null);
    await journal.save(checkIn('old', NOON_MS - 86_400_000), null);
    const rightMs = nowMs;
    nowMs += 40 * 86_400_000;
    await keeper().visit();
    nowMs = rightMs;
    await journal.save({ ...checkIn('old', NOON_MS - 86_400_000), appVersion: '0.0.2' }, null);
    await keeper().visit();
    expect(await shelf.days()).to.deep.equal(['2027-01-01', '2026-11-22']);
  });

  it('makes one also where what an earlier visit left cannot be seen to', async () => {
    await journal.save(checkIn('one', NOON_MS), null);
    await folder.writeText(`day-2026-11-21.reverie${PART}`, 'half');
    const held = () => Promise.reject(new DOMException('staged', 'NoModificationAllowedError'));
    await whileStubbed(folder, 'remove', held, () => keeper().visit());
    expect(await shelf.days()).to.deep.equal(['2026-11-22']);
  });

  it('touches none where the journal has been erased or replaced since', async () => {
    await journal.save(checkIn('one', NOON_MS), null);
    await keeper().visit();
    await (await desk.tab()).eraseAll();
    await folder.writeText(`day-2026-11-21.reverie${PART}`, 'half');
    await keeper().visit();
    expect(await folder.names()).to.have.length(2);
  });

  it('is of one state: where another tab writes meanwhile none is kept, and the next visit makes one', async () => {
    await journal.save(checkIn('kept', NOON_MS), null);
    await journal.save(checkIn('erased', NOON_MS + 1), null);
    const other = await desk.tab();
    const { write } = folder;
    const meanwhile: typeof write = (file, fill, check) =>
      write.call(folder, file, fill, async (part) => {
        await check!(part);
        await other.erase('erased');
        await other.save(checkIn('saved', NOON_MS + 2), null);
        // As asked for last, before the copy takes its place.
        await check!(part);
      });
    await whileStubbed(folder, 'write', meanwhile, () => keeper().visit());
    expect(await folder.names()).to.deep.equal([]);
    await keeper().visit();
    expect(await shelf.idsIn(dayCopy('2026-11-22'), own)).to.have.members(['settings', 'kept', 'saved']);
  });

  it('loses none that is saved while it is made', async () => {
    await journal.save(checkIn('one', NOON_MS), null);
    const other = await desk.tab();
    const { peek } = journal;
    const meanwhile: typeof peek = async (id) => {
      const found = await peek.call(journal, id);
      await other.save(checkIn('two', NOON_MS), null);
      return found;
    };
    await whileStubbed(journal, 'peek', meanwhile, () => keeper().visit());
    nowMs += 86_400_000;
    await keeper().visit();
    const [newest] = await copies.list();
    expect(await shelf.idsIn(newest!.name, own)).to.have.members(['settings', 'one', 'two']);
  });

  it('is begun anew before a replacement where another tab writes meanwhile; where that goes on, nothing is replaced', async () => {
    await journal.save(checkIn('mine', NOON_MS), null);
    const other = await desk.tab();
    const clock = { epochMs: () => nowMs, monotonicMs: () => 0, zone: () => 'UTC' };
    const backups = new Backups({ journal, folder, clock, appVersion: ABOUT.app, keys: async () => own });
    const backup = await openedWith(await fileOf([record(checkIn('theirs', NOON_MS))], own), own);
    const preview = await backups.preview(backup, {});
    const { write } = folder;
    const whileOtherWrites = <R>(times: number, work: () => Promise<R>): Promise<R> => {
      let left = times;
      const meanwhile: typeof write = (file, fill, check) => {
        const asked = async (part: File) => {
          if (left-- > 0) await other.save(checkIn(`meanwhile-${left}`, NOON_MS), null);
          await check!(part);
        };
        return write.call(folder, file, fill, asked);
      };
      return whileStubbed(folder, 'write', meanwhile, work);
    };
    const replacing = whileOtherWrites(Infinity, () => backups.replace(backup, preview, {}));
    expect((await rejection(replacing)).code).to.equal('busy');
    expect(await folder.names()).to.deep.equal([]);
    expect(await journal.entry('theirs')).to.equal(null);
    await whileOtherWrites(1, () => backups.replace(backup, preview, {}));
    const [before] = await copies.list();
    expect(await shelf.idsIn(before!.name, own)).to.include.members(['mine', 'meanwhile-0']);
    expect(await journal.entry('mine')).to.equal(null);
  });

  it('seals them anew by itself after a passphrase was set, with no change to wait for', async () => {
    const before = await withoutPassphrase();
    let now: JournalKeys = before;
    let tell = (): void => undefined;
    const lock = {
      subscribe: (listener: () => void) => {
        tell = listener;
        return () => false;
      },
    };
    await journal.save(checkIn('one', NOON_MS), null);
    const made = keeper(async () => now, lock);
    made.start();
    while ((await shelf.days()).length === 0) await new Promise(requestAnimationFrame);
    await made.visit();
    expect(await copies.secretBeside()).to.not.equal(null);
    now = { ...before, wraps: own.wraps };
    tell();
    while (await copies.secretBeside()) await new Promise(requestAnimationFrame);
    made.close();
    await made.visit();
    expect(await folder.names()).to.deep.equal([dayCopy('2026-11-22')]);
  });

  it('looks at once when it begins, however long it is to be quiet after a change', async () => {
    await journal.save(checkIn('one', NOON_MS), null);
    const made = keeper(undefined, undefined, 600_000);
    made.start();
    while ((await shelf.days()).length === 0) await new Promise(requestAnimationFrame);
    made.close();
    await made.visit();
  });

  it('makes it by itself after a change', async () => {
    const made = keeper();
    made.start();
    await journal.save(checkIn('one', NOON_MS), null);
    const deadline = performance.now() + 5_000;
    while ((await shelf.days()).length === 0 && performance.now() < deadline) await new Promise(requestAnimationFrame);
    made.close();
    await made.visit();
    expect(await shelf.days()).to.deep.equal(['2026-11-22']);
  });
});
