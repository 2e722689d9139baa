import { msg } from '@lit/localize';
import type { BackupProblemCode } from '../../domain/backup/backup';
import type { FailureWords } from '../failure/failure-words';

/** What the person is told when a backup cannot be written or brought back. */
export function backupProblemWords(code: BackupProblemCode): FailureWords {
  const untouched = msg('Your journal is as it was.');
  const words: Record<BackupProblemCode, FailureWords> = {
    'not-a-backup': {
      what: msg('This is no backup of Reverie.'),
      safe: untouched,
      next: msg('Choose a file whose name ends in .reverie.'),
    },
    newer: {
      what: msg('A newer version of the app wrote this backup.'),
      safe: msg('Neither the backup nor your journal was changed.'),
      next: msg('Connect to the internet, let the app update itself, and open the backup again.'),
    },
    damaged: {
      what: msg('This backup is damaged: some of it is not what was written.'),
      safe: msg('Nothing of it was brought in. Your journal is as it was.'),
      next: msg('Try another copy of the file, such as the one it was copied from, or an older backup.'),
    },
    incomplete: {
      what: msg('This backup is cut off: its end is missing.'),
      safe: msg('Nothing of it was brought in. Your journal is as it was.'),
      next: msg('If it was copied or downloaded, do that again until it is whole, or take an older backup.'),
    },
    'wrong-secret': {
      what: msg('That does not open this backup.'),
      safe: msg('The backup is sound, and still sealed.'),
      next: msg(
        'It takes the passphrase or recovery code from the day the backup was made. Look for a slip, and try again.',
      ),
    },
    'no-key': {
      what: msg('Nothing here opens this backup.'),
      safe: msg('The backup is sound, and still sealed.'),
      next: msg('It was sealed for another journal. Unlock that one, or choose another backup.'),
    },
    busy: {
      what: msg('Another window is bringing entries in.'),
      safe: untouched,
      next: msg('Wait until it has finished, or close it, then try again.'),
    },
    'no-room': {
      what: msg('There is no room to write this.'),
      safe: untouched,
      next: msg('Free some space, such as old videos or apps, or choose another place, then try again.'),
    },
    'file-lost': {
      what: msg('The file cannot be reached any more.'),
      safe: untouched,
      next: msg('It may have been moved, changed or unplugged. Choose it again.'),
    },
  };
  return words[code];
}
