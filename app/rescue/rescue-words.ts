import { msg, str } from '@lit/localize';
import type { StoreState } from '../journal/rescue/store-state';

/** What was found where the journal should be: what it is, and what follows for the person. */
export function stateWords(state: StoreState): { readonly what: string; readonly next: string } {
  switch (state.kind) {
    case 'none':
      return {
        what: msg('There is no journal in this browser.'),
        next: msg(
          'If there was one, this browser has cleared it, or it was kept in another browser or in the installed app. A copy or a backup can be brought back below.',
        ),
      };
    case 'silent':
      return {
        what: msg('The journal’s store does not answer.'),
        next: msg(
          'Often it is held by another window, or the phone is full. Close other windows of this app, free some space, and look again. Nothing is changed meanwhile.',
        ),
      };
    case 'broken':
      return {
        what: msg('The journal’s store is there and does not open.'),
        next: msg(
          'Restart the phone or the browser and look again. If that does not help, save a copy as a file: the browser may let this store go only together with the copies.',
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
      what: msg(str`A newer version of the app wrote this journal: ${entries} entries, store version ${version}.`),
      next: msg(
        'Nothing in it was changed. Connect to the internet and open the app again, so that it updates itself. Until then, its records can be saved below as they are.',
      ),
    };
  }
  return {
    what:
      entries === 1
        ? msg('The journal’s store opens. It holds one entry.')
        : msg(str`The journal’s store opens. It holds ${entries} entries.`),
    next: msg(
      'If the app shows something else or does not start, you can save the records as they are, or bring a copy back beside them. Nothing is lost by that.',
    ),
  };
}
