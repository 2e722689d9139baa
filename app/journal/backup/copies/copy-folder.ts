import { fileWriting, workerSink } from '../file/file-sink';

/** `flushed`: a file is on the disk when its write resolves, which only a worker can see to; that takes longer. */
export type Durability = 'relaxed' | 'flushed';

/**
 * The folder in the browser's private file system that holds the copies of the journal. It does not depend on the database: if that
 * is broken, the copies are still there.
 */
export class CopyFolder {
  private constructor(
    private readonly folder: FileSystemDirectoryHandle,
    private readonly folderName: string,
    private readonly durability: Durability,
  ) {}

  /** Null if the browser has no such folder, or if it cannot be reached. */
  static open(name?: string): Promise<CopyFolder | null> {
    return CopyFolder.reach(name).catch(() => null);
  }

  /**
   * Null if the browser gives this page no private file system, as in some private windows: then there are no copies. Rejects if
   * there is one but the folder cannot be reached: then there may be copies.
   */
  static async reach(name = 'copies', durability: Durability = 'relaxed'): Promise<CopyFolder | null> {
    if (!fileWriting()) return null;
    const root = await navigator.storage.getDirectory().catch(() => null);
    return root && new CopyFolder(await root.getDirectoryHandle(name, { create: true }), name, durability);
  }

  /** Names of all files. */
  async names(): Promise<string[]> {
    const names: string[] = [];
    const keys = this.folder.keys();
    for (let next = await keys.next(); !next.done; next = await keys.next()) names.push(next.value);
    return names.sort();
  }

  /** Null if there is no such file. */
  async file(name: string): Promise<File | null> {
    try {
      return await (await this.folder.getFileHandle(name)).getFile();
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  }

  /** Writes a file as a whole: the old file of that name stays until the new one is complete and `check` has resolved. */
  async write(
    name: string,
    fill: (sink: WritableStream<Uint8Array>) => Promise<unknown>,
    check: (file: File) => Promise<unknown> = async () => undefined,
  ): Promise<void> {
    const part = `${name}${PART}`;
    try {
      const handle = await this.folder.getFileHandle(part, { create: true });
      await fill(await this.#sink(handle, part));
      await check(await handle.getFile());
      await (handle as Movable).move(name);
    } catch (error) {
      // If removing fails too, the first error matters more. The next visit removes the file.
      await this.remove(part).catch(() => undefined);
      throw error;
    }
  }

  /** Creates an empty file if there is none. It takes effect at once and takes no room. */
  async touch(name: string): Promise<void> {
    await this.folder.getFileHandle(name, { create: true });
  }

  async #sink(handle: FileSystemFileHandle, name: string): Promise<WritableStream<Uint8Array>> {
    const path = [this.folderName, name];
    if (fileWriting() === 'worker') return workerSink(path);
    if (this.durability === 'relaxed') return handle.createWritable();
    // If its script can't be loaded, a file that may not have reached the disk is better than none.
    return workerSink(path).catch(() => handle.createWritable());
  }

  /** Null if there is no such file, also if it is removed while it is read. */
  async text(name: string): Promise<string | null> {
    const file = await this.file(name);
    try {
      return (await file?.text()) ?? null;
    } catch (error) {
      // If the file is still there, it must not count as missing: the caller would replace it.
      if (isGone(error) && !(await this.file(name))) return null;
      throw error;
    }
  }

  async writeText(name: string, text: string): Promise<void> {
    await this.write(name, (sink) => new Blob([text]).stream().pipeTo(sink));
  }

  async remove(name: string): Promise<void> {
    await this.folder.removeEntry(name).catch((error: unknown) => {
      if (!isGone(error)) throw error;
    });
  }

  async clear(): Promise<void> {
    for (const name of await this.names()) await this.remove(name);
  }
}

/** How the name of a file ends while it is being written. A killed tab may leave one behind. */
export const PART = '.part';
/** Chromium writes into a file with this ending until its stream is closed, and lists it with the others. */
const SWAP = '.crswap';

/** Whether a file is being written, or was left half written by a killed tab. */
export const isUnfinished = (name: string): boolean => name.endsWith(PART) || name.endsWith(SWAP);

const isGone = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';

/** Renaming is in the File System standard, but in no type library yet. */
interface Movable extends FileSystemFileHandle {
  move(name: string): Promise<void>;
}
