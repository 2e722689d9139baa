import { msg } from '@lit/localize';
import type { BackupProblemCode } from '../../domain/backup/backup';
import type { FailureWords } from '../failure/what-safe-next';

/** What the person is told when a backup cannot be written or brought back. */
export function backupProblemWords(code: BackupProblemCode): FailureWords {
  const untouched = msg('Your journal is unchanged.');
  const words: Record<BackupProblemCode, FailureWords> = {
    'not-a-backup': {
      what: msg('This isn’t a Reverie backup.'),
      safe: untouched,
      next: msg('Choose a file whose name ends in .reverie.'),
    },
    newer: {
      what: msg('A newer version of the app wrote this backup.'),
      safe: msg('Neither the backup nor your journal has been changed.'),
      next: msg('Connect to the internet, let the app update, and open the backup again.'),
    },
    damaged: {
      what: msg('This backup is damaged: part of it isn’t what was written.'),
      safe: msg('None of it was restored. Your journal is unchanged.'),
      next: msg('Try another copy of the file, such as the one this came from, or an older backup.'),
    },
    incomplete: {
      what: msg('This backup is incomplete: the end is missing.'),
      safe: msg('None of it was restored. Your journal is unchanged.'),
      next: msg('If it was copied or downloaded, try that again until all of it is there, or use an older backup.'),
    },
    'wrong-secret': {
      what: msg('That doesn’t open this backup.'),
      safe: msg('The backup is intact, and still encrypted.'),
      next: msg('Use the passphrase or recovery code from the day the backup was made. Check for typos and try again.'),
    },
    'no-key': {
      what: msg('Nothing here can open this backup.'),
      safe: msg('The backup is intact, and still encrypted.'),
      next: msg('It belongs to another journal. Unlock that one, or choose another backup.'),
    },
    busy: {
      what: msg('Another window is adding entries right now.'),
      safe: untouched,
      next: msg('Wait until it’s finished, or close it, then try again.'),
    },
    'no-room': {
      what: msg('There isn’t enough room to write this.'),
      safe: untouched,
      next: msg(
        'Free up some space, for example by deleting old videos or apps, or choose another place. Then try again.',
      ),
    },
    'file-lost': {
      what: msg('The file can’t be reached any more.'),
      safe: untouched,
      next: msg('It may have been moved, changed or disconnected. Choose it again.'),
    },
  };
  return words[code];
}
