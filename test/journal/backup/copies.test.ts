import { expect } from 'chai';
import { newId } from '../../../app/base/ids';
import { Failure } from '../../../app/domain/failure';
import { Backups } from '../../../app/journal/backup/backups';
import { Copies, type JournalKeys } from '../../../app/journal/backup/copies';
import { CopyFolder, PART } from '../../../app/journal/backup/copy-folder';
import { COPIES_LOCK, CopyKeeper, type KeeperPorts } from '../../../app/journal/backup/copy-keeper';
import { dayCopy } from '../../../app/journal/backup/copy-schedule';
import { newFileKeys } from '../../../app/journal/backup/file-keys';
import { makeRoom } from '../../../app/journal/backup/make-room';
import { eraseWithCopies } from '../../../app/journal/backup/open-backups';
import { reseal as resealCopies } from '../../../app/journal/backup/reseal';
import type { Journal } from '../../../app/journal/journal';
import { checkIn, NOON_MS, recall, trace } from '../samples';
import { Desk, rejection, whileStubbed } from '../with-journal';
import { ABOUT, fileOf, openedWith, quickKeys, record, recordsIn, SECRET, sourceOf } from './support';

const NOW = { app: '0.1.0', day: '2026-11-22', epochMs: NOON_MS };
const RECORDS = [record(recall(), trace()), record(checkIn('second', NOON_MS))];

describe('copies', () => copiesWork());

describe('erasing', () => {
  let desk: Desk;
  let journal: Journal;
  beforeEach(async () => {
    desk = new Desk();
    journal = await desk.tab({ erasing: eraseWithCopies });
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
    await (await desk.tab({ erasing: asking })).eraseAll();
    expect([...locks, await ask()]).to.deep.equal([undefined, COPIES_LOCK]);
    expect((await (await desk.tab()).list()).entries).to.deep.equal([]);
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

describe('copies where files have no streams, as on iOS before 26', () => {
  const { createWritable } = FileSystemFileHandle.prototype;
  before(() => Reflect.deleteProperty(FileSystemFileHandle.prototype, 'createWritable'));
  after(() => {
    FileSystemFileHandle.prototype.createWritable = createWritable;
  });
  copiesWork();

  it('are not kept where files cannot even be renamed', async () => {
    const { move } = FileSystemFileHandle.prototype as never as { move: unknown };
    Reflect.deleteProperty(FileSystemFileHandle.prototype, 'move');
    try {
      expect(await CopyFolder.open(`copies-${newId()}`)).to.equal(null);
    } finally {
      Object.assign(FileSystemFileHandle.prototype, { move });
    }
  });

  it('leave the one that was there when the worker fails in the middle', async () => {
    const name = `copies-${newId()}`;
    const folder = (await CopyFolder.open(name))!;
    await folder.writeText('kept', 'as it was');
    const half = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('half')),
      pull: (controller) => controller.error(new Error('staged')),
    });
    const failing = folder.write('kept', (sink) => half.pipeTo(sink));
    expect((await rejection(failing)).message).to.equal('staged');
    expect(await folder.text('kept')).to.equal('as it was');
    // A file that is still held by a worker could not be written again.
    await folder.writeText('kept', 'new');
    expect([await folder.text('kept'), await folder.names()]).to.deep.equal(['new', ['kept']]);
    await (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true });
  });
});

function copiesWork(): void {
  let folder: CopyFolder;
  let copies: Copies;
  let name: string;
  let own: JournalKeys;

  beforeEach(async () => {
    name = `copies-${newId()}`;
    folder = (await CopyFolder.open(name))!;
    copies = new Copies(folder);
    own = await quickKeys();
  });
  afterEach(async () => {
    await (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true });
  });

  const withoutPassphrase = async (): Promise<JournalKeys> => ({ ...(await quickKeys()), wraps: [] });
  const reseal = (keys: JournalKeys, ...present: string[]) =>
    resealCopies(copies, keys, NOW, async () => new Set(present));
  const idsIn = async (copy: string, keys: JournalKeys): Promise<string[]> => {
    const opened = await (await copies.open(copy)).withKeys(keys);
    const found = (await recordsIn(opened!)) as typeof RECORDS;
    return found.map((one) => ('entry' in one ? one.entry.id : 'settings'));
  };

  /** As on a full disk: every file fails at its first bytes. */
  const whileFull = <R>(work: () => Promise<R>): Promise<R> => {
    const { write } = folder;
    const full = () => Promise.reject(new DOMException('staged', 'QuotaExceededError'));
    const stub: typeof write = (file, fill, check) => {
      const failing = async (sink: WritableStream<Uint8Array>) => {
        await sink.abort();
        return fill(new WritableStream({ write: full }));
      };
      return write.call(folder, file, failing, check);
    };
    return whileStubbed(folder, 'write', stub, work);
  };
  const whileRoomIs = <R>(bytes: number, work: () => Promise<R>): Promise<R> =>
    whileStubbed(navigator.storage, 'estimate', async () => ({ quota: bytes, usage: 0 }), work);
  const bytesOf = async (copy: string) => new Uint8Array(await (await folder.file(copy))!.arrayBuffer());
  const putFile = (
    copy: string,
    bytes: Uint8Array<ArrayBuffer>,
    change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
  ) => folder.write(copy, (sink) => new Blob([change(bytes)]).stream().pipeTo(sink));

  it('of a journal with a passphrase open with its secrets and with nothing that lies beside them', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    const [copy] = await copies.list();
    expect(copy).to.deep.include({ name: 'day-2026-11-22.reverie', kind: 'day', day: '2026-11-22' });
    expect(copy!.bytes).to.be.greaterThan(500);
    expect(await copies.secretBeside()).to.equal(null);
    const opened = await (await copies.open(copy!.name)).withSecret(SECRET);
    expect(await recordsIn(opened)).to.deep.equal(RECORDS);
  });

  it('of a journal without one open with the code beside them, whatever became of the journal’s own key', async () => {
    await copies.keep('day', sourceOf(RECORDS), await withoutPassphrase(), NOW);
    await copies.keep('day', sourceOf(RECORDS), await withoutPassphrase(), { ...NOW, day: '2026-11-23' });
    const beside = (await copies.secretBeside())!;
    for (const copy of await copies.list()) {
      const opened = await (await copies.open(copy.name)).withSecret(beside);
      expect(await recordsIn(opened)).to.deep.equal(RECORDS);
    }
  });

  it('are sealed anew when a passphrase is set, and the code beside them goes', async () => {
    const before = await withoutPassphrase();
    await copies.keep('day', sourceOf(RECORDS), before, NOW);
    const code = (await copies.secretBeside())!;
    const after: JournalKeys = { ...before, wraps: own.wraps };
    await reseal(after);
    expect(await copies.secretBeside()).to.equal(null);
    expect(await idsIn('day-2026-11-22.reverie', after)).to.deep.equal(['first', 'second']);
    const file = await copies.open('day-2026-11-22.reverie');
    expect((await rejection(file.withSecret(code))).code).to.equal('wrong-secret');
    expect(file.created).to.equal('2026-11-22');
  });

  it('that cannot be sealed anew for want of room keep the code beside them until there is some', async () => {
    const before = await withoutPassphrase();
    await copies.keep('day', sourceOf(RECORDS), before, NOW);
    const code = (await copies.secretBeside())!;
    const after: JournalKeys = { ...before, wraps: own.wraps };
    await whileFull(() => reseal(after));
    expect(await copies.secretBeside()).to.deep.equal(code);
    const opened = await (await copies.open('day-2026-11-22.reverie')).withSecret(code);
    expect(await recordsIn(opened)).to.deep.equal(RECORDS);
    await reseal(after);
    expect(await copies.secretBeside()).to.equal(null);
    expect(await idsIn('day-2026-11-22.reverie', after)).to.deep.equal(['first', 'second']);
  });

  it('make room before they are sealed anew: the oldest go, and the newest two stay', async () => {
    const before = await withoutPassphrase();
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'])
      await copies.keep('day', sourceOf(RECORDS), before, { ...NOW, day });
    const after: JournalKeys = { ...before, wraps: own.wraps };
    await whileRoomIs(1_000, async () => {
      await reseal(after);
      expect((await copies.list()).map(({ day }) => day)).to.deep.equal(['2026-11-23', '2026-11-22']);
      for (const { name: copy } of await copies.list())
        expect(await idsIn(copy, after)).to.deep.equal(['first', 'second']);
      expect(await copies.secretBeside()).to.equal(null);
    });
  });

  const days = async () => (await copies.list()).map(({ day }) => day);
  const flipped = (bytes: Uint8Array<ArrayBuffer>) => bytes.with(-9, bytes.at(-9)! ^ 1) as Uint8Array<ArrayBuffer>;
  const cutOff = (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -1);
  const emptied = () => new Uint8Array(0);
  const fourCopies = async (keys: JournalKeys) => {
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'])
      await copies.keep('day', sourceOf(RECORDS), keys, { ...NOW, day });
  };
  const spoil = async (day: string, change: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>) =>
    putFile(dayCopy(day), await bytesOf(dayCopy(day)), change);

  it('that are corrupt go first when room is needed, and none that is sound for one that is not', async () => {
    for (const keys of [own, await withoutPassphrase()]) {
      for (const spoils of [flipped, cutOff, emptied]) {
        await copies.clear();
        await fourCopies(keys);
        await spoil('2026-11-23', spoils);
        await spoil('2026-11-22', spoils);
        await whileRoomIs(1_000, () => makeRoom(copies, keys));
        expect(await days()).to.deep.equal(['2026-11-21', '2026-11-20']);
      }
    }
  });

  it('that are sound all stay where those that are corrupt leave room enough', async () => {
    await fourCopies(own);
    const { bytes } = (await copies.list())[0]!;
    await spoil('2026-11-22', flipped);
    await whileRoomIs(4 * bytes - 1, () => makeRoom(copies, own));
    expect(await days()).to.deep.equal(['2026-11-23', '2026-11-21', '2026-11-20']);
  });

  it('of another journal are nothing that can be told corrupt: the newest two stay, and the newest two of this one', async () => {
    const other = await newFileKeys(SECRET, 0);
    await fourCopies(own);
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26'])
      await copies.keep('day', sourceOf(RECORDS), other, { ...NOW, day });
    await whileRoomIs(1_000, () => makeRoom(copies, own));
    expect(await days()).to.deep.equal(['2026-11-26', '2026-11-25', '2026-11-23', '2026-11-22']);
  });

  it('all stay where the journal is locked while it is looked which of them are corrupt', async () => {
    await fourCopies(own);
    await spoil('2026-11-23', flipped);
    await spoil('2026-11-22', flipped);
    const locked = () => Promise.reject(new Failure('journal-locked'));
    await whileRoomIs(1_000, () => rejection(makeRoom(copies, { ...own, fileKey: locked })));
    expect(await days()).to.have.length(4);
  });

  it('still say how many entries they could not hold when they are written anew', async () => {
    await copies.keep('day', { ...sourceOf(RECORDS), unreadable: 2 }, own, NOW);
    await copies.marks.put(['first']);
    await reseal(own);
    const opened = await (await copies.open(dayCopy(NOW.day))).withKeys(own);
    expect(await opened!.verify()).to.deep.include({ entries: 1, unreadable: 2 });
  });

  it('are all listed where one of them cannot be looked at', async () => {
    await fourCopies(own);
    const { file } = folder;
    const stub: typeof file = async (asked) => {
      if (asked === dayCopy('2026-11-22')) throw new DOMException('staged', 'NotReadableError');
      return file.call(folder, asked);
    };
    const listed = await whileStubbed(folder, 'file', stub, () => copies.list());
    expect(listed.map(({ bytes }) => bytes > 0)).to.deep.equal([true, false, true, true]);
  });

  it('are made with a new code where the one beside them is none any more', async () => {
    await folder.writeText('code.txt', '7K2M-');
    await copies.keep('day', sourceOf(RECORDS), await withoutPassphrase(), NOW);
    const opened = await (await copies.open(dayCopy(NOW.day))).withSecret((await copies.secretBeside())!);
    expect(await recordsIn(opened)).to.deep.equal(RECORDS);
  });

  it('are all left where there is little room and nothing to be written', async () => {
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22'])
      await copies.keep('day', sourceOf(RECORDS), own, { ...NOW, day });
    await whileRoomIs(1_000, () => reseal(own));
    expect(await copies.list()).to.have.length(3);
  });

  it('keep the code while one of them is of a newer version, and not for one that is corrupt for good', async () => {
    const before = await withoutPassphrase();
    await copies.keep('day', sourceOf(RECORDS), before, NOW);
    const other = dayCopy('2026-11-21');
    await putFile(other, await bytesOf(dayCopy(NOW.day)), (bytes) => bytes.with(7, 99));
    const after: JournalKeys = { ...before, wraps: own.wraps };
    await reseal(after);
    expect(await copies.secretBeside()).to.not.equal(null);
    await putFile(other, await bytesOf(dayCopy(NOW.day)), (bytes) => bytes.slice(0, -1));
    await reseal(after);
    expect(await copies.secretBeside()).to.equal(null);
    expect(await copies.list(), 'nothing was erased').to.have.length(2);
  });

  it('forget what was erased, in every copy', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    await copies.keep('before', sourceOf(RECORDS), own, NOW);
    await copies.marks.put(['first']);
    await copies.marks.put(['elsewhere']);
    await reseal(own);
    for (const copy of await copies.list()) expect(await idsIn(copy.name, own)).to.deep.equal(['second']);
    expect(await folder.names()).to.have.length(2);
  });

  it('are told to forget also while another tab takes away what a killed one left', async () => {
    const { write } = folder;
    const tidied: typeof write = (file, fill, check) =>
      write.call(folder, file, fill, async (part) => {
        await copies.tidy();
        await check?.(part);
      });
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    await whileStubbed(folder, 'write', tidied, () => copies.marks.put(['first', 'second.part']));
    await copies.tidy();
    await reseal(own);
    expect(await idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['second']);
    expect(await folder.names(), 'no mark stays').to.have.length(1);
  });

  it('forget what was erased when there was no room for it at first', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    await copies.marks.put(['first']);
    await whileFull(() => reseal(own));
    expect(await idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['first', 'second']);
    await reseal(own);
    expect(await idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['second']);
    expect(await folder.names(), 'no mark stays').to.have.length(1);
  });

  it('are not lost when one that is written anew does not come out sound', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    await copies.marks.put(['first']);
    const { write } = folder;
    const cutOff: typeof write = (file, fill, check) =>
      write.call(folder, file, fill, (part) => check!(part.slice(0, -1) as File));
    await whileStubbed(folder, 'write', cutOff, () => reseal(own));
    expect(await idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['first', 'second']);
    await reseal(own);
    expect(await idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['second']);
  });

  it('that are corrupt for good go once something was erased, and keep no mark', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    const sound = await bytesOf(dayCopy(NOW.day));
    await putFile(dayCopy('2026-11-21'), sound, (bytes) => bytes.slice(0, -1));
    await putFile(dayCopy('2026-11-20'), sound, (bytes) => bytes.with(0, 0));
    await putFile(dayCopy('2026-11-19'), sound, flipped);
    await copies.marks.put(['first']);
    await reseal(own);
    expect(await folder.names()).to.deep.equal(['day-2026-11-22.reverie']);
    expect(await idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['second']);
  });

  it('forget what was erased while the first of them was being written', async () => {
    const erasedMeanwhile = {
      ...sourceOf([]),
      records: async function* () {
        yield RECORDS[0]!;
        await copies.marks.put(['first']);
        yield RECORDS[1]!;
      },
    };
    await copies.keep('day', erasedMeanwhile, own, NOW);
    await reseal(own);
    expect(await idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['second']);
  });

  it('keep what is marked while the journal has it: not erased yet, or brought back', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    await copies.marks.put(['first']);
    await reseal(own, 'first', 'second');
    expect(await idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['first', 'second']);
    await reseal(own, 'second');
    expect(await idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['second']);
    expect(await folder.names(), 'no mark stays').to.have.length(1);
  });

  it('are not touched where they do not hold what was erased', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    const before = await bytesOf('day-2026-11-22.reverie');
    await copies.marks.put(['elsewhere']);
    await reseal(own);
    expect(await bytesOf('day-2026-11-22.reverie')).to.deep.equal(before);
    expect(await folder.names(), 'no mark stays').to.have.length(1);
  });

  it('are not touched while nothing was erased and no secret has changed', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    const before = (await folder.file('day-2026-11-22.reverie'))!;
    await reseal(own);
    const after = (await folder.file('day-2026-11-22.reverie'))!;
    expect(await after.arrayBuffer()).to.deep.equal(await before.arrayBuffer());
  });

  it('of another journal are left alone', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    const other = await newFileKeys(SECRET, 0);
    await copies.marks.put(['first']);
    await reseal(other);
    expect(await idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['first', 'second']);
  });

  it('are whole or not there: what failed half way leaves the old one', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    const failing = {
      ...sourceOf([]),
      records: async function* () {
        yield RECORDS[0]!;
        throw new Error('the journal is gone');
      },
    };
    expect((await rejection(copies.keep('day', failing, own, NOW))).message).to.equal('the journal is gone');
    expect(await folder.names()).to.deep.equal(['day-2026-11-22.reverie']);
    expect(await idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['first', 'second']);
  });

  describe('keeper', () => {
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
      expect(await days()).to.deep.equal(['2026-11-22']);
      const first = (await folder.file(dayCopy('2026-11-22')))!.lastModified;
      await keeper().visit();
      expect((await folder.file(dayCopy('2026-11-22')))!.lastModified).to.equal(first);
      nowMs = Date.now() + 86_400_000;
      await keeper().visit();
      expect(await days(), 'nothing has changed').to.have.length(1);
      await journal.save(checkIn('two', nowMs), null);
      await keeper().visit();
      expect(await days()).to.have.length(2);
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
      journal = await desk.tab({ erasing });
      await journal.save(checkIn('one', NOON_MS), null);
      await journal.save(checkIn('two', NOON_MS), null);
      await journal.erase('one');
      expect(await idsIn(dayCopy('2026-11-22'), own)).to.include('one');
      await keeper().visit();
      expect(await idsIn(dayCopy('2026-11-22'), own)).to.deep.equal(['settings', 'two']);
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
      expect(await idsIn(dayCopy('2026-11-23'), then)).to.have.members(['settings', 'one', 'two']);
      await journal.save(checkIn('three', NOON_MS), null);
      await keeper(async () => last).visit();
      expect(await days(), 'one a day').to.have.length(2);
      nowMs += 86_400_000;
      await keeper(async () => last).visit();
      expect(await idsIn(dayCopy('2026-11-24'), last)).to.have.members(['settings', 'one', 'two', 'three']);
      nowMs += 86_400_000;
      await keeper(async () => last).visit();
      expect(await days(), 'nothing has changed').to.have.length(3);
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
      expect(await days()).to.deep.equal(['2027-01-01', '2026-11-22']);
    });

    it('makes one also where what an earlier visit left cannot be seen to', async () => {
      await journal.save(checkIn('one', NOON_MS), null);
      await folder.writeText(`day-2026-11-21.reverie${PART}`, 'half');
      const held = () => Promise.reject(new DOMException('staged', 'NoModificationAllowedError'));
      await whileStubbed(folder, 'remove', held, () => keeper().visit());
      expect(await days()).to.deep.equal(['2026-11-22']);
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
      expect(await idsIn(dayCopy('2026-11-22'), own)).to.have.members(['settings', 'kept', 'saved']);
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
      expect(await idsIn(newest!.name, own)).to.have.members(['settings', 'one', 'two']);
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
      expect(await idsIn(before!.name, own)).to.include.members(['mine', 'meanwhile-0']);
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
      while ((await days()).length === 0) await new Promise(requestAnimationFrame);
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
      while ((await days()).length === 0) await new Promise(requestAnimationFrame);
      made.close();
      await made.visit();
    });

    it('makes it by itself after a change', async () => {
      const made = keeper();
      made.start();
      await journal.save(checkIn('one', NOON_MS), null);
      const deadline = performance.now() + 5_000;
      while ((await days()).length === 0 && performance.now() < deadline) await new Promise(requestAnimationFrame);
      made.close();
      await made.visit();
      expect(await days()).to.deep.equal(['2026-11-22']);
    });
  });
}
