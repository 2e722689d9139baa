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
      what: msg('The camera is not allowed here.'),
      safe: msg('Nothing was seen or kept. Your journal is untouched.'),
      next: msg(
        'To allow it, tap the sign beside the address (or open the app’s settings on your phone), set Camera to Allow, then try again. Or go on without the camera.',
      ),
    },
    'camera-missing': {
      what: msg('No camera was found that faces you.'),
      safe: msg('Everything else works without one.'),
      next: msg('If you have a camera to plug in, do so and try again. Or go on without the camera.'),
    },
    'camera-busy': {
      what: msg('The camera does not start; another app or tab may be using it.'),
      safe: msg('Nothing is lost.'),
      next: msg('Close what else uses the camera, such as a call, then try again. Or go on without the camera.'),
    },
    'camera-lost': {
      what: msg('The camera stopped in the middle.'),
      safe: msg('What was read until then is still here, and the time stands still.'),
      next: msg('Try again to go on from the same moment, or go on without the camera.'),
    },
    'camera-unsupported': {
      what: msg('This browser gives no camera to this page.'),
      safe: msg('Check-ins and recalls without a camera work as usual.'),
      next: msg(
        'The camera takes an up-to-date browser and a secure address, one that begins with https. You can go on without it.',
      ),
    },
    'page-hidden': {
      what: msg('The app was out of sight, so it paused. The camera is off.'),
      safe: msg('What you gathered so far is still here.'),
      next: msg('Take a breath, then go on when you are ready.'),
    },
  };
}

function modelWords(): Record<ModelCode, FailureWords> {
  return {
    'model-download': {
      what: msg('What reads your face could not be fetched.'),
      safe: msg('Your journal is untouched, and the parts already fetched are kept.'),
      next: msg(
        'Connect to the internet and try again. It takes one download; after that, no network is needed. Or go on without the camera.',
      ),
    },
    'model-altered': {
      what: msg('A downloaded part is not what it should be, so it was thrown away.'),
      safe: msg('It was never used. Your journal is untouched.'),
      next: msg('Try again to fetch it afresh, on another network if this happens twice. Or go on without the camera.'),
    },
    'model-run': {
      what: msg('Reading your face stopped working.'),
      safe: msg('What was read until then is still here.'),
      next: msg(
        'Try again. If it happens again, choose the slower but steadier way in Settings, under This device. Or go on without the camera.',
      ),
    },
    'runtime-unsupported': {
      what: msg('This browser cannot run what reads your face.'),
      safe: msg('Check-ins and recalls without a camera work as usual.'),
      next: msg('Update the browser, or open the app in another one. You can go on without the camera.'),
    },
  };
}

function journalWords(): Record<JournalCode, FailureWords> {
  return {
    'journal-unreadable': {
      what: msg('Part of the journal could not be read.'),
      safe: msg('It was left exactly as it is, and nothing will be written over it.'),
      next: msg('Close other tabs with this app and open it again. The rest of your journal can be used meanwhile.'),
    },
    'journal-newer': {
      what: msg('This journal was written by a newer version of the app.'),
      safe: msg('Nothing in it was changed.'),
      next: msg('Close every tab with this app and open it again, so that the newer version starts.'),
    },
    'journal-full': {
      what: msg('There is no room left on this device to keep this.'),
      safe: msg('It is still here on the screen, and all earlier entries are safe.'),
      next: msg('Free some space, such as old videos or apps, then keep it again. Leave this page open until then.'),
    },
    'journal-blocked': {
      what: msg('Another tab holds the journal open.'),
      safe: msg('Nothing is lost.'),
      next: msg('Close the other tabs with this app, then try again.'),
    },
    'journal-lost': {
      what: msg('The browser has lost this journal’s store.'),
      safe: msg(
        'It was there before. Browsers throw a store away when they find it damaged. Nothing was put in its place; the copies this phone keeps lie apart from it.',
      ),
      next: msg('Bring a copy back, or a backup you saved. Both are one step from here.'),
    },
    'store-stuck': {
      what: msg('The browser can neither open nor erase this store.'),
      safe: msg('The copies this phone keeps lie apart from it and can still be saved.'),
      next: msg(
        'Save a copy as a file first. Then clear this site’s data in the browser’s settings, which erases the copies as well, and bring the file back here.',
      ),
    },
    'keys-damaged': {
      what: msg('What unlocks this journal is damaged.'),
      safe: msg('Your entries were left exactly as they are, and nothing was written over them.'),
      next: msg('Unlock it with your recovery code or in another way you set up. If none opens it, restore a backup.'),
    },
    'secret-wrong': {
      what: msg('That is not the right one.'),
      safe: msg('Your journal is whole, and still locked.'),
      next: msg(
        'Look for a slip, such as capitals or the wrong keyboard, and try again. Your recovery code opens it too.',
      ),
    },
    'try-later': {
      what: msg('Too many wrong tries in a row.'),
      safe: msg('Your journal is whole, and still locked.'),
      next: msg('Wait a moment before the next one.'),
    },
    'passkey-unusable': {
      what: msg('That passkey was not used.'),
      safe: msg('Nothing has changed.'),
      next: msg('It was dismissed, or it is of a kind that cannot hold a key. Try again, or use your passphrase.'),
    },
    'journal-locked': {
      what: msg('The journal is locked.'),
      safe: msg('Everything in it is as you left it.'),
      next: msg('Unlock it to go on.'),
    },
    'lock-waits': {
      what: msg('The journal stays open: what you had begun could not be kept.'),
      safe: msg('It is still in this page. Locked now, it would be lost.'),
      next: msg('Free some space, then go to Today: it can be kept or discarded there.'),
    },
    'memory-short': {
      what: msg('This phone has not enough memory free to unlock.'),
      safe: msg('Your journal is whole, and still locked.'),
      next: msg('Close other apps and tabs, then try again.'),
    },
    'save-failed': {
      what: msg('This could not be kept just now.'),
      safe: msg('It is still here on the screen, and all earlier entries are safe.'),
      next: msg('Try to keep it again. Leave this page open until then.'),
    },
    'not-erased': {
      what: msg('Nothing was erased: the journal’s store did not allow it just now.'),
      safe: msg('Everything is still here, as it was.'),
      next: msg('Try again. If it stays so, close other tabs of this app and open it again.'),
    },
    'copies-unreachable': {
      what: msg('Nothing was erased: the copies this phone keeps cannot be reached just now.'),
      safe: msg(
        'Everything is still here. It is erased only together with its copies, or it could come back from one.',
      ),
      next: msg(
        'Try again. If it stays so, close other tabs of this app and restart the browser. Clearing this site’s data in the browser’s settings erases journal and copies alike.',
      ),
    },
    'only-copies-erased': {
      what: msg('The journal was not erased: its store did not allow it just now.'),
      safe: msg('Your entries are still here, as they were. The copies this phone kept of them are gone.'),
      next: msg('Try again. If it stays so, close other tabs of this app and open it again.'),
    },
    'erase-failed': {
      what: msg('Not all of this recall could be erased.'),
      safe: msg('Your other entries are untouched, and nothing was sent anywhere.'),
      next: msg('Try again. What is left is also offered on Today, where it can be discarded.'),
    },
  };
}
