import { BackupProblem } from '../../../domain/backup/backup';
import type { Secret } from '../../vault/wraps';
import { BackupFile, createBackup } from '../file/backup-file';
import { type FileKeys, newFileKeys } from '../file/file-keys';
import type { BackupHeader } from '../file/format';
import type { BackupSource, CopySource } from '../file/source';
import { CodeBeside } from './code-beside';
import { type CopyFolder, isUnfinished } from './copy-folder';
import { beforeCopy, type CopyName, copiesAmong, dayCopy, expired } from './copy-schedule';
import { ErasedMarks, isMark } from './erased-marks';

/** A copy in the folder. */
export interface Copy extends CopyName {
  readonly bytes: number;
}

/** The journal's own keys. `wraps` are only those that a person can open from memory or paper. */
export interface JournalKeys extends FileKeys {
  /** The code that opens older copies, since it was removed from beside them. See: [Note: The key beside the copies] */
  readonly copiesCode?: string | null;
}

/** When a copy is made, and by which version of the app. */
export interface CopyTime {
  readonly app: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly epochMs: number;
}

/*
 * [Note: Copies and what was erased]
 *
 * Once a day on which it has changed, the journal is copied into the browser's private file system, as a sealed backup file. A copy
 * outlives a broken database. It must not outlive what the person erased, and the two can happen at any time, in any tab.
 *
 * - Erasing an entry first puts a mark with its id beside the copies, then erases it. If the mark cannot be put, nothing is erased.
 *   The next visit of the copies writes every copy that may hold the entry again without it, and removes the mark only when all
 *   of them are clean (`reseal`). A copy that can never be read again is removed then, because nobody knows what is in it.
 * - Erasing everything removes all copies first, under the lock of the copies, so that no tab is writing one.
 * - A copy is of one state of the journal. Its revision is compared before and after writing (`keep`). Otherwise a copy could hold
 *   an entry that was erased while it was written.
 * - Replacing the journal by a backup keeps a copy of the old one first, and what is removed then stays in the copies: it was not
 *   erased.
 *
 * The same visit seals copies again after a passphrase was set or changed, so that no copy opens with an old secret.
 */

/** The copies on this phone, with what is stored beside them: the code that opens them, and marks of what was erased. */
export class Copies {
  readonly code: CodeBeside;
  readonly marks: ErasedMarks;

  constructor(private readonly folder: CopyFolder) {
    this.code = new CodeBeside(folder);
    this.marks = new ErasedMarks(folder);
  }

  /** Newest first. */
  async list(): Promise<Copy[]> {
    const copies = copiesAmong(await this.folder.names());
    // A copy that cannot be read must not hide the others. It is listed, and opening it tells what is wrong.
    const files = copies.map(({ name }) => this.folder.file(name).catch(() => null));
    return Promise.all(copies.map(async (copy, at) => ({ ...copy, bytes: (await files[at])?.size ?? 0 })));
  }

  /** Rejects with BackupProblem; `file-lost` if it is gone. */
  async open(name: string): Promise<BackupFile> {
    const file = await this.folder.file(name);
    if (!file) throw new BackupProblem('file-lost', name);
    return BackupFile.open(file);
  }

  /** Whether there is a copy of this state of the journal. See `CopySource.state`. */
  async areOf(state: string): Promise<boolean> {
    for (const { name } of await this.list()) {
      const file = await this.open(name).catch(() => null);
      if (file?.preamble.header.state === state) return true;
    }
    return false;
  }

  /** The secret stored beside the copies of a journal without a passphrase. See: [Note: The key beside the copies] */
  secretBeside(): Promise<Secret | null> {
    return this.code.secret();
  }

  /**
   * Writes a copy, reads it back, and removes copies that are no longer needed. Rejects with BackupProblem `busy` if the journal was
   * written to in the meantime. See: [Note: Copies and what was erased]
   */
  async keep(kind: 'day' | 'before', source: CopySource, journal: JournalKeys, now: CopyTime): Promise<void> {
    const name = kind === 'day' ? dayCopy(now.day) : beforeCopy(now.day, now.epochMs);
    const state = await source.state();
    await this.write(name, source, journal, { ...now, state }, async () => {
      if ((await source.state()) !== state) throw new BackupProblem('busy', 'written to meanwhile');
    });
    for (const old of expired(await this.folder.names(), name)) await this.folder.remove(old);
  }

  /**
   * Writes a copy with the journal's present keys, and reads it back. `isSound` is called last, before the copy replaces the file of
   * its name. If it rejects, the copy is dropped.
   */
  async write(
    name: string,
    source: BackupSource,
    journal: JournalKeys,
    { app, day, epochMs, state }: CopyTime & Pick<BackupHeader, 'state'>,
    isSound = async (): Promise<void> => undefined,
  ): Promise<void> {
    const keys = journal.wraps.length > 0 ? journal : await newFileKeys(await this.code.secretOrNew(), epochMs);
    await this.folder.write(
      name,
      (sink) => createBackup(sink, { source, keys, about: { app, created: day, state } }),
      async (file) => {
        const opened = await (await BackupFile.open(file)).withKeys(keys);
        if (!opened) throw new BackupProblem('damaged', 'just written, and does not open');
        await opened.verify();
        await isSound();
      },
    );
  }

  remove(name: string): Promise<void> {
    return this.folder.remove(name);
  }

  /** Removes every copy, and everything beside them. */
  async clear(): Promise<void> {
    await this.folder.clear();
  }

  /** Removes half-written files of killed tabs. The caller must hold the lock of the copies: otherwise a tab may still be writing. */
  async tidy(): Promise<void> {
    for (const name of await this.folder.names())
      if (isUnfinished(name) && !isMark(name)) await this.folder.remove(name);
  }
}
