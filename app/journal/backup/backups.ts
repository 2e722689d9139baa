import type { Clock } from '../../base/clock';
import { underLock } from '../../base/under-lock';
import { BackupProblem } from '../../domain/backup/backup';
import type { Journal } from '../journal';
import { sha256 } from '../vault/crypto';
import { Copies, type Copy, type JournalKeys } from './copies/copies';
import type { CopyFolder } from './copies/copy-folder';
import { COPIES_LOCK, COPIES_TURN_MS, copyTime } from './copies/copy-keeper';
import { BackupFile, createBackup, type OpenedBackup, type Watch } from './file/backup-file';
import { newFileKeys } from './file/file-keys';
import type { Tally } from './file/record-lines';
import { JournalSource } from './file/source';
import { type Preview, previewBackup } from './restore/preview';
import { mergeBackup, type Restored, replaceByBackup } from './restore/restore';
import { BackupTarget } from './restore/target';

export interface BackupPorts {
  readonly journal: Journal;
  /** Null if this browser cannot keep copies. */
  readonly folder: CopyFolder | null;
  readonly clock: Clock;
  readonly appVersion: string;
  /** The journal's keys; null while it is locked. */
  keys(): Promise<JournalKeys | null>;
}

/** A file to write a backup into, and to read it back from. */
export interface BackupSink {
  readonly stream: WritableStream<Uint8Array>;
  file(): Promise<Blob>;
}

export interface SaveOptions {
  /** For a journal without a passphrase of its own. */
  readonly passphrase?: string;
  readonly onEntry?: (entries: number) => void;
  readonly signal?: AbortSignal;
}

/** Held during a restore: only one window at a time may do one. */
const RESTORE_LOCK = 'reverie-restore';

/** How often the copy before a replacement is tried, if another window writes at the same time. */
const TRIES = 3;

/** Everything that the screens do with backups and copies. */
export class Backups {
  readonly #copies: Copies | null;
  readonly #target: BackupTarget;

  constructor(private readonly ports: BackupPorts) {
    this.#copies = ports.folder && new Copies(ports.folder);
    this.#target = new BackupTarget(ports.journal, sha256);
  }

  /** Whether a backup needs its own passphrase, because the journal has none. */
  async needsPassphrase(): Promise<boolean> {
    return (await this.#keys()).wraps.length === 0;
  }

  /**
   * Writes a backup and reads all of it back. Call `delivered` once the person has it. Rejects with BackupProblem, with the signal's
   * reason, or with Failure if the journal cannot be read.
   */
  async save({ stream, file }: BackupSink, { passphrase, onEntry, signal }: SaveOptions = {}): Promise<Tally> {
    const { journal, clock, appVersion } = this.ports;
    const now = copyTime(clock, appVersion);
    const own = await this.#keys();
    const keys = passphrase ? await newFileKeys({ kind: 'passphrase', text: passphrase }, now.epochMs) : own;
    if (keys.wraps.length === 0) throw new BackupProblem('no-key', 'a passphrase is needed');
    const source = new JournalSource(journal);
    const about = { app: now.app, created: now.day };
    const written = await createBackup(stream, { source, keys, about, onEntry, signal });
    const opened = await (await BackupFile.open(await file())).withKeys(keys);
    if (!opened) throw new BackupProblem('damaged', 'just written, and does not open');
    await opened.verify({ signal });
    return written;
  }

  /** Remembers that the person now has a backup. */
  async delivered(): Promise<void> {
    await this.ports.journal.changeSettings({ lastBackupAtMs: this.ports.clock.epochMs() });
  }

  /** Reads the head of a file. Rejects with BackupProblem. */
  open(file: Blob): Promise<BackupFile> {
    return BackupFile.open(file);
  }

  /** Opens the file without asking the person, if this journal's key or the code beside the copies can; else null. */
  async openByItself(file: BackupFile): Promise<OpenedBackup | null> {
    const own = await file.withKeys(await this.#keys());
    if (own) return own;
    const secret = await this.#copies?.secretBeside();
    if (!secret || !file.openedBy.has(secret.kind)) return null;
    return file.withSecret(secret).catch(() => null);
  }

  preview(opened: OpenedBackup, watch: Watch): Promise<Preview> {
    return previewBackup(opened.read(watch), this.#target);
  }

  /** See `mergeBackup`. `preview`: what the person has seen. */
  merge(opened: OpenedBackup, { tally }: Preview, { onEntry, ...watch }: Watch & SaveOptions): Promise<Restored> {
    const target = this.#target;
    return alone(() =>
      this.#noted('merge', tally, onEntry, (tell) =>
        mergeBackup({ records: opened.read(watch), target, onEntry: tell }),
      ),
    );
  }

  /** See `replaceByBackup`. `preview`: what the person has seen and agreed to. */
  replace(opened: OpenedBackup, preview: Preview, { onEntry, ...watch }: Watch & SaveOptions): Promise<Restored> {
    const target = this.#target;
    const agreed = preview.missing;
    const keepCopy = () => this.#keepCopyBefore();
    return alone(() =>
      this.#noted('replace', preview.tally, onEntry, (tell) =>
        replaceByBackup({ records: opened.read(watch), target, agreed, keepCopy, onEntry: tell }),
      ),
    );
  }

  /** Runs `work` with a note of it in the journal, so that the next start knows if it was interrupted. */
  #noted(
    kind: 'merge' | 'replace',
    { entries: total }: Tally,
    onEntry: SaveOptions['onEntry'],
    work: (tell: (entries: number) => void) => Promise<Restored>,
  ): Promise<Restored> {
    return this.ports.journal.bulkWrite({ kind, total }, (note) =>
      work((entries) => {
        note(entries);
        onEntry?.(entries);
      }),
    );
  }

  /** Whether a copy can be kept before something is replaced. */
  get keepsCopies(): boolean {
    return this.#copies !== null;
  }

  /** The copies on this phone, newest first. */
  async listCopies(): Promise<Copy[]> {
    return (await this.#copies?.list()) ?? [];
  }

  /** Rejects with BackupProblem. */
  openCopy(name: string): Promise<BackupFile> {
    if (!this.#copies) throw new BackupProblem('file-lost', name);
    return this.#copies.open(name);
  }

  async #keepCopyBefore(): Promise<void> {
    const { journal, clock, appVersion } = this.ports;
    const copies = this.#copies;
    if (!copies) throw new BackupProblem('no-room', 'no file system for copies');
    const keys = await this.#keys();
    const now = copyTime(clock, appVersion);
    await copiesInTurn(async () => {
      for (let left = TRIES - 1; ; left--) {
        try {
          return await copies.keep('before', new JournalSource(journal), keys, now);
        } catch (error) {
          if (left === 0 || !(error instanceof BackupProblem && error.code === 'busy')) throw error;
        }
      }
    });
  }

  async #keys(): Promise<JournalKeys> {
    const keys = await this.ports.keys();
    if (!keys) throw new BackupProblem('no-key', 'the journal is locked');
    return keys;
  }
}

const copiesInTurn = (work: () => Promise<void>): Promise<void> =>
  underLock(COPIES_LOCK, COPIES_TURN_MS, work, (error) => {
    throw new BackupProblem('busy', 'another window is at the copies', { cause: error });
  });

function alone<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request(RESTORE_LOCK, { ifAvailable: true }, (lock) => {
    if (!lock) throw new BackupProblem('busy');
    return work();
  });
}
