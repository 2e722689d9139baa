import { fileWays, workerSink } from '../file/file-sink';

/**
 * The folder in the browser's private file system where this phone keeps copies of the journal. It does not depend on the
 * database: where that is broken, the copies are still there.
 */
export class CopyFolder {
  private constructor(
    private readonly folder: FileSystemDirectoryHandle,
    private readonly folderName: string,
  ) {}

  /** Null where there is none, or where it cannot be reached. */
  static open(name?: string): Promise<CopyFolder | null> {
    return CopyFolder.reach(name).catch(() => null);
  }

  /**
   * Null where the browser gives this page no such file system, as in some private windows: then there are no copies. Rejects
   * where it does and the folder cannot be reached: then there may be some.
   */
  static async reach(name = 'copies'): Promise<CopyFolder | null> {
    if (!fileWays()) return null;
    const root = await navigator.storage.getDirectory().catch(() => null);
    return root && new CopyFolder(await root.getDirectoryHandle(name, { create: true }), name);
  }

  /** Names of all files. */
  async names(): Promise<string[]> {
    const names: string[] = [];
    const keys = this.folder.keys();
    for (let next = await keys.next(); !next.done; next = await keys.next()) names.push(next.value);
    return names.sort();
  }

  /** Null where there is none. */
  async file(name: string): Promise<File | null> {
    try {
      return await (await this.folder.getFileHandle(name)).getFile();
    } catch (error) {
      if (isGone(error)) return null;
      throw error;
    }
  }

  /**
   * Writes a file under `name` as one: what was there before stays until the new one is whole and `check` has found it sound.
   */
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
      // Where even that fails, what matters is why it could not be written; the next visit takes the rest away.
      await this.remove(part).catch(() => undefined);
      throw error;
    }
  }

  /** Makes an empty file where there is none: at once, so that it is never half written, and with no room taken. */
  async touch(name: string): Promise<void> {
    await this.folder.getFileHandle(name, { create: true });
  }

  #sink(handle: FileSystemFileHandle, name: string): Promise<WritableStream<Uint8Array>> {
    return fileWays() === 'stream' ? handle.createWritable() : workerSink([this.folderName, name]);
  }

  /** Null where there is none, also where it is removed while it is read. */
  async text(name: string): Promise<string | null> {
    const file = await this.file(name);
    try {
      return (await file?.text()) ?? null;
    } catch (error) {
      // One that is still there is not taken for none: what it says would be replaced.
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

/** The end of the name of a file that is being written; one left behind by a killed tab is no copy. */
export const PART = '.part';
/** Chromium writes into a file of this name until a stream is closed, and lists it with the others. */
const SWAP = '.crswap';

/** Whether a file is one that is being written, or was by a tab that was killed. */
export const isUnfinished = (name: string): boolean => name.endsWith(PART) || name.endsWith(SWAP);

const isGone = (error: unknown): boolean => error instanceof DOMException && error.name === 'NotFoundError';

/** Renaming is part of the File System standard, and of no type library yet. */
interface Movable extends FileSystemFileHandle {
  move(name: string): Promise<void>;
}
