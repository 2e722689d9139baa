import type { DueFacts } from './due';
import { LAST_MINUTE } from './minutes';
import type { ReminderChoices } from './reminder-choices';

/*
 * [Note: The reminder's mark]
 *
 * The service worker can't open the sealed journal, and yet it must know whether a reminder is due. So while the person wants
 * notifications, and only then, a mark lies outside the journal, in a cache of its own: at which times of the day they want to be
 * reminded, their quiet hours, until when they put it aside, the last local day on which something was kept, and the two lines of the
 * notification in their language. Nothing of what they kept is in it. It goes when they want no notifications any more, and when
 * everything is erased.
 *
 * The page alone writes the mark. The worker alone writes, beside it, which reminder it has shown, so that none comes twice. So
 * neither can undo what the other wrote.
 */

/** Raised only if what the mark holds changes its meaning. */
export const REMINDER_CACHE = 'reverie-reminder-v1';

/** Where the two records lie in that cache: addresses that no file of the app has. */
export const MARK_ADDRESS = '/reminder/mark';
export const SHOWN_ADDRESS = '/reminder/shown';

/** What the browser calls the background check, and the notification. */
export const REMINDER_TAG = 'reminder';

export interface ReminderMark extends DueFacts, Pick<ReminderChoices, 'quiet'> {
  readonly title: string;
  readonly body: string;
}

/** The mark as the worker read it; null if it is not sound, which is as good as none. */
export function asMark(value: unknown): ReminderMark | null {
  if (typeof value !== 'object' || value === null) return null;
  const { times, quiet, asideUntilMs, doneDay, title, body } = value as Record<string, unknown>;
  const isSound =
    Array.isArray(times) &&
    times.every(isMinute) &&
    isNullOr(isQuietHours, quiet) &&
    isNullOr((one) => typeof one === 'number', asideUntilMs) &&
    isNullOr((one) => typeof one === 'string', doneDay) &&
    typeof title === 'string' &&
    typeof body === 'string';
  return isSound ? ({ times, quiet, asideUntilMs, doneDay, title, body } as ReminderMark) : null;
}

const isNullOr = (isSound: (value: unknown) => boolean, value: unknown): boolean => value === null || isSound(value);

const isMinute = (value: unknown): boolean =>
  Number.isInteger(value) && Number(value) >= 0 && Number(value) <= LAST_MINUTE;

const isQuietHours = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'from' in value &&
  'to' in value &&
  isMinute(value.from) &&
  isMinute(value.to);
