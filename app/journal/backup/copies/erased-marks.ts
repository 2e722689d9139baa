import type { CopyFolder } from './copy-folder';

/** How the file name of a mark begins. */
const ERASED = 'erased-';

export const isMark = (name: string): boolean => name.startsWith(ERASED);
const markOf = (id: string): string => ERASED + encodeURIComponent(id);

/**
 * Marks in the folder of the copies. Each is a file that says: this entry was erased, and a copy may still hold it.
 * See: [Note: Copies and what was erased]
 */
export class ErasedMarks {
  constructor(private readonly folder: CopyFolder) {}

  /**
   * Marks entries as erased until `reseal` has removed them from every copy. If there is no copy yet, they are marked all the same,
   * because the first one may be being written. Each mark is a file of its own, so that nobody has to wait for a lock. The file is
   * empty, so that it needs no room and is never half written.
   */
  async put(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.folder.touch(markOf(id));
  }

  /**
   * The marked ids that are not in the journal.
   * @param present the ids of all entries of the journal; the mark of one of them waits: it is about to be erased, or was restored
   */
  async erased(present: () => Promise<ReadonlySet<string>>): Promise<ReadonlySet<string>> {
    const marks = (await this.folder.names()).filter(isMark);
    if (marks.length === 0) return new Set();
    const there = await present();
    const marked = marks.map((name) => decodeURIComponent(name.slice(ERASED.length)));
    return new Set(marked.filter((id) => !there.has(id)));
  }

  async remove(ids: Iterable<string>): Promise<void> {
    for (const id of ids) await this.folder.remove(markOf(id));
  }
}
