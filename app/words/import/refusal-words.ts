import { msg } from '@lit/localize';
import type { RefusalCode } from '../../domain/import/import-refusal';

export interface RefusalWords {
  readonly what: string;
  readonly next: string;
}

/** What the person is told; that nothing was changed is said beside it. */
export function refusalWords(code: RefusalCode): RefusalWords {
  return { ...fileWords(), ...contentWords() }[code];
}

type FileCode = Extract<
  RefusalCode,
  'empty' | 'unreadable' | 'too-large' | 'encrypted' | 'archive' | 'binary' | 'web-page' | 'encoding'
>;

function fileWords(): Record<FileCode, RefusalWords> {
  return {
    empty: {
      what: msg('This file is empty.'),
      next: msg('The download may not have finished. Save it again from where it came from, then choose it here.'),
    },
    unreadable: {
      what: msg('This file couldn’t be read.'),
      next: msg(
        'It may have been moved or changed, or be stored in the cloud. Save it on this device and choose it again.',
      ),
    },
    'too-large': {
      what: msg('This file is too large to read in one go.'),
      next: msg('Split a table into files of less than 100 MB, each with the header row, and import them one by one.'),
    },
    encrypted: {
      what: msg('This is an encrypted Reverie backup.'),
      next: msg('To restore a backup, go to Backup in Settings. You’ll need its passphrase or recovery code.'),
    },
    archive: {
      what: msg('This is a compressed file with other files inside.'),
      next: msg(
        'Nothing inside looks like a journal, or it can’t be opened here. Unpack it, and choose the .json or .csv file.',
      ),
    },
    binary: {
      what: msg('This is not a text file.'),
      next: msg(
        'You can import a spreadsheet once it’s saved as “CSV UTF-8”. Pictures and documents can’t be imported.',
      ),
    },
    'web-page': {
      what: msg('This is a web page, not a table.'),
      next: msg('It may be a sign-in page saved instead of the file. Download the file itself again.'),
    },
    encoding: {
      what: msg('The letters in this file are stored in an older format that can’t be read reliably.'),
      next: msg(
        'Open it in a spreadsheet or text editor and save it as UTF-8 (in Excel: “CSV UTF-8”). Otherwise letters such as ä or é would come out wrong.',
      ),
    },
  };
}

function contentWords(): Record<Exclude<RefusalCode, FileCode>, RefusalWords> {
  return {
    columns: {
      what: msg('This table has none of the columns a journal needs.'),
      next: msg(
        'The first line must name them: a date, and one of valence, mood, feelings, title or note. Rename the columns in a spreadsheet, save it as CSV, and choose it again.',
      ),
    },
    'no-rows': {
      what: msg('This table has column names but no rows below them.'),
      next: msg('Export it again; there may have been nothing in the period it covers.'),
    },
    'json-broken': {
      what: msg('This JSON file is damaged or was cut short.'),
      next: msg('Save it again from where it came from. If you have another copy, try that one.'),
    },
    'json-other': {
      what: msg('This is a JSON file, but not a journal we know.'),
      next: msg(
        'Choose the file that “The whole journal” in Settings saves, or one from an app listed below. From any other app, a CSV file with a date and a mood or note works.',
      ),
    },
    'json-newer': {
      what: msg('This journal was written by a newer version of Reverie.'),
      next: msg('Update the app first: close every tab with it, then open it again while you’re online.'),
    },
  };
}
