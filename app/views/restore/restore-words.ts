import { msg, str } from '@lit/localize';
import type { Preview } from '../../journal/backup/restore/preview';
import type { Restored } from '../../journal/backup/restore/restore';
import { dateOf } from '../../words/dates';

/** "312 entries, from 3 January 2025 to 22 November 2026." */
export function whatIsInIt({ tally: { entries, firstDay, lastDay } }: Preview): string {
  if (firstDay === null || lastDay === null) return msg('There are no entries in it.');
  if (entries === 1) return msg(str`It holds one entry, from ${dateOf(firstDay)}.`);
  if (firstDay === lastDay) return msg(str`It holds ${entries} entries, all from ${dateOf(firstDay)}.`);
  return msg(str`It holds ${entries} entries, from ${dateOf(firstDay)} to ${dateOf(lastDay)}.`);
}

/** Title and text of the end. */
export function restoredWords({ added, changed, same, removed, unknown }: Restored): readonly [string, string] {
  const brought = added + changed;
  const title = brought === 1 ? msg('One entry is back') : msg(str`${brought} entries are back`);
  const text = [
    same === 0 ? '' : msg(str`${same} were already here.`),
    removed === 0 ? '' : msg(str`${removed} were removed; they’re in the copy saved beforehand.`),
    unknown === 0 ? '' : msg(str`${unknown} were left out, because a newer version of the app wrote them.`),
    msg('Your journal is in good order, and everything in it is on this phone.'),
  ];
  return [title, text.filter(Boolean).join(' ')];
}
