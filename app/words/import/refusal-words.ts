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
      next: msg('It may not have been downloaded to the end. Save it again where it comes from, then choose it here.'),
    },
    unreadable: {
      what: msg('This file could not be read.'),
      next: msg(
        'It may have been moved or changed meanwhile, or lie in a cloud. Keep it on this device and choose it again.',
      ),
    },
    'too-large': {
      what: msg('This table is too large to be read at once.'),
      next: msg(
        'Cut it into several files of less than 200 MB, each with the line of names, and bring them in one by one.',
      ),
    },
    encrypted: {
      what: msg('This is an encrypted backup of Reverie.'),
      next: msg('A backup is brought back in Settings, under Backup, with your passphrase or recovery code.'),
    },
    archive: {
      what: msg('This is a compressed file with others inside.'),
      next: msg('Open it, and choose the .json or .csv file that it holds.'),
    },
    binary: {
      what: msg('This is not a text file.'),
      next: msg('A spreadsheet can be brought in once it is saved as “CSV UTF-8”. Pictures and documents cannot.'),
    },
    'web-page': {
      what: msg('This is a web page, not a table.'),
      next: msg('It may be a sign-in page that was saved instead of the file. Download the file itself again.'),
    },
    encoding: {
      what: msg('The letters in this file are stored in an older way that cannot be told apart safely.'),
      next: msg(
        'Open it in a spreadsheet or an editor and save it as UTF-8 (in Excel: “CSV UTF-8”). Otherwise letters such as ä or é would come in wrong.',
      ),
    },
  };
}

function contentWords(): Record<Exclude<RefusalCode, FileCode>, RefusalWords> {
  return {
    columns: {
      what: msg('This table has no columns that belong to a journal.'),
      next: msg(
        'Its first line must name them: a date, and one of valence, arousal, feelings or note. Daylio’s export and Reverie’s own tables are known as they are.',
      ),
    },
    'no-rows': {
      what: msg('There are names of columns in this table, but no rows below them.'),
      next: msg('Choose the export again where it comes from; there may have been nothing in the period it covers.'),
    },
    'json-broken': {
      what: msg('This JSON file is damaged or was cut short.'),
      next: msg('Save it again where it comes from. If you have another copy, try that one.'),
    },
    'json-other': {
      what: msg('This is a JSON file, but not a journal of Reverie.'),
      next: msg('Choose the file that “The whole journal” in Settings saved. From other apps, use their CSV export.'),
    },
    'json-newer': {
      what: msg('This journal was written by a newer version of Reverie.'),
      next: msg('Update the app here first: close every tab with it and open it again with a network.'),
    },
  };
}
