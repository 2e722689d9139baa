import { msg } from '@lit/localize';
import type { EraseFailureCode } from '../../domain/failure/failure';
import type { FailureWords } from './what-safe-next';

/** The words for what could not be deleted. */
export function eraseFailureWords(): Record<EraseFailureCode, FailureWords> {
  return {
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
  };
}
