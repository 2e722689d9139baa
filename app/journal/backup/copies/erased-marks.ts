import type { CopyFolder } from './copy-folder';

/** How the name of a mark begins. */
const ERASED = 'erased-';

export const isMark = (name: string): boolean => name.startsWith(ERASED);
const markOf = (id: string): string => ERASED + encodeURIComponent(id);

/** Marks in the folder of the copies that say: this entry was erased, and some copy may still hold it. One file for each. */
export class ErasedMarks {
  constructor(private readonly folder: CopyFolder) {}

  /**
   * Remembers that entries are erased, until `reseal` has taken them out of every copy; also where there is none yet, since the
   * first may be being written. A file for each, so that it need not wait for that; an empty one, which is there at once, so that
   * it needs no room and a visit of another tab cannot take it for one that was left half written.
   */
  async put(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.folder.touch(markOf(id));
  }

  /**
   * The ids that are marked and are not in the journal.
   * @param present the ids of all entries of the journal; the mark of one waits: it is about to be erased, or was brought back
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
