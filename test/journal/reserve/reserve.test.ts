import { expect } from 'chai';
import { newId } from '../../../app/base/ids';
import { giveUpReserve, hasReserve, takeReserve } from '../../../app/journal/reserve/reserve';
import { RESERVE_BYTES } from '../../../app/journal/reserve/room-left';
import { Doubtful, idsOf } from '../second/support';
import { checkIn, NOON_MS } from '../support/samples';
import { rejection, whileStubbed } from '../support/with-journal';

const BYTES = 200_000;

/** Writes of the database fail as often as `times` says, and then don't. */
const failing = (error: () => DOMException, times: number) => {
  const { put } = IDBObjectStore.prototype;
  let left = times;
  return function (this: IDBObjectStore, ...record: Parameters<typeof put>): IDBRequest<IDBValidKey> {
    if (left-- > 0) throw error();
    return put.apply(this, record);
  };
};
const quota = () => new DOMException('', 'QuotaExceededError');
const fullDisk = () => new DOMException('IO error: 000003.log: FILE_ERROR_NO_SPACE', 'UnknownError');

describe('the reserve', () => {
  let doubtful: Doubtful;
  beforeEach(() => {
    doubtful = new Doubtful();
  });
  afterEach(async () => {
    await giveUpReserve(doubtful.name);
    await doubtful.clear();
  });

  const size = async (): Promise<number> => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(`reserve-${doubtful.name}`);
    return (await (await folder.getFileHandle('reserve')).getFile()).size;
  };

  it('takes as much room as it says, of bytes that nothing makes smaller, and gives it back once', async () => {
    expect(await hasReserve(doubtful.name)).to.equal(false);
    await takeReserve(doubtful.name);
    expect(await hasReserve(doubtful.name)).to.equal(true);
    expect(await size()).to.equal(RESERVE_BYTES);
    expect(await giveUpReserve(doubtful.name)).to.equal(true);
    expect(await hasReserve(doubtful.name)).to.equal(false);
    expect(await giveUpReserve(doubtful.name)).to.equal(false);
  });

  it('is a record of a database of its own in a browser without a private file system', async () => {
    const name = `without-${newId()}`;
    const move = Object.getOwnPropertyDescriptor(FileSystemFileHandle.prototype, 'move')!;
    Reflect.deleteProperty(FileSystemFileHandle.prototype, 'move');
    try {
      await takeReserve(name, BYTES);
      expect(await hasReserve(name)).to.equal(true);
      expect((await indexedDB.databases()).map((one) => one.name)).to.include(`reserve-${name}`);
      expect(await giveUpReserve(name)).to.equal(true);
      expect(await hasReserve(name)).to.equal(false);
    } finally {
      Object.defineProperty(FileSystemFileHandle.prototype, 'move', move);
    }
  });

  it('takes nothing if it finds no room for all of it', async () => {
    const full = () => Promise.reject(quota());
    await whileStubbed(FileSystemFileHandle.prototype, 'getFile', full, () =>
      rejection(takeReserve(doubtful.name, BYTES)),
    );
    expect(await hasReserve(doubtful.name)).to.equal(false);
  });

  for (const [why, error, isInDoubt] of [
    ['the browser refuses for its quota', quota, false],
    ['the disk is full', fullDisk, true],
  ] as const) {
    it(`is given up when ${why}, and the save is tried once more`, async () => {
      await takeReserve(doubtful.name, BYTES);
      const journal = await doubtful.tab();
      await whileStubbed(IDBObjectStore.prototype, 'put', failing(error, 1), () =>
        journal.save(checkIn('last', NOON_MS), null),
      );
      expect(await idsOf(journal)).to.deep.equal(['last']);
      expect(await hasReserve(doubtful.name)).to.equal(false);
      expect(doubtful.mark.isSet).to.equal(isInDoubt);
      if (isInDoubt) expect((await doubtful.files()).some((name) => name.startsWith('write-'))).to.equal(true);
    });
  }

  it('is given up once: what fails again is told', async () => {
    await takeReserve(doubtful.name, BYTES);
    const journal = await doubtful.tab();
    const error = await whileStubbed(IDBObjectStore.prototype, 'put', failing(quota, Infinity), () =>
      rejection(journal.save(checkIn('refused', NOON_MS), null)),
    );
    expect(error.code).to.equal('journal-full');
    expect(await hasReserve(doubtful.name)).to.equal(false);
  });

  it('stays where a write fails for another reason', async () => {
    await takeReserve(doubtful.name, BYTES);
    const journal = await doubtful.tab();
    const refused = () => new DOMException('', 'DataError');
    await whileStubbed(IDBObjectStore.prototype, 'put', failing(refused, 1), () =>
      rejection(journal.save(checkIn('refused', NOON_MS), null)),
    );
    expect(await hasReserve(doubtful.name)).to.equal(true);
  });
});
