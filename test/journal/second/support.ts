import { deleteDB } from 'idb';
import type { Journal } from '../../../app/journal/journal';
import { openJournal } from '../../../app/journal/open-journal';
import { DoubtMark } from '../../../app/journal/second/doubt-mark';
import { secondFolder } from '../../../app/journal/second/folder';
import { forgetDoubt } from '../../../app/journal/second/forget-doubt';
import { type RecordLine, recordFile, recordLines } from '../../../app/journal/second/record-file';
import { Desk } from '../support/with-journal';

/** A journal whose store is in doubt: what happens to it, and what lies in the second place. */
export class Doubtful {
  readonly desk = new Desk();
  readonly mark = new DoubtMark(this.desk.name);
  readonly #open: Journal[] = [];

  get name(): string {
    return this.desk.name;
  }

  /** A tab on the journal; `now` is what its clock says. */
  async tab(nowMs?: number): Promise<Journal> {
    const journal = await openJournal({
      name: this.name,
      ...(nowMs === undefined ? {} : { clock: { epochMs: () => nowMs, monotonicMs: () => performance.now() } }),
    });
    this.#open.push(journal);
    return journal;
  }

  closeTabs(): void {
    for (const journal of this.#open.splice(0)) journal.close();
  }

  /** All tabs are closed, and the browser has thrown the store away. */
  async lose(): Promise<void> {
    this.closeTabs();
    await deleteDB(this.name);
  }

  async folder(): Promise<FileSystemDirectoryHandle> {
    return (await navigator.storage.getDirectory()).getDirectoryHandle(secondFolder(this.name));
  }

  async files(): Promise<string[]> {
    const names: string[] = [];
    const keys = (await this.folder()).keys();
    for (let next = await keys.next(); !next.done; next = await keys.next()) names.push(next.value);
    return names.sort();
  }

  /** The whole journal there says that it is of another version of the database. */
  async agePlace(version: number): Promise<void> {
    const folder = await this.folder();
    for (const name of (await this.files()).filter((file) => file.startsWith('whole-'))) {
      const handle = await folder.getFileHandle(name);
      const lines: RecordLine[] = [];
      for await (const line of recordLines(await handle.getFile())) lines.push('version' in line ? { version } : line);
      const stream = await handle.createWritable();
      for await (const bytes of recordFile(lines)) await stream.write(bytes);
      await stream.close();
    }
  }

  async clear(): Promise<void> {
    await this.lose();
    await forgetDoubt(this.name);
  }
}

export const idsOf = async (journal: Journal): Promise<string[]> => {
  const { entries, unreadable } = await journal.list();
  return [...entries.map(({ id }) => id), ...unreadable.map(({ id, problem }) => `${id}: ${problem}`)].sort();
};
