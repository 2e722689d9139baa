import { msg } from '@lit/localize';
import type { Preview } from '../../journal/backup/restore/preview';
import type { Restored } from '../../journal/backup/restore/restore';
import { dateOf } from '../../words/day-words';
import { sentences } from '../../words/lists';
import { plural } from '../../words/plural';

/** What the backup comes to, in a few words. */
export function previewTitle({ standings, unknown }: Preview): string {
  if (standings.new + standings.different > 0) return msg('This backup is intact');
  if (unknown === 0) return msg('It’s all here already');
  return standings.same === 0 ? msg('This backup needs a newer version') : msg('The rest needs a newer version');
}

/** "312 entries, from 3 January 2025 to 22 November 2026." */
export function whatIsInIt({ tally: { entries, firstDay, lastDay } }: Preview): string {
  if (firstDay === null || lastDay === null) return msg('There are no entries in it.');
  const [first, last] = [dateOf(firstDay), dateOf(lastDay)];
  return firstDay === lastDay
    ? plural(
        msg(
          '{entries, plural, one {It holds one entry, from {first}.} other {It holds {entries} entries, all from {first}.}}',
        ),
        { entries, first },
      )
    : plural(
        msg(
          '{entries, plural, one {It holds one entry, from {first}.} other {It holds {entries} entries, from {first} to {last}.}}',
        ),
        { entries, first, last },
      );
}

/** Title and text of the end. */
export function restoredWords({ added, changed, same, removed, unknown }: Restored): readonly [string, string] {
  const brought = added + changed;
  const title = plural(msg('{brought, plural, one {One entry is back} other {{brought} entries are back}}'), {
    brought,
  });
  const text = [
    same === 0
      ? ''
      : plural(msg('{same, plural, one {One was already here.} other {{same} were already here.}}'), { same }),
    removed === 0
      ? ''
      : plural(
          msg(
            '{removed, plural, one {One was removed; it’s in the copy saved beforehand.} other {{removed} were removed; they’re in the copy saved beforehand.}}',
          ),
          { removed },
        ),
    unknown === 0
      ? ''
      : plural(
          msg(
            '{unknown, plural, one {One was left out, because a newer version of the app wrote it.} other {{unknown} were left out, because a newer version of the app wrote them.}}',
          ),
          { unknown },
        ),
    msg('Your journal is in good order, and everything in it is on this phone.'),
  ];
  return [title, sentences(text)];
}
