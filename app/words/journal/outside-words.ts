import { msg } from '@lit/localize';
import { NOTHING_OUTSIDE, type OutsideChange } from '../../domain/entry/outside-change';
import { sentences } from '../lists';
import { plural } from '../plural';

/** What something else than this app has changed in the entries, and what to do about it. */
export function outsideWords(change: OutsideChange | null): { readonly title: string; readonly text: string } {
  const { missing, added, older, months, unlisted } = change ?? NOTHING_OUTSIDE;
  const counted = (words: string, count: number): string[] => (count > 0 ? [plural(words, { count })] : []);
  const what = [
    ...counted(msg('{count, plural, one {One entry is gone.} other {{count} entries are gone.}}'), missing),
    ...counted(
      msg(
        '{count, plural, one {One entry is here that was deleted or never saved.} other {{count} entries are here that were deleted or never saved.}}',
      ),
      added,
    ),
    ...counted(
      msg('{count, plural, one {One entry is an earlier version.} other {{count} entries are earlier versions.}}'),
      older,
    ),
    ...counted(
      msg(
        '{count, plural, one {The list of one month doesn’t fit its entries, so some of them may be missing or old.} other {The lists of {count} months don’t fit their entries, so some of them may be missing or old.}}',
      ),
      months,
    ),
  ];
  if (unlisted) {
    what.push(
      msg(
        'The list of your entries was missing, so some may be missing or old. The browser may have lost its storage, and Reverie put your journal back together.',
      ),
    );
  }
  return {
    title: msg('Something outside Reverie has changed your journal.'),
    text: sentences([...what, msg('The copies on this phone may still have what was there before.')]),
  };
}
