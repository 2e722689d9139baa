import { BackupProblem } from '../../../domain/backup/backup';
import { newRecoveryCode, readRecoveryCode } from '../../vault/recovery-code';
import type { Secret } from '../../vault/wraps';
import type { BackupFile, OpenedBackup } from '../file/backup-file';
import type { CopyFolder } from './copy-folder';

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

/** The code that lies beside the copies of a journal without a passphrase. See: [Note: The key beside the copies] */
export class CodeBeside {
  constructor(private readonly folder: CopyFolder) {}

  /** Null where there is none, or what is there is no code any more: it opens nothing, and would keep copies from being made. */
  async secret(): Promise<Secret | null> {
    const code = await this.folder.text(CODE);
    return code === null || readRecoveryCode(code).problem ? null : { kind: 'recovery', code };
  }

  /** The one that is there, or a new one. */
  async secretOrNew(): Promise<Secret> {
    const present = await this.secret();
    if (present) return present;
    await this.folder.writeText(CODE, newRecoveryCode());
    return (await this.secret())!;
  }

  /** Null where there is none, or where it does not open this file. */
  async opened(file: BackupFile): Promise<OpenedBackup | null> {
    const secret = await this.secret();
    if (!secret || !file.openedBy.has(secret.kind)) return null;
    return file.withSecret(secret).catch((error: unknown) => {
      if (error instanceof BackupProblem && error.code === 'wrong-secret') return null;
      throw error;
    });
  }

  remove(): Promise<void> {
    return this.folder.remove(CODE);
  }
}
