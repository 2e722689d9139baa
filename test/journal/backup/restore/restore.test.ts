import { expect } from 'chai';
import { Failure } from '../../../../app/domain/failure/failure';
import { DEFAULT_SETTINGS } from '../../../../app/domain/settings/settings';
import type { BackupRecord } from '../../../../app/journal/backup/file/record-lines';
import { JournalSource } from '../../../../app/journal/backup/file/source';
import { previewBackup } from '../../../../app/journal/backup/restore/preview';
import { mergeBackup, replaceByBackup } from '../../../../app/journal/backup/restore/restore';
import { BackupTarget } from '../../../../app/journal/backup/restore/target';
import { dayOfMs } from '../../../../app/journal/index/days';
import type { Journal } from '../../../../app/journal/journal';
import { TRACE } from '../../../../app/journal/records/record-kinds';
import { sha256 } from '../../../../app/journal/vault/crypto';
import { AGREED } from '../../../services/support/agreed';
import { checkIn, NOON_MS, recall, trace } from '../../support/samples';
import { Desk, rejection, whileStubbed } from '../../support/with-journal';
import { fileOf, openedWith, quickKeys, record } from '../support';

const DAY_MS = 86_400_000;
const SETTINGS = { settings: { ...DEFAULT_SETTINGS, recallMs: 60_000, consents: AGREED, persisted: true } };

describe('bringing a backup back', () => {
  let desk: Desk;
  let journal: Journal;
  let target: BackupTarget;

  beforeEach(async () => {
    desk = new Desk();
    journal = await desk.tab();
    target = new BackupTarget(journal, sha256);
  });
  afterEach(() => desk.clear());

  const backup = async (records: readonly BackupRecord[]) => {
    const keys = await quickKeys();
    return openedWith(await fileOf(records, keys), keys);
  };
  const ids = async () => (await journal.list()).entries.map(({ id }) => id).sort();
  const everything = async () => {
    const all: BackupRecord[] = [];
    for await (const one of new JournalSource(journal).records()) all.push(one);
    return all;
  };
  const agreed = async (records: readonly BackupRecord[]) => {
    const opened = await backup(records);
    const { missing } = await previewBackup(opened.read(), target);
    return { records: opened.read(), target, agreed: missing, keepCopy: async () => undefined };
  };

  it('into an empty journal gives entries, traces and what was set; not the consent, nor what only a device knows', async () => {
    const opened = await backup([SETTINGS, record(recall(), trace()), record(checkIn('second', NOON_MS + DAY_MS))]);
    const done = await mergeBackup({ records: opened.read(), target });
    expect(done).to.deep.equal({ added: 2, changed: 0, same: 0, removed: 0, unknown: 0 });
    expect(await journal.entry('first')).to.deep.equal(recall());
    expect(await journal.trace('first')).to.deep.equal(trace());
    expect(await journal.settings()).to.deep.equal({ ...DEFAULT_SETTINGS, recallMs: 60_000 });
  });

  it('shows beforehand what is new, the same, different and missing, and writes nothing', async () => {
    await journal.save(recall(), trace());
    await journal.save(checkIn('mine', NOON_MS + 1), null);
    await journal.save({ ...checkIn('both', NOON_MS + 2), appVersion: '0.2.0' }, null);
    const before = await everything();
    const opened = await backup([
      record(recall(), trace()),
      record(checkIn('both', NOON_MS + 2)),
      record(checkIn('new', NOON_MS - DAY_MS)),
    ]);
    const { tally, ...rest } = await previewBackup(opened.read(), target);
    expect(rest).to.deep.equal({
      standings: { new: 1, same: 1, different: 1 },
      unknown: 0,
      missing: ['mine'],
      present: 3,
    });
    expect([tally.firstDay, tally.lastDay]).to.deep.equal(['2026-11-21', '2026-11-22']);
    expect(await everything()).to.deep.equal(before);
  });

  it('merges: adds what is new, keeps both versions of what differs, and the second time adds nothing', async () => {
    await journal.save(recall({ faceDisputed: true }), trace());
    await journal.changeSettings({ recallMs: 30_000 });
    const records = [SETTINGS, record(recall(), trace()), record(checkIn('new', NOON_MS + 1))];
    const opened = await backup(records);
    const first = await mergeBackup({ records: opened.read(), target });
    expect(first).to.deep.equal({ added: 1, changed: 1, same: 0, removed: 0, unknown: 0 });
    const found = (await journal.list()).entries;
    expect(found).to.have.length(3);
    const other = found.find(({ id }) => id !== 'first' && id !== 'new')!;
    expect(other).to.deep.equal({ ...recall(), id: other.id, besideId: 'first' });
    expect(await journal.trace(other.id)).to.deep.equal({ ...trace(), entryId: other.id });
    expect(await journal.entry('first')).to.deep.equal(recall({ faceDisputed: true }));
    expect((await journal.settings()).recallMs).to.equal(30_000);

    const again = await mergeBackup({ records: opened.read(), target });
    expect(again).to.deep.equal({ added: 0, changed: 0, same: 2, removed: 0, unknown: 0 });
    expect(await ids()).to.have.length(3);
  });

  it('never writes over an entry that cannot be read, and brings the sound version in beside it', async () => {
    await desk.plantSealed('entries', 'first', { version: 1, kind: 'recall' }, { day: dayOfMs(NOON_MS) });
    const [broken] = await desk.raw('entries');
    journal = await desk.tab();
    target = new BackupTarget(journal, sha256);
    const opened = await backup([record(recall(), trace())]);
    expect((await mergeBackup({ records: opened.read(), target })).changed).to.equal(1);
    expect((await desk.raw('entries')).find(({ id }) => id === 'first')).to.deep.equal(broken);
    expect((await journal.list()).entries.map((entry) => entry.kind === 'recall' && entry.memory.title)).to.deep.equal([
      'First snow on the hill',
    ]);
    // A replacement leaves it as well: no copy holds it.
    await replaceByBackup(await agreed([record(checkIn('other', NOON_MS))]));
    expect((await desk.raw('entries')).map(({ id }) => id).sort()).to.deep.equal(['first', 'other']);
  });

  it('replaces: the journal is what the backup was, after a copy was kept', async () => {
    await journal.save(recall({ faceDisputed: true }), trace());
    await journal.save(checkIn('mine', NOON_MS), null);
    const before = await everything();
    const records = [SETTINGS, record(checkIn('new', NOON_MS + 1)), record(recall(), trace())];
    let copied: unknown;
    const keepCopy = async () => {
      copied = await everything();
    };
    const done = await replaceByBackup({ ...(await agreed(records)), keepCopy });
    expect(copied).to.deep.equal(before);
    expect(done).to.deep.equal({ added: 1, changed: 1, same: 0, removed: 1, unknown: 0 });
    expect((await everything()).slice(1)).to.deep.equal(records.slice(1));
    expect((await journal.settings()).recallMs).to.equal(60_000);
  });

  it('replaces nothing where no copy could be kept', async () => {
    await journal.save(checkIn('mine', NOON_MS), null);
    const keepCopy = () => Promise.reject(new Error('no room for a copy'));
    const options = { ...(await agreed([record(checkIn('new', NOON_MS))])), keepCopy };
    expect((await rejection(replaceByBackup(options))).message).to.equal('no room for a copy');
    expect(await ids()).to.deep.equal(['mine']);
  });

  it('takes away only what the person agreed to lose: not what was written since', async () => {
    await journal.save(checkIn('mine', NOON_MS), null);
    const options = await agreed([record(checkIn('new', NOON_MS))]);
    await journal.save(checkIn('meanwhile', NOON_MS), null);
    await replaceByBackup(options);
    expect(await ids()).to.deep.equal(['meanwhile', 'new']);
  });

  it('takes nothing away before all of the backup is durable', async () => {
    await journal.save(checkIn('mine', NOON_MS), null);
    const options = await agreed([record(checkIn('one', NOON_MS)), record(checkIn('two', NOON_MS))]);
    const put = IDBObjectStore.prototype.put;
    const full = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (this.name === 'entries' && args[0].id === 'two') throw new DOMException('no space', 'QuotaExceededError');
      return put.apply(this, args);
    };
    const error = await whileStubbed(IDBObjectStore.prototype, 'put', full, () => rejection(replaceByBackup(options)));
    expect(error.code).to.equal('journal-full');
    expect(await ids()).to.deep.equal(['mine', 'one']);
  });

  it('saves many in few transactions, and tells of each once it is there', async () => {
    const records = Array.from({ length: 60 }, (_, at) => record(checkIn(`many-${at}`, NOON_MS + at)));
    const opened = await backup(records);
    const { transaction } = IDBDatabase.prototype;
    let writes = 0;
    const counted = function (this: IDBDatabase, ...[stores, mode, options]: Parameters<typeof transaction>) {
      if (mode === 'readwrite' && [stores].flat().includes('entries')) writes += 1;
      return transaction.call(this, stores, mode, options);
    };
    const told: number[] = [];
    await whileStubbed(IDBDatabase.prototype, 'transaction', counted, () =>
      mergeBackup({ records: opened.read(), target, onEntry: (entries) => told.push(entries), batchSize: 20 }),
    );
    expect(writes).to.equal(3);
    expect(told).to.deep.equal(records.map((_, at) => at + 1));
    expect(await ids()).to.have.length(60);
  });

  it('keeps all that can be saved of a batch in which one cannot', async () => {
    const opened = await backup(['one', 'two', 'three'].map((id) => record(checkIn(id, NOON_MS))));
    const { put } = IDBObjectStore.prototype;
    const bad = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (this.name === 'entries' && args[0].id === 'three') throw new DOMException('no', 'DataError');
      return put.apply(this, args);
    };
    await whileStubbed(IDBObjectStore.prototype, 'put', bad, () =>
      rejection(mergeBackup({ records: opened.read(), target })),
    );
    expect(await ids()).to.deep.equal(['one', 'two']);
  });

  it('takes an entry that the backup has twice, in two versions, as two versions', async () => {
    const twice = [checkIn('twice', NOON_MS), { ...checkIn('twice', NOON_MS), appVersion: '0.2.0' }];
    const opened = await backup([...twice, twice[0]!].map((entry) => record(entry)));
    expect(await mergeBackup({ records: opened.read(), target })).to.deep.equal({
      added: 1,
      changed: 1,
      same: 1,
      removed: 0,
      unknown: 0,
    });
    expect(await journal.entry('twice')).to.deep.equal(twice[0]);
  });

  it('passes over what a newer version wrote, and says how much that is', async () => {
    const newer = { entry: { ...checkIn('newer', NOON_MS), version: 9 }, trace: null } as never;
    const opened = await backup([newer, record(checkIn('known', NOON_MS))]);
    expect((await previewBackup(opened.read(), target)).unknown).to.equal(1);
    expect((await mergeBackup({ records: opened.read(), target })).unknown).to.equal(1);
    expect(await ids()).to.deep.equal(['known']);
  });
});

describe('the source of a backup', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.clear());

  it('counts what cannot be read, and keeps the entry of a broken trace', async () => {
    await (await desk.tab()).save(recall(), trace());
    await desk.plantSealed('traces', 'first', { version: 1 });
    await desk.plantSealed('entries', 'broken', {}, { day: dayOfMs(NOON_MS) });
    await desk.plantSealed('settings', 'settings', { theme: 'sepia' }, { revision: 'r' });
    const journal = await desk.tab();
    const source = new JournalSource(journal);
    const found: BackupRecord[] = [];
    for await (const one of source.records()) found.push(one);
    expect(found).to.deep.equal([record(recall())]);
    expect(source.unreadable).to.equal(2);
  });

  it('is not made without traces, and compares none, where only the code that reads them is missing', async () => {
    const journal = await desk.tab();
    await journal.save(recall(), trace());
    const missing = () => Promise.reject(new Failure('not-fetched'));
    await whileStubbed(TRACE, 'read', missing, async () => {
      const first = new JournalSource(journal).records();
      await first.next();
      expect((await rejection(first.next())).code).to.equal('not-fetched');
      const standing = new BackupTarget(journal, sha256).standing({ entry: recall(), trace: trace() });
      expect((await rejection(standing)).code).to.equal('not-fetched');
    });
  });
});
