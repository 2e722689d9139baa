import { msg } from '@lit/localize';
import type { FailureCode } from '../../domain/failure/failure';
import { notFetchedWords } from './not-fetched-words';

/** What the person is told when something went wrong: one or two plain sentences each. */
export interface FailureWords {
  /** What happened. */
  readonly what: string;
  /** What is safe. */
  readonly safe: string;
  /** What to do now. */
  readonly next: string;
}

/** The words for a failure, whichever part of the app it came from. */
export function failureWords(code: FailureCode): FailureWords {
  return { ...cameraWords(), ...modelWords(), ...journalWords(), 'not-fetched': notFetchedWords() }[code];
}

type CameraCode = Extract<FailureCode, `camera-${string}` | 'page-hidden'>;
type ModelCode = Extract<FailureCode, `model-${string}` | `runtime-${string}`>;
type JournalCode = Exclude<FailureCode, CameraCode | ModelCode | 'not-fetched'>;

function cameraWords(): Record<CameraCode, FailureWords> {
  return {
    'camera-refused': {
      what: msg('Camera access is blocked.'),
      safe: msg('Nothing was recorded, and your journal is untouched.'),
      next: msg(
        'To allow it, tap the icon next to the address (or open the app’s settings on your phone), set Camera to Allow, and try again. Or continue without the camera.',
      ),
    },
    'camera-missing': {
      what: msg('No front camera found.'),
      safe: msg('Everything else works without one.'),
      next: msg('If you have a camera you can plug in, connect it and try again. Or continue without the camera.'),
    },
    'camera-busy': {
      what: msg('The camera won’t start. Another app or tab may be using it.'),
      safe: msg('Nothing is lost.'),
      next: msg(
        'Close anything else that’s using the camera, such as a video call, and try again. Or continue without the camera.',
      ),
    },
    'camera-lost': {
      what: msg('The camera stopped partway through.'),
      safe: msg('What was read up to then is still here, and the timer is paused.'),
      next: msg('Try again to pick up where you left off, or continue without the camera.'),
    },
    'camera-unsupported': {
      what: msg('The camera can’t be used in this browser.'),
      safe: msg('Check-ins and recalls without a camera work as usual.'),
      next: msg(
        'The camera needs an up-to-date browser and a secure address, one that starts with https. You can continue without it.',
      ),
    },
    'page-hidden': {
      what: msg('The app was in the background, so it paused. The camera is off.'),
      safe: msg('Everything so far is still here.'),
      next: msg('Take a breath, and continue when you’re ready.'),
    },
  };
}

function modelWords(): Record<ModelCode, FailureWords> {
  return {
    'model-download': {
      what: msg('The face reader couldn’t be downloaded.'),
      safe: msg('Your journal is untouched, and what has already been downloaded is kept.'),
      next: msg(
        'Connect to the internet and try again. It only downloads once; after that it works offline. Or continue without the camera.',
      ),
    },
    'model-altered': {
      what: msg('Part of the download isn’t what it should be, so it was thrown away.'),
      safe: msg('It was never used. Your journal is untouched.'),
      next: msg(
        'Try again to download a fresh copy. If this happens twice, use another network. Or continue without the camera.',
      ),
    },
    'model-run': {
      what: msg('The face reader stopped working.'),
      safe: msg('What was read up to then is still here.'),
      next: msg(
        'Try again. If it happens again, choose “Processor only” in Settings, under This device: it’s slower but steadier. Or continue without the camera.',
      ),
    },
    'runtime-unsupported': {
      what: msg('This browser can’t run the face reader.'),
      safe: msg('Check-ins and recalls without a camera work as usual.'),
      next: msg('Update your browser, or open the app in a different one. You can also continue without the camera.'),
    },
  };
}

function journalWords(): Record<JournalCode, FailureWords> {
  return {
    'journal-unreadable': {
      what: msg('Part of the journal couldn’t be read.'),
      safe: msg('It has been left exactly as it is, and nothing will be written over it.'),
      next: msg(
        'Close any other tabs with this app and open it again. You can use the rest of your journal in the meantime.',
      ),
    },
    'journal-newer': {
      what: msg('A newer version of the app wrote this journal.'),
      safe: msg('Nothing in it was changed.'),
      next: msg('Close every tab with this app and open it again so the newer version can start.'),
    },
    'journal-full': {
      what: msg('There’s no room left on this device to save this.'),
      safe: msg('It’s still here on the screen, and all your earlier entries are safe.'),
      next: msg(
        'Free up some space, for example by deleting old videos or apps, then save it again. Leave this page open until then.',
      ),
    },
    'journal-blocked': {
      what: msg('Another tab has the journal open.'),
      safe: msg('Nothing is lost.'),
      next: msg('Close the other tabs with this app and try again.'),
    },
    'journal-lost': {
      what: msg('The browser has lost this journal’s storage.'),
      safe: msg(
        'It was here before. Browsers throw storage away when they find it damaged. Nothing was put in its place, and the copies on this phone are kept apart from it.',
      ),
      next: msg('Restore a copy, or a backup you saved. Both are one step from here.'),
    },
    'store-stuck': {
      what: msg('The browser can neither open nor delete this journal’s storage.'),
      safe: msg('The copies on this phone are kept apart from it and can still be saved.'),
      next: msg(
        'Save a copy as a file first. Then clear this site’s data in the browser’s settings, which deletes the copies too, and restore the file here.',
      ),
    },
    'store-doubtful': {
      what: msg('The phone’s storage gave out while this was being saved.'),
      safe: msg(
        'It’s still here on the screen. Nothing was added to your journal, so your earlier entries weren’t touched.',
      ),
      next: msg(
        'Free up some space, for example by deleting old videos or apps, and save it again. Then close the browser completely and open it again.',
      ),
    },
    'keys-damaged': {
      what: msg('The keys that unlock this journal are damaged.'),
      safe: msg('Your entries have been left exactly as they are, and nothing was written over them.'),
      next: msg(
        'Unlock it with your recovery code or another way you set up. If none of them works, restore a backup.',
      ),
    },
    'secret-wrong': {
      what: msg('That didn’t unlock it.'),
      safe: msg('Your journal is intact, and still locked.'),
      next: msg('Check for typos, capitals or the wrong keyboard, and try again. Your recovery code works too.'),
    },
    'try-later': {
      what: msg('Too many wrong attempts in a row.'),
      safe: msg('Your journal is intact, and still locked.'),
      next: msg('Wait a moment before you try again.'),
    },
    'passkey-unusable': {
      what: msg('That passkey couldn’t be used.'),
      safe: msg('Nothing has changed.'),
      next: msg('It was dismissed, or it’s a kind that can’t hold a key. Try again, or use your passphrase.'),
    },
    'journal-locked': {
      what: msg('The journal is locked.'),
      safe: msg('Everything in it is as you left it.'),
      next: msg('Unlock it to continue.'),
    },
    'lock-waits': {
      what: msg('The journal is still unlocked, because what you’d started couldn’t be saved.'),
      safe: msg('It’s still on this page. Locking now would lose it.'),
      next: msg('Free up some space, then go to Today, where you can save it or delete it.'),
    },
    'memory-short': {
      what: msg('This phone doesn’t have enough free memory to unlock.'),
      safe: msg('Your journal is intact, and still locked.'),
      next: msg('Close other apps and tabs, then try again.'),
    },
    'save-failed': {
      what: msg('This couldn’t be saved just now.'),
      safe: msg('It’s still here on the screen, and nothing you saved before was changed.'),
      next: msg('Try saving it again. Leave this page open until then.'),
    },
    'not-erased': {
      what: msg('Nothing was deleted: the journal’s storage didn’t allow it just now.'),
      safe: msg('Everything is still here, just as it was.'),
      next: msg('Try again. If it still doesn’t work, close any other tabs with this app and open it again.'),
    },
    'copies-unreachable': {
      what: msg('Nothing was deleted: the copies on this phone can’t be reached just now.'),
      safe: msg(
        'Everything is still here. It’s only deleted together with its copies, because otherwise it could come back from one.',
      ),
      next: msg(
        'Try again. If it still doesn’t work, close any other tabs with this app and restart the browser. Clearing this site’s data in the browser’s settings deletes the journal and its copies alike.',
      ),
    },
    'only-copies-erased': {
      what: msg('The journal wasn’t deleted: its storage didn’t allow it just now.'),
      safe: msg('Your entries are still here, just as they were. The copies this phone kept of them are gone.'),
      next: msg('Try again. If it still doesn’t work, close any other tabs with this app and open it again.'),
    },
    'erase-failed': {
      what: msg('Not all of this recall could be deleted.'),
      safe: msg('Your other entries are untouched, and nothing was sent anywhere.'),
      next: msg('Try again. You can also delete what’s left from Today.'),
    },
  };
}
