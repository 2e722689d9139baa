import { msg } from '@lit/localize';
import type { JournalFailureCode } from '../../domain/failure/failure';
import { notFetchedWords } from './not-fetched-words';
import type { FailureWords } from './what-safe-next';

/** The words that come with the start, because any screen may need them, and because nothing may come after a failure. */
export function journalFailureWords(): Record<JournalFailureCode, FailureWords> {
  return {
    'journal-unreadable': {
      what: msg('Part of the journal couldn’t be read.'),
      safe: msg('It has been left exactly as it is, and nothing will be written over it.'),
      next: msg(
        'Close any other tabs with this app and open it again. You can use the rest of your journal in the meantime.',
      ),
    },
    'journal-silent': {
      what: msg('The journal isn’t answering.'),
      safe: msg('Nothing in it was changed.'),
      next: msg(
        'Try again in a moment. If that doesn’t help, close the browser completely, with every window of this app, and open it again.',
      ),
    },
    'journal-newer': {
      what: msg('A newer version of the app wrote this journal.'),
      safe: msg('Nothing in it was changed.'),
      next: msg('Close every tab with this app and open it again so the newer version can start.'),
    },
    'journal-full': {
      what: msg('There’s no room left on this device to save this.'),
      safe: msg('It’s still here on the screen, and nothing you saved before was changed.'),
      next: msg(
        'Free up some space, for example by deleting old videos or apps, then save it again. Leave this page open until then.',
      ),
    },
    'journal-blocked': {
      what: msg('Another tab has the journal open.'),
      safe: msg('Nothing in it was changed.'),
      next: msg('Close the other tabs with this app and try again.'),
    },
    'journal-lost': {
      what: msg('The browser has lost this journal’s storage.'),
      safe: msg(
        'It was here before. Browsers throw storage away when they find it damaged. Nothing was put in its place, and the copies on this phone are kept apart from it.',
      ),
      next: msg('Restore a copy, or a backup you saved. Both are one step from here.'),
    },
    'journal-locked': {
      what: msg('The journal is locked.'),
      safe: msg('Locking changes nothing in it.'),
      next: msg('Unlock it to continue.'),
    },
    'keys-damaged': {
      what: msg('The keys that unlock this journal are damaged.'),
      safe: msg('Your entries have been left exactly as they are, and nothing was written over them.'),
      next: msg(
        'Unlock it with your recovery code or another way you set up. If none of them works, restore a backup.',
      ),
    },
    'save-failed': {
      what: msg('This couldn’t be saved just now.'),
      safe: msg('It’s still here on the screen, and nothing you saved before was changed.'),
      next: msg('Try saving it again. Leave this page open until then.'),
    },
    'store-doubtful': {
      what: msg('The phone’s storage gave out.'),
      safe: msg('What’s on the screen is still here. Nothing more is written to your journal until it’s safe to.'),
      next: msg(
        'Free up some space, for example by deleting old videos or apps, and try again. Then close the browser completely and open it again.',
      ),
    },
    'not-fetched': notFetchedWords(),
  };
}
