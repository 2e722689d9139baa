/**
 * The folder in the browser's private file system where this phone keeps copies of the journal. It does not depend on the
 * database: where that is broken, the copies are still there.
 */
export class CopyFolder {
  private constructor(private readonly folder: FileSystemDirectoryHandle) {}

  /** Null where the browser has no such file system, or none that can be written as a stream. */
  static async open(name = 'copies'): Promise<CopyFolder | null> {
    try {
      if (!('createWritable' in FileSystemFileHandle.prototype)) return null;
      const root = await navigator.storage.getDirectory();
      return new CopyFolder(await root.getDirectoryHandle(name, { create: true }));
    } catch {
      return null;
    }
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
      if (error instanceof DOMException && error.name === 'NotFoundError') return null;
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
      await fill(await handle.createWritable());
      await check(await handle.getFile());
      await (handle as Movable).move(name);
    } catch (error) {
      await this.remove(part);
      throw error;
    }
  }

  async text(name: string): Promise<string | null> {
    return (await (await this.file(name))?.text()) ?? null;
  }

  async writeText(name: string, text: string): Promise<void> {
    await this.write(name, (sink) => new Blob([text]).stream().pipeTo(sink));
  }

  async remove(name: string): Promise<void> {
    await this.folder.removeEntry(name).catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error;
    });
  }

  async clear(): Promise<void> {
    for (const name of await this.names()) await this.remove(name);
  }
}

/** The end of the name of a file that is being written; one left behind by a killed tab is no copy. */
export const PART = '.part';

/** Renaming is part of the File System standard, and of no type library yet. */
interface Movable extends FileSystemFileHandle {
  move(name: string): Promise<void>;
}
