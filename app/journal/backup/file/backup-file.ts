import { sha256 } from '../../vault/crypto';
import { openFirst } from '../../vault/open-first';
import { waysOf } from '../../vault/protection';
import { secretsOf } from '../../vault/typed-secret';
import type { Secret, Wrap } from '../../vault/wraps';
import { consume } from './consume';
import { type About, cipherOfSecret, cipherUnder, type FileKeys, newFile } from './file-keys';
import { type Preamble, readPreamble } from './format';
import { readBackup } from './read-backup';
import type { BackupRecord, Tally, UnknownRecord } from './record-lines';
import type { SegmentCipher } from './segments';
import type { BackupSource } from './source';
import { readWraps } from './wrap-json';
import { writeBackup } from './write-backup';

/** Progress of reading, and what stops it. */
export interface Watch {
  /** Called with the number of bytes of the file that have been read. */
  readonly onRead?: (bytes: number) => void;
  readonly signal?: AbortSignal;
}

/** A backup that has been opened with one of its secrets. */
export class OpenedBackup implements BackupSource {
  unreadable = 0;

  constructor(
    readonly file: Blob,
    readonly preamble: Preamble,
    private readonly cipher: SegmentCipher,
  ) {}

  /** The wraps of its key: one for each secret that opens it. */
  get wraps(): readonly Wrap[] {
    return readWraps(this.preamble.header.wraps);
  }

  /** Reads everything in it. Rejects like `readBackup`. */
  read(watch: Watch = {}): AsyncGenerator<BackupRecord | UnknownRecord, Tally> {
    return readBackup({ file: this.file, preamble: this.preamble, cipher: this.cipher, ...watch });
  }

  /** Reads all of it. Resolves with its tally if every byte is as it was written. */
  verify(watch: Watch = {}): Promise<Tally> {
    return consume(this.read(watch), () => undefined);
  }

  /** Its records, as the source of another backup. `leaveOut`: ids of entries that are not copied. */
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

/** A backup, and what opened it. */
export interface FoundBackup {
  readonly opened: OpenedBackup;
  readonly secret: Secret;
}

/** A backup whose header has been read. */
export class BackupFile {
  private constructor(
    readonly file: Blob,
    readonly preamble: Preamble,
  ) {}

  /** Reads the header. Rejects with BackupProblem if this version cannot read it. The rest of the file is not checked. */
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

  /** Names the wraps that open it, see `waysOf`. */
  get ways(): readonly string[] {
    return waysOf(readWraps(this.preamble.header.wraps));
  }

  /** Opens it with these keys; null if it is not sealed with them. */
  async withKeys(keys: FileKeys): Promise<OpenedBackup | null> {
    const cipher = await cipherUnder(keys, this.file, this.preamble);
    return cipher && new OpenedBackup(this.file, this.preamble, cipher);
  }

  /** Opens it with what a person typed, whichever kind of secret it is. Rejects like `rootUnder`. */
  withTyped(typed: string, signal?: AbortSignal): Promise<FoundBackup> {
    return openFirst(secretsOf(typed, this.openedBy), async (secret) => ({
      opened: await this.withSecret(secret, signal),
      secret,
    }));
  }

  /** Opens it with one secret. Rejects like `rootUnder`. */
  async withSecret(secret: Secret, signal?: AbortSignal): Promise<OpenedBackup> {
    return new OpenedBackup(this.file, this.preamble, await cipherOfSecret(secret, this.preamble, signal));
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
