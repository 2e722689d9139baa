import { msg } from '@lit/localize';
import type { StoreState } from '../journal/rescue/store-state';
import { plural } from '../words/plural';

/** What was found where the journal should be: what it is, and what follows for the person. */
export function stateWords(state: StoreState): { readonly what: string; readonly next: string } {
  switch (state.kind) {
    case 'none':
      return {
        what: msg('There’s no journal in this browser.'),
        next: msg(
          'If there was one, this browser has cleared it, or it’s in another browser or in the installed app. You can restore a copy or a backup below.',
        ),
      };
    case 'silent':
      return {
        what: msg('The journal’s storage isn’t responding.'),
        next: msg(
          'Often another window is using it, or the phone is full. Close any other windows of this app, free up some space, and check again. Nothing changes in the meantime.',
        ),
      };
    case 'broken':
      return {
        what: msg('The journal’s storage is there but won’t open.'),
        next: msg(
          'Restart the phone or the browser and check again. If that doesn’t help, save a copy as a file: the browser may only let go of this storage together with the copies.',
        ),
      };
    case 'open':
      return openWords(state);
  }
}

function openWords({ newer, version, records }: Extract<StoreState, { kind: 'open' }>): { what: string; next: string } {
  const entries = records.entries ?? 0;
  if (newer) {
    return {
      what: plural(
        msg(
          '{entries, plural, one {A newer version of the app wrote this journal: one entry, storage version {version}.} other {A newer version of the app wrote this journal: {entries} entries, storage version {version}.}}',
        ),
        { entries, version },
      ),
      next: msg(
        'Nothing in it has been changed. Connect to the internet and open the app again so it can update. Until then, you can save its records as they are, below.',
      ),
    };
  }
  return {
    what: plural(
      msg(
        '{entries, plural, one {The journal can be opened. It holds one entry.} other {The journal can be opened. It holds {entries} entries.}}',
      ),
      { entries },
    ),
    next: msg(
      'If the app shows something else or won’t start, you can save the records as they are, or restore a copy alongside them. You lose nothing by doing so.',
    ),
  };
}
