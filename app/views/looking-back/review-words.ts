import { msg, str } from '@lit/localize';
import type { ReviewPeriod } from '../../domain/moment/review-period';
import type { ChangeRemark, TagContrast, WeekdayContrast } from '../../insights/pages/remarks';
import type { Beside, Review, SkyPlace } from '../../insights/pages/review';
import type { Level } from '../../insights/statistics/level-changes';
import { dayName, dayWord, monthWord, yearName } from '../../words/calendar';
import { enumerated, sentences } from '../../words/lists';
import { formatValence } from '../../words/numbers';
import { plural } from '../../words/plural';
import { feelingWord } from '../../words/report/feeling-words';
import { valenceWord } from '../../words/report/rating-words';
import { weekdayName } from '../../words/weekdays';
import { periodName } from './period-name';

/** "November", or "2026": beside another of its kind. */
export const shortName = ({ kind, from }: ReviewPeriod): string =>
  kind === 'month' ? monthWord(from) : yearName(from);

/** What the page says first: the period beside the one before it, as far as that can be told. */
export function headline({ period, entries, before }: Review): string {
  const [name, other] = [shortName(period), shortName(before.period)];
  if (entries === 0) return msg(str`Nothing was written in ${name}.`);
  if (!before.change) return msg(str`${name}, in your own words and numbers.`);
  const { effect, evidence } = before.change;
  switch (evidence.strength) {
    case 'chance':
      return msg(str`By your own ratings, ${name} was much like ${other}.`);
    case 'hint':
      return effect > 0
        ? msg(str`By your own ratings, ${name} may have been lighter than ${other}.`)
        : msg(str`By your own ratings, ${name} may have been heavier than ${other}.`);
    default:
      return effect > 0
        ? msg(str`By your own ratings, ${name} was lighter than ${other}.`)
        : msg(str`By your own ratings, ${name} was heavier than ${other}.`);
  }
}

/** How much was written, and how it was rated. */
export function coverWords({ entries, days: [written, all], mean }: Review): string {
  const counted = plural(
    msg(
      '{entries, plural, one {One entry, on {written} of {all} days.} other {{entries} entries, on {written} of {all} days.}}',
    ),
    { entries, written, all },
  );
  const rated = mean === null ? '' : msg(str`An average day: ${valenceWord(mean)} (${formatValence(mean)}).`);
  return sentences([counted, rated]);
}

/** The two ends of what is drawn. */
export function endsWords({ period, highest, lowest }: Review): string {
  if (!highest || !lowest) return msg('When two of them are rated, they can be put side by side.');
  const value = ({ valence }: SkyPlace): string => formatValence(valence!);
  return period.kind === 'month'
    ? msg(
        str`The highest sun is ${dayWord(highest.day)} (${value(highest)}), the lowest ${dayWord(lowest.day)} (${value(lowest)}).`,
      )
    : msg(
        str`The highest sun is ${monthWord(highest.day)} (${value(highest)} on average), the lowest ${monthWord(lowest.day)} (${value(lowest)}). Out of twelve months, some differ by chance alone.`,
      );
}

/** How ratings changed since an earlier period, or what is missing before that can be told. */
export function besideWords(period: ReviewPeriod, { period: other, entries, change, needs }: Beside): string {
  const [name, than] = [shortName(period), period.kind === 'month' ? periodName(other) : shortName(other)];
  if (entries === 0) return msg(str`There’s nothing from ${than} to compare with.`);
  if (change) return changeWords(change, name, than);
  return plural(
    msg(
      '{needs, plural, one {It takes one more day with a rating before the two can be compared.} other {It takes {needs} more days with a rating before the two can be compared.}}',
    ),
    { needs: needs ?? 1 },
  );
}

function changeWords(change: ChangeRemark, name: string, than: string): string {
  const {
    effect,
    days: [now, before],
  } = change;
  const message =
    effect < 0
      ? msg(
          '{name} was rated {by} lower than {than} (95% interval {low} to {high}). That’s from {now} days now, and {before} then.',
        )
      : msg(
          '{name} was rated {by} higher than {than} (95% interval {low} to {high}). That’s from {now} days now, and {before} then.',
        );
  return plural(message, { name, than, ...amountOf(change), now, before });
}

/** How much higher or lower, without a sign; the interval turns with it. */
function amountOf({ effect, low, high }: Pick<ChangeRemark, 'effect' | 'low' | 'high'>) {
  const [by, from, to] = effect < 0 ? [-effect, -high, -low] : [effect, low, high];
  return { by: formatValence(by), low: formatValence(from), high: formatValence(to) };
}

/** When the level changed, and stayed. */
export const levelWords = ([before, after]: readonly [before: Level, after: Level]): string =>
  plural(
    after.mean > before.mean
      ? msg('Around {date} your ratings moved up and stayed there: from {before} to {after} on average.')
      : msg('Around {date} your ratings moved down and stayed there: from {before} to {after} on average.'),
    { date: dayName(after.from), before: formatValence(before.mean), after: formatValence(after.mean) },
  );

/** How much the days differ, and each from the one before it. */
export const steadinessWords = ({ deviation, step }: NonNullable<Review['steadiness']>): string =>
  msg(
    str`Most days lay within ${formatValence(deviation)} of your average. From one day to the next it was typically ${formatValence(step)} up or down.`,
  );

export function tagWords(contrast: TagContrast): string {
  const { tag, n } = contrast;
  const message =
    contrast.effect < 0
      ? msg(
          'Entries with “{tag}” tend to be rated lower than others: by {by} on average (95% interval {low} to {high}). There are {n} of them.',
        )
      : msg(
          'Entries with “{tag}” tend to be rated higher than others: by {by} on average (95% interval {low} to {high}). There are {n} of them.',
        );
  return plural(message, { tag, ...amountOf(contrast), n });
}

export function weekdayWords(contrast: WeekdayContrast): string {
  const { weekday, n } = contrast;
  const message =
    contrast.effect < 0
      ? msg(
          '{weekday} is your lowest day: {by} below the others on average (95% interval {low} to {high}). That’s from {n} of them.',
        )
      : msg(
          '{weekday} is your highest day: {by} above the others on average (95% interval {low} to {high}). That’s from {n} of them.',
        );
  return plural(message, { weekday: weekdayName(weekday), ...amountOf(contrast), n });
}

/** The feelings that are new: they were not chosen in the year before. */
export const newFeelingsWords = (names: readonly string[]): string =>
  msg(str`You didn’t choose these the year before: ${enumerated(names.map(feelingWord))}.`);

/** What is missing before something can be looked for. */
export const needsWords = (needs: number): string =>
  plural(
    msg(
      '{needs, plural, one {It takes at least one more entry before there’s something to say.} other {It takes at least {needs} more entries before there’s something to say.}}',
    ),
    { needs },
  );
