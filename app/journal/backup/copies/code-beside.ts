import { BackupProblem } from '../../../domain/backup/backup';
import { newRecoveryCode, readRecoveryCode } from '../../vault/recovery-code';
import type { Secret } from '../../vault/wraps';
import type { BackupFile, OpenedBackup } from '../file/backup-file';
import type { CopyFolder } from './copy-folder';

/*
 * [Note: The key beside the copies]
 *
 * A journal with a passphrase seals its copies with its root key, and each copy contains the wraps for passphrase and recovery
 * code. So the rescue page opens them with the same secret as the journal, even if the database is lost.
 *
 * A journal without a passphrase is protected by a key that is in the database and cannot be read out. A copy sealed with that key
 * would be lost together with the database, which is exactly the accident that copies are for. So these copies have their own root
 * key, and a code that opens it is stored beside them. Somebody who can read the browser's files can read the copies then, as they
 * could use the key in the database: a journal without a passphrase promises nothing else.
 *
 * When a passphrase is set, the code is taken into the vault, sealed, and removed from beside the copies, before the screen says that
 * the journal is locked (`new-secrets.ts`). Then the copies are sealed again with the journal's root key. One that cannot be, say
 * because there is no room, waits for the next visit, and until then only the unlocked journal opens it.
 */
const CODE = 'code.txt';

/** The code stored beside the copies of a journal without a passphrase. See: [Note: The key beside the copies] */
export class CodeBeside {
  constructor(private readonly folder: CopyFolder) {}

  /** Null if there is no code, or if the file is damaged: such a code opens nothing, and must not stop new copies. */
  async secret(): Promise<Secret | null> {
    const code = await this.folder.text(CODE);
    return code === null || readRecoveryCode(code).problem ? null : { kind: 'recovery', code };
  }

  /** The stored code, or a new one. */
  async secretOrNew(): Promise<Secret> {
    const present = await this.secret();
    if (present) return present;
    await this.folder.writeText(CODE, newRecoveryCode());
    return (await this.secret())!;
  }

  /** Null if there is no code, or if it does not open this file. `kept`: the code that the vault has. */
  async opened(file: BackupFile, kept: string | null = null): Promise<OpenedBackup | null> {
    const secret: Secret | null = kept === null ? await this.secret() : { kind: 'recovery', code: kept };
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
