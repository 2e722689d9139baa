import { newId } from '../../../../app/base/ids';
import { Copies, type JournalKeys } from '../../../../app/journal/backup/copies/copies';
import { CopyFolder } from '../../../../app/journal/backup/copies/copy-folder';
import { dayCopy } from '../../../../app/journal/backup/copies/copy-schedule';
import { checkIn, NOON_MS, recall, trace } from '../../support/samples';
import { whileStubbed } from '../../support/with-journal';
import { quickKeys, record, recordsIn, sourceOf } from '../support';

type Bytes = Uint8Array<ArrayBuffer>;

export const NOW = { app: '0.1.0', day: '2026-11-22', epochMs: NOON_MS };
export const RECORDS = [record(recall(), trace()), record(checkIn('second', NOON_MS))];

export const withoutPassphrase = async (): Promise<JournalKeys> => ({ ...(await quickKeys()), wraps: [] });

/** A bit of the last piece is another. */
export const flipped = (bytes: Bytes): Bytes => bytes.with(-9, bytes.at(-9)! ^ 1) as Bytes;
export const cutShort = (bytes: Bytes): Bytes => bytes.slice(0, -1);
export const emptied = (): Bytes => new Uint8Array(0);

/** Says how much room there is. */
export const whileRoomIs = <R>(bytes: number, work: () => Promise<R>): Promise<R> =>
  whileStubbed(navigator.storage, 'estimate', async () => ({ quota: bytes, usage: 0 }), work);

/** A folder of copies of its own per test. */
export class CopyShelf {
  readonly copies: Copies;

  private constructor(
    private readonly name: string,
    readonly folder: CopyFolder,
    /** Keys of a journal with a lock. */
    readonly own: JournalKeys,
  ) {
    this.copies = new Copies(folder);
  }

  static async open(): Promise<CopyShelf> {
    const name = `copies-${newId()}`;
    return new CopyShelf(name, (await CopyFolder.open(name))!, await quickKeys());
  }

  async clear(): Promise<void> {
    await (await navigator.storage.getDirectory()).removeEntry(this.name, { recursive: true });
  }

  /** Newest first. */
  async days(): Promise<string[]> {
    return (await this.copies.list()).map(({ day }) => day);
  }

  async idsIn(copy: string, keys: JournalKeys): Promise<string[]> {
    const opened = await (await this.copies.open(copy)).withKeys(keys);
    const found = (await recordsIn(opened!)) as typeof RECORDS;
    return found.map((one) => ('entry' in one ? one.entry.id : 'settings'));
  }

  async bytesOf(copy: string): Promise<Bytes> {
    return new Uint8Array(await (await this.folder.file(copy))!.arrayBuffer());
  }

  async put(copy: string, bytes: Bytes): Promise<void> {
    await this.folder.write(copy, (sink) => new Blob([bytes]).stream().pipeTo(sink));
  }

  /** Four copies, of 20 to 23 November. */
  async fill(keys: JournalKeys): Promise<void> {
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'])
      await this.copies.keep('day', sourceOf(RECORDS), keys, { ...NOW, day });
  }

  async spoil(day: string, change: (bytes: Bytes) => Bytes): Promise<void> {
    await this.put(dayCopy(day), change(await this.bytesOf(dayCopy(day))));
  }

  /** As on a full disk: every file fails at its first bytes. */
  whileFull<R>(work: () => Promise<R>): Promise<R> {
    const { folder } = this;
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
  }
}

/** The same tests with files as streams, and as on iOS before 26, where only a worker writes them. */
export function inBothWays(title: string, tests: () => void): void {
  describe(title, tests);
  describe(`${title}, where files have no streams`, () => {
    const { createWritable } = FileSystemFileHandle.prototype;
    before(() => Reflect.deleteProperty(FileSystemFileHandle.prototype, 'createWritable'));
    after(() => {
      FileSystemFileHandle.prototype.createWritable = createWritable;
    });
    tests();
  });
}
