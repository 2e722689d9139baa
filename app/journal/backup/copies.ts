import { log } from '../../base/log';
import { BackupProblem } from '../../domain/backup';
import { newRecoveryCode } from '../vault/recovery-code';
import type { Secret } from '../vault/wraps';
import { BackupFile, createBackup, type OpenedBackup } from './backup-file';
import { type CopyFolder, isUnfinished } from './copy-folder';
import { beforeCopy, type CopyName, copiesAmong, dayCopy, outlived } from './copy-schedule';
import { eachOf } from './each';
import { type FileKeys, newFileKeys } from './file-keys';
import type { BackupHeader } from './format';
import type { BackupSource, CopySource } from './source';

/** A copy in the folder. */
export interface Copy extends CopyName {
  readonly bytes: number;
}

/** The journal's own keys: `wraps` are those a person can open by what they know. */
export type JournalKeys = FileKeys;

/*
 * [Note: The key beside the copies]
 *
 * A journal with a passphrase seals its copies under the journal's root key, and the copies carry the wraps by passphrase and
 * recovery code: they open on the rescue screen with the same secret as the journal, whatever became of the database.
 *
 * A journal without one is protected by a key in the database that cannot be read out. A copy sealed with it would be lost
 * together with the database, which is the very accident copies are for. So such copies have a root of their own, and a
 * code that opens it lies beside them. Whoever can read the browser's files could then read the copies, as they could the
 * device key: a journal without a passphrase does not claim otherwise. As soon as a passphrase is set, the copies are
 * sealed anew under the journal's root; when no copy needs it any more, the code is removed (`reseal`).
 */
const CODE = 'code.txt';
/** How the name of a mark begins that says: this entry was erased, and some copy may still hold it. One file for each. */
const ERASED = 'erased-';

/** With less room than this many copies, only the newest two stay: the journal comes before its copies. */
const ROOM_COPIES = 4;
const LEAST_COPIES = 2;

/** The copies this phone keeps of the journal, and how they are made, sealed, thinned out and made to forget. */
export class Copies {
  constructor(private readonly folder: CopyFolder) {}

  /** Newest first. */
  async list(): Promise<Copy[]> {
    const copies = copiesAmong(await this.folder.names());
    const sized = copies.map(async (copy) => ({ ...copy, bytes: (await this.folder.file(copy.name))?.size ?? 0 }));
    return Promise.all(sized);
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
  async secretBeside(): Promise<Secret | null> {
    const code = await this.folder.text(CODE);
    return code === null ? null : { kind: 'recovery', code };
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
   * Writes those copies anew that hold an entry that was erased, or that are opened by other secrets than the journal is today:
   * after a passphrase was set or changed. Where one fails of what may pass, such as no room, the code beside them and the
   * marks of what was erased stay, and the next visit tries again. Two things do not pass, and keep nothing back: a copy sealed
   * for another journal is left as it is; one that is corrupt for good goes once something was erased, since nobody can tell
   * any more what it holds.
   * @param present the ids of all entries of the journal; the mark of one waits: it is about to be erased, or was brought back
   */
  async reseal(journal: JournalKeys, now: CopyTime, present: () => Promise<ReadonlySet<string>>): Promise<void> {
    const erased = await this.erased(present);
    const { outdated, isSure } = await this.look(journal, erased);
    const isWritten = await this.writeAnew(outdated, journal, erased, now);
    if (!isSure || !isWritten) return;
    for (const id of erased) await this.folder.remove(ERASED + encodeURIComponent(id));
    if (journal.wraps.length > 0) await this.folder.remove(CODE);
  }

  /**
   * Remembers that entries are erased, until `reseal` has taken them out of every copy; also where there is none yet, since the
   * first may be being written. A file for each, so that it need not wait for that; an empty one, which is there at once, so that
   * it needs no room and a visit of another tab cannot take it for one that was left half written.
   */
  async forget(ids: readonly string[]): Promise<void> {
    for (const id of ids) await this.folder.touch(ERASED + encodeURIComponent(id));
  }

  /** Before something is written: where there is little room the oldest go, never the newest two. */
  async makeRoom(): Promise<void> {
    const copies = await this.list();
    const { quota, usage } = await navigator.storage.estimate();
    if (quota === undefined || usage === undefined || !copies[0]) return;
    if (quota - usage > ROOM_COPIES * copies[0].bytes) return;
    for (const { name } of copies.slice(LEAST_COPIES)) await this.folder.remove(name);
  }

  /** Removes every copy and what opens them. */
  async clear(): Promise<void> {
    await this.folder.clear();
  }

  /** Removes what a killed tab left half written. Only for who has the lock of the copies: else it may be being written. */
  async tidy(): Promise<void> {
    for (const name of await this.folder.names())
      if (isUnfinished(name) && !name.startsWith(ERASED)) await this.folder.remove(name);
  }

  private async erased(present: () => Promise<ReadonlySet<string>>): Promise<ReadonlySet<string>> {
    const marks = (await this.folder.names()).filter((name) => name.startsWith(ERASED));
    if (marks.length === 0) return new Set();
    const there = await present();
    const marked = marks.map((name) => decodeURIComponent(name.slice(ERASED.length)));
    return new Set(marked.filter((id) => !there.has(id)));
  }

  /** Which copies are to be written anew; `isSure` is false where one could not be looked at and may be another time. */
  private async look(
    journal: JournalKeys,
    erased: ReadonlySet<string>,
  ): Promise<{ outdated: Outdated[]; isSure: boolean }> {
    const outdated: Outdated[] = [];
    let isSure = true;
    for (const { name } of await this.list()) {
      try {
        const opened = await this.openOutdated(name, journal, erased);
        if (opened) outdated.push({ name, opened });
      } catch (error) {
        log.warn('a copy could not be looked at', error);
        if (!isCorrupt(error)) isSure = false;
        else if (erased.size > 0) await this.folder.remove(name);
      }
    }
    return { outdated, isSure };
  }

  /**
   * The copy if it is to be written anew; null where it is as it should be, or sealed for another journal. All of it is read
   * first: what fails later is the writing, and says nothing against the copy that is there.
   */
  private async openOutdated(
    name: string,
    journal: JournalKeys,
    erased: ReadonlySet<string>,
  ): Promise<OpenedBackup | null> {
    const file = await this.open(name);
    const beside = await this.openBeside(file);
    const current = isCurrent(file, journal, beside !== null);
    if (current && erased.size === 0) return null;
    const opened = beside ?? (await file.withKeys(journal));
    const holds = opened && (await mayHold(opened, erased));
    return current && !holds ? null : opened;
  }

  /** Resolves with whether all of them were written. Those that went to make room need not be. */
  private async writeAnew(
    outdated: readonly Outdated[],
    journal: JournalKeys,
    erased: ReadonlySet<string>,
    now: CopyTime,
  ): Promise<boolean> {
    if (outdated.length > 0) await this.makeRoom();
    const left = new Set(await this.folder.names());
    let isWritten = true;
    for (const { name, opened } of outdated.filter((one) => left.has(one.name))) {
      const source: BackupSource = { records: () => opened.records(erased), unreadable: 0 };
      try {
        const { created: day, state } = opened.preamble.header;
        await this.write(name, source, journal, { ...now, day, state });
      } catch (error) {
        log.warn('a copy could not be written anew', error);
        isWritten = false;
      }
    }
    return isWritten;
  }

  private async openBeside(file: BackupFile): Promise<OpenedBackup | null> {
    const secret = await this.secretBeside();
    if (!secret || !file.openedBy.has(secret.kind)) return null;
    return file.withSecret(secret).catch((error: unknown) => {
      if (error instanceof BackupProblem && error.code === 'wrong-secret') return null;
      throw error;
    });
  }

  /** `isSound` is asked last, before the copy takes its place, and rejects where it must not. */
  private async write(
    name: string,
    source: BackupSource,
    journal: JournalKeys,
    { app, day, epochMs, state }: CopyTime & Pick<BackupHeader, 'state'>,
    isSound = async (): Promise<void> => undefined,
  ): Promise<void> {
    const keys = journal.wraps.length > 0 ? journal : await newFileKeys(await this.codeBeside(), epochMs);
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

  private async codeBeside(): Promise<Secret> {
    const present = await this.secretBeside();
    if (present) return present;
    await this.folder.writeText(CODE, newRecoveryCode());
    return (await this.secretBeside())!;
  }
}

/** A copy that is to be written anew, as it was found. */
interface Outdated {
  readonly name: string;
  readonly opened: OpenedBackup;
}

/** Reads all of it; a record of a newer format may be any entry. Rejects like `readBackup`. */
async function mayHold(opened: OpenedBackup, ids: ReadonlySet<string>): Promise<boolean> {
  let holds = false;
  await eachOf(opened.read(), (record) => {
    if ('problem' in record || ('entry' in record && ids.has(record.entry.id))) holds = true;
  });
  return holds;
}

/** Neither another day nor a newer version can read such a copy. */
const isCorrupt = (error: unknown): boolean =>
  error instanceof BackupProblem && ['damaged', 'incomplete', 'not-a-backup'].includes(error.code);

/** Whether a copy is opened by what the journal is opened by today. */
function isCurrent(file: BackupFile, { wraps }: JournalKeys, opensBeside: boolean): boolean {
  if (wraps.length === 0) return opensBeside;
  const found = new Set(file.wrapIds);
  return found.size === wraps.length && wraps.every(({ id }) => found.has(id));
}

/** When and by which version a copy is made. */
export interface CopyTime {
  readonly app: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly epochMs: number;
}
