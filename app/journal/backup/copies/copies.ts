import { BackupProblem } from '../../../domain/backup/backup';
import type { Secret } from '../../vault/wraps';
import { BackupFile, createBackup } from '../file/backup-file';
import { type FileKeys, newFileKeys } from '../file/file-keys';
import type { BackupHeader } from '../file/format';
import type { BackupSource, CopySource } from '../file/source';
import { CodeBeside } from './code-beside';
import { type CopyFolder, isUnfinished } from './copy-folder';
import { beforeCopy, type CopyName, copiesAmong, dayCopy, outlived } from './copy-schedule';
import { ErasedMarks, isMark } from './erased-marks';

/** A copy in the folder. */
export interface Copy extends CopyName {
  readonly bytes: number;
}

/** The journal's own keys: `wraps` are those a person can open by what they know. */
export type JournalKeys = FileKeys;

/** When and by which version a copy is made. */
export interface CopyTime {
  readonly app: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly epochMs: number;
}

/** The copies this phone keeps of the journal, and what lies beside them: the code that opens them, marks of what was erased. */
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
    // One that cannot be looked at must not hide the others: it is listed, and whoever opens it hears of it.
    const files = copies.map(({ name }) => this.folder.file(name).catch(() => null));
    return Promise.all(copies.map(async (copy, at) => ({ ...copy, bytes: (await files[at])?.size ?? 0 })));
  }

  /** Rejects with BackupProblem, `file-lost` where it is gone. */
  async open(name: string): Promise<BackupFile> {
    const file = await this.folder.file(name);
    if (!file) throw new BackupProblem('file-lost', name);
    return BackupFile.open(file);
  }

  /** Whether one of them is of this state of the journal. See `CopySource.state`. */
  async areOf(state: string): Promise<boolean> {
    for (const { name } of await this.list()) {
      const file = await this.open(name).catch(() => null);
      if (file?.preamble.header.state === state) return true;
    }
    return false;
  }

  /** The secret that lies beside copies of a journal without a passphrase. See: [Note: The key beside the copies] */
  secretBeside(): Promise<Secret | null> {
    return this.code.secret();
  }

  /**
   * Writes a copy, reads it back, and lets those go that have had their time. Rejects with BackupProblem `busy` where the journal
   * was written to meanwhile: a copy is of one state of it. Else one could hold an entry that is erased by then, or neither of
   * the two places between which a version was moved.
   */
  async keep(kind: 'day' | 'before', source: CopySource, journal: JournalKeys, now: CopyTime): Promise<void> {
    const name = kind === 'day' ? dayCopy(now.day) : beforeCopy(now.day, now.epochMs);
    const state = await source.state();
    await this.write(name, source, journal, { ...now, state }, async () => {
      if ((await source.state()) !== state) throw new BackupProblem('busy', 'written to meanwhile');
    });
    for (const old of outlived(await this.folder.names(), name)) await this.folder.remove(old);
  }

  /**
   * Writes a copy under the keys the journal has today, and reads it back. `isSound` is asked last, before the copy takes its
   * place, and rejects where it must not.
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

  /** Removes every copy and what opens them. */
  async clear(): Promise<void> {
    await this.folder.clear();
  }

  /** Removes what a killed tab left half written. Only for who has the lock of the copies: else it may be being written. */
  async tidy(): Promise<void> {
    for (const name of await this.folder.names())
      if (isUnfinished(name) && !isMark(name)) await this.folder.remove(name);
  }
}
