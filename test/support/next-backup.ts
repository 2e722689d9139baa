import { fromBase64, toBase64 } from '../../app/base/base64';
import { BACKUP_FORMATS, type BackupFormats } from '../../app/journal/backup/file/format';

/** The versions of the backup with one more, as a next one would be added: it says in one object who wrote it, and the rest as before. */
export const NEXT_VERSION = Math.max(...Object.keys(BACKUP_FORMATS).map(Number)) + 1;
export const NEXT_FORMATS: BackupFormats = {
  ...BACKUP_FORMATS,
  [NEXT_VERSION]: {
    writeHeader: ({ app, created, salt, wraps }) => ({ by: { app, created }, key: { salt: toBase64(salt), wraps } }),
    readHeader: (json) => {
      const { by, key } = json as { by: { app: string; created: string }; key: { salt: string; wraps: unknown[] } };
      return { ...by, salt: fromBase64(key.salt), wraps: key.wraps };
    },
  },
};
