import { msg } from '@lit/localize';
import { evidenceWords } from '../../charts/kit/evidence-words';
import type { Pattern } from '../../insights/findings/pattern';
import { dateOf } from '../../words/day-words';
import { sentences } from '../../words/lists';
import { formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { feelingWord } from '../../words/report/feeling-words';
import { weekdayName } from '../../words/weekdays';

/** A pattern in words: what was seen, how sure that is, and the numbers behind it. */
export interface PatternWords {
  readonly sentence: string;
  readonly numbers: string;
  readonly evidence: string;
}

/**
 * Averages and intervals of ratings; never what leads to what, what to do about it, or what somebody feels.
 */
export const patternWords = (pattern: Pattern): PatternWords => ({
  sentence: plural(messageOf(pattern), valuesOf(pattern)),
  numbers: sentences([plural(numbersOf(pattern), valuesOf(pattern)), plural(countOf(pattern), { n: pattern.n })]),
  evidence: evidenceWords(pattern.evidence),
});

/** What is said of each kind if it is higher, and if it is lower; the numbers come apart. */
function messageOf(pattern: Pattern): string {
  switch (pattern.kind) {
    case 'weekday':
      return pattern.effect > 0
        ? msg('{weekday} tends to be rated higher than the other days.')
        : msg('{weekday} tends to be rated lower than the other days.');
    case 'day-part':
      return dayPartMessage(pattern);
    case 'day-after':
      return pattern.effect > 0
        ? msg('The day after “{feeling}” tends to be rated higher than the day after other feelings.')
        : msg('The day after “{feeling}” tends to be rated lower than the day after other feelings.');
    case 'neighbours':
      return pattern.effect > 0
        ? msg('Days next to each other tend to be rated alike.')
        : msg('Days next to each other tend to be rated differently.');
    case 'level':
      return pattern.after > pattern.before
        ? msg('Around {date} ratings moved up and stayed there.')
        : msg('Around {date} ratings moved down and stayed there.');
  }
}

function dayPartMessage({ part, effect }: Extract<Pattern, { kind: 'day-part' }>): string {
  switch (part) {
    case 'morning':
      return effect > 0
        ? msg('Morning entries tend to be rated higher than later ones.')
        : msg('Morning entries tend to be rated lower than later ones.');
    case 'afternoon':
      return effect > 0
        ? msg('Afternoon entries tend to be rated higher than those of mornings and evenings.')
        : msg('Afternoon entries tend to be rated lower than those of mornings and evenings.');
    case 'evening':
      return effect > 0
        ? msg('Evening entries tend to be rated higher than earlier ones.')
        : msg('Evening entries tend to be rated lower than earlier ones.');
  }
}

/** "0.20 higher on average", or lower. */
function numbersOf(pattern: Pattern): string {
  if (pattern.kind === 'level') return msg('From {before} to {after} on average.');
  if (pattern.kind === 'neighbours') return msg('Correlation {by}, 95% interval {low} to {high}.');
  return pattern.effect > 0
    ? msg('{by} higher on average, 95% interval {low} to {high}.')
    : msg('{by} lower on average, 95% interval {low} to {high}.');
}

function valuesOf(pattern: Pattern): Record<string, string> {
  if (pattern.kind === 'level') {
    const { day, before, after } = pattern;
    return { date: dateOf(day), before: formatValence(before), after: formatValence(after) };
  }
  const { effect, low, high } = pattern;
  const isTurned = pattern.kind !== 'neighbours' && effect < 0;
  // "Lower: 0.20" rather than "lower: −0.20"; the interval turns with it.
  const [by, from, to] = isTurned ? [-effect, -high, -low] : [effect, low, high];
  return {
    by: formatValence(by),
    low: formatValence(from),
    high: formatValence(to),
    weekday: pattern.kind === 'weekday' ? weekdayName(pattern.weekday) : '',
    feeling: pattern.kind === 'day-after' ? feelingWord(pattern.feeling) : '',
  };
}

/** What n counts. */
function countOf({ kind }: Pattern): string {
  switch (kind) {
    case 'day-part':
      return msg('{n, plural, one {That’s from one entry.} other {That’s from {n} entries.}}');
    case 'neighbours':
      return msg('{n, plural, one {That’s from one pair of days.} other {That’s from {n} pairs of days.}}');
    case 'level':
      return msg(
        '{n, plural, one {There has been one day with an entry since.} other {There have been {n} days with an entry since.}}',
      );
    default:
      return msg('{n, plural, one {That’s from one day.} other {That’s from {n} days.}}');
  }
}

/** How many things were looked at, because the more there are, the more turns up by itself. */
export const lookedWords = (looked: number): string =>
  plural(
    msg(
      '{looked, plural, one {One pattern was checked. Two things can go together without one leading to the other.} other {{looked} patterns were checked, and the more there are, the more it takes for one to be called likely. Two things can go together without one leading to the other.}}',
    ),
    { looked },
  );

/** What is missing before there is anything to say. */
export const notYetWords = (needs: number): string =>
  plural(
    msg(
      '{needs, plural, one {Patterns can be looked for after at least one more entry.} other {Patterns can be looked for after at least {needs} more entries.}}',
    ),
    { needs },
  );
