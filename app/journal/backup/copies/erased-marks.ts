import { utf8 } from '../../vault/bytes';
import { sha256 } from '../../vault/crypto';
import type { CopyFolder } from './copy-folder';

/** How the file name of a mark begins. */
const ERASED = 'erased-';
/** The longest id, in its written form, that a file is named for: file systems take 255 bytes. */
const LONGEST = 200;
/** A mark whose id is no file name: it is named by a digest, and the id is in it. */
const DIGESTED = /^erased-~[\da-f]{32}$/;

export const isMark = (name: string): boolean => name.startsWith(ERASED);

/** The id as a part of a file name; null for one that came from elsewhere and can be none. */
function written(id: string): string | null {
  try {
    const text = encodeURIComponent(id);
    return text.length > LONGEST || text.startsWith('~') ? null : text;
  } catch {
    // Half a surrogate pair has no UTF-8.
    return null;
  }
}

async function markOf(id: string): Promise<string> {
  const digest = async () =>
    Array.from(await sha256(utf8(JSON.stringify(id))), (byte) => byte.toString(16).padStart(2, '0'));
  return ERASED + (written(id) ?? `~${(await digest()).join('').slice(0, 32)}`);
}

/**
 * Marks in the folder of the copies. Each is a file that says: this entry was erased, and a copy may still hold it.
 * See: [Note: Copies and what was erased]
 */
export class ErasedMarks {
  constructor(private readonly folder: CopyFolder) {}

  /**
   * Marks entries as erased until `reseal` has removed them from every copy. If there is no copy yet, they are marked all the same,
   * because the first one may be being written. Each mark is a file of its own, so that nobody has to wait for a lock. The file is
   * empty, so that it needs no room and is never half written; only an id that no file can be named for is in it.
   */
  async put(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      const mark = await markOf(id);
      await (written(id) === null ? this.folder.writeText(mark, JSON.stringify(id)) : this.folder.touch(mark));
    }
  }

  /**
   * The marked ids that are not in the journal.
   * @param present the ids of all entries of the journal; the mark of one of them waits: it is about to be erased, or was restored
   */
  async erased(present: () => Promise<ReadonlySet<string>>): Promise<ReadonlySet<string>> {
    const marks = (await this.folder.names()).filter(isMark);
    if (marks.length === 0) return new Set();
    const there = await present();
    const marked = await Promise.all(marks.map((name) => this.#idOf(name)));
    return new Set(marked.filter((id) => id !== null && !there.has(id)) as string[]);
  }

  async remove(ids: Iterable<string>): Promise<void> {
    for (const id of ids) await this.folder.remove(await markOf(id));
  }

  async #idOf(mark: string): Promise<string | null> {
    if (!DIGESTED.test(mark)) return decodeURIComponent(mark.slice(ERASED.length));
    const text = await this.folder.text(mark);
    return text === null ? null : JSON.parse(text);
  }
}
