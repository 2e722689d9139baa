import { msg } from '@lit/localize';
import type { EraseFailureCode, FailureCode, JournalFailureCode } from '../../domain/failure/failure';
import { eraseFailureWords } from './erase-failure-words';
import { journalFailureWords } from './journal-failure-words';
import type { FailureWords } from './what-safe-next';

/** The words for a failure, whichever part of the app it came from. */
export function failureWords(code: FailureCode): FailureWords {
  return { ...journalFailureWords(), ...eraseFailureWords(), ...cameraWords(), ...modelWords(), ...otherWords() }[code];
}

type CameraCode = Extract<FailureCode, `camera-${string}` | 'page-hidden'>;
type ModelCode = Extract<FailureCode, `model-${string}` | `runtime-${string}`>;
type OtherCode = Exclude<FailureCode, JournalFailureCode | EraseFailureCode | CameraCode | ModelCode>;

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
    'model-silent': {
      what: msg('The face reader isn’t answering.'),
      safe: msg('Your journal is untouched, and what was read up to then is still here.'),
      next: msg(
        'Try again to start it afresh. If it happens again, choose “Processor only” in Settings, under This device. Or continue without the camera.',
      ),
    },
    'runtime-unsupported': {
      what: msg('This browser can’t run the face reader.'),
      safe: msg('Check-ins and recalls without a camera work as usual.'),
      next: msg('Update your browser, or open the app in a different one. You can also continue without the camera.'),
    },
  };
}

function otherWords(): Record<OtherCode, FailureWords> {
  return {
    'store-stuck': {
      what: msg('The browser can neither open nor delete this journal’s storage.'),
      safe: msg('The copies on this phone are kept apart from it and can still be saved.'),
      next: msg(
        'Save a copy as a file first. Then clear this site’s data in the browser’s settings, which deletes the copies too, and restore the file here.',
      ),
    },
    'secret-wrong': {
      what: msg('That didn’t unlock it.'),
      safe: msg('Nothing in it was changed, and it’s still locked.'),
      next: msg('Check for typos, capitals or the wrong keyboard, and try again. Your recovery code works too.'),
    },
    'try-later': {
      what: msg('Too many wrong attempts in a row.'),
      safe: msg('Nothing in it was changed, and it’s still locked.'),
      next: msg('Wait a moment before you try again.'),
    },
    'passkey-unusable': {
      what: msg('That passkey couldn’t be used.'),
      safe: msg('Nothing has changed.'),
      next: msg('It was dismissed, or it’s a kind that can’t hold a key. Try again, or use your passphrase.'),
    },
    'lock-waits': {
      what: msg('The journal is still unlocked, because what you’d started couldn’t be saved.'),
      safe: msg('It’s still on this page. Locking now would lose it.'),
      next: msg('Free up some space, then go to Today, where you can save it or delete it.'),
    },
    'lock-altered': {
      what: msg('Something outside Reverie has changed this journal’s lock.'),
      safe: msg('Your entries are still here, and no one can have rewritten them without your key.'),
      next: msg('Renew the lock in Settings: choose a passphrase and write down a new recovery code.'),
    },
    'lock-changed': {
      what: msg('Another window has just changed the lock.'),
      safe: msg('What was set there counts. Nothing from this window was used, and your entries are untouched.'),
      next: msg('Use the passphrase and recovery code from the other window, or change them once more in Settings.'),
    },
    'memory-short': {
      what: msg('This phone doesn’t have enough free memory to unlock.'),
      safe: msg('Nothing in it was changed, and it’s still locked.'),
      next: msg('Close other apps and tabs, then try again.'),
    },
    'erase-failed': {
      what: msg('Not all of this recall could be deleted.'),
      safe: msg('Your other entries are untouched, and nothing was sent anywhere.'),
      next: msg('Try again. You can also delete what’s left from Today.'),
    },
  };
}
