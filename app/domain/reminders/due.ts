import { dayOf, type Moment } from '../moment/moment';
import { isQuiet, minuteInDayMs, minuteOf } from './minutes';
import type { ReminderChoices } from './reminder-choices';

/**
 * How a person's reminders stand.
 * - `off`: they set no times.
 * - `done`: something was kept on this local day, and nothing more is due on it.
 * - `aside`: they put it aside, until `untilMs`.
 * - `due`: the time `since` (minutes after midnight) has come, and nothing was kept.
 * - `waiting`: none of today's times has come.
 */
export type DueState =
  | { readonly is: 'off' | 'done' | 'waiting' }
  | { readonly is: 'aside'; readonly untilMs: number }
  | { readonly is: 'due'; readonly since: number };

export type DueFacts = Pick<ReminderChoices, 'times' | 'asideUntilMs'> & {
  /** The last local day on which something was kept, `YYYY-MM-DD`; null before the first. */
  readonly doneDay: string | null;
};

/**
 * How they stand at `now`. A time counts from the first moment at which clocks showed it on that day. So what is due stays due until
 * midnight, unless something is kept or it is put aside, also on the day on which clocks go back.
 */
export function dueAt({ times, asideUntilMs, doneDay }: DueFacts, now: Moment): DueState {
  if (times.length === 0) return { is: 'off' };
  if (doneDay === dayOf(now)) return { is: 'done' };
  const since = times.findLast((minute) => minuteInDayMs(minute, now) <= now.epochMs);
  if (since === undefined) return { is: 'waiting' };
  if (asideUntilMs !== null && now.epochMs < asideUntilMs) return { is: 'aside', untilMs: asideUntilMs };
  return { is: 'due', since };
}

/**
 * What a notification at `now` would be about, to be shown once for each name: `2026-11-29 20:00`. Null if there is nothing to show: none
 * is due, or the person wants quiet.
 */
export function toNotify(facts: DueFacts & Pick<ReminderChoices, 'quiet'>, now: Moment): string | null {
  const state = dueAt(facts, now);
  if (state.is !== 'due' || isQuiet(facts.quiet, minuteOf(now))) return null;
  return `${dayOf(now)} ${state.since}`;
}
