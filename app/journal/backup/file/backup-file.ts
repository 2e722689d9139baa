import { sha256 } from '../../vault/crypto';
import type { Secret, Wrap } from '../../vault/wraps';
import { eachOf } from './each';
import { type About, cipherOfSecret, cipherUnder, type FileKeys, newFile } from './file-keys';
import { type Preamble, readPreamble } from './format';
import type { BackupRecord, Tally, UnknownRecord } from './lines';
import type { PieceCipher } from './pieces';
import { readBackup } from './read-backup';
import type { BackupSource } from './source';
import { readWraps } from './wrap-json';
import { writeBackup } from './write-backup';

/** How far reading or writing has come. */
export interface Watch {
  /** Reading: bytes of the file that are done. */
  readonly onRead?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/** A backup that was opened with one of its secrets. */
export class OpenedBackup implements BackupSource {
  unreadable = 0;

  constructor(
    readonly file: Blob,
    readonly preamble: Preamble,
    private readonly cipher: PieceCipher,
  ) {}

  /** Who may open it. */
  get wraps(): readonly Wrap[] {
    return readWraps(this.preamble.header.wraps);
  }

  /** Everything in it, read anew each time. Rejects like `readBackup`. */
  read(watch: Watch = {}): AsyncGenerator<BackupRecord | UnknownRecord, Tally> {
    return readBackup({ file: this.file, preamble: this.preamble, cipher: this.cipher, ...watch });
  }

  /** Reads all of it; resolves with its tally if every byte is what was written. */
  verify(watch: Watch = {}): Promise<Tally> {
    return eachOf(this.read(watch), () => undefined);
  }

  /** As the source of another backup; `leaveOut` are ids of entries that are not copied. */
  async *records(leaveOut: ReadonlySet<string> = new Set()): AsyncGenerator<BackupRecord, void> {
    const records = this.read();
    for (;;) {
      const { done, value } = await records.next();
      if (done) {
        this.unreadable = value.unreadable;
        return;
      }
      if ('problem' in value) throw new Error(`a record that cannot be copied: ${value.problem}`);
      if (!('entry' in value && leaveOut.has(value.entry.id))) yield value;
    }
  }
}

/** A backup whose head was read. */
export class BackupFile {
  private constructor(
    readonly file: Blob,
    readonly preamble: Preamble,
  ) {}

  /** Rejects with BackupProblem where it is no backup this version can read; says nothing yet of the rest of the file. */
  static async open(file: Blob): Promise<BackupFile> {
    return new BackupFile(file, await readPreamble(file, sha256));
  }

  /** `YYYY-MM-DD`. */
  get created(): string {
    return this.preamble.header.created;
  }

  /** The kinds of secret that open it. */
  get openedBy(): ReadonlySet<Secret['kind']> {
    return new Set(readWraps(this.preamble.header.wraps).map(({ kind }) => kind));
  }

  /** Ids of the wraps that open it. */
  get wrapIds(): readonly string[] {
    return readWraps(this.preamble.header.wraps).map(({ id }) => id);
  }

  /** With keys that are at hand, if this file is sealed with them; else null. */
  async withKeys(keys: FileKeys): Promise<OpenedBackup | null> {
    const cipher = await cipherUnder(keys, this.file, this.preamble);
    return cipher && new OpenedBackup(this.file, this.preamble, cipher);
  }

  /** Rejects like `rootUnder`. */
  async withSecret(secret: Secret): Promise<OpenedBackup> {
    return new OpenedBackup(this.file, this.preamble, await cipherOfSecret(secret, this.preamble));
  }
}

export interface CreateOptions {
  readonly source: BackupSource;
  readonly keys: FileKeys;
  readonly about: About;
  readonly onEntry?: (entries: number) => void;
  readonly signal?: AbortSignal;
}

/** Writes a new backup into `sink`. Rejects like `writeBackup`. */
export async function createBackup(
  sink: WritableStream<Uint8Array>,
  { source, keys, about, onEntry, signal }: CreateOptions,
): Promise<Tally> {
  return writeBackup(sink, { source, ...(await newFile(keys, about)), onEntry, signal });
}
