import { MINUTE_MS } from '../base/time';
import { unstopped } from './dates';
import { inLocale } from './locale';

const timeFormat = inLocale(
  (locale) => new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }),
);

/** `20:05`, or `8:05 PM` where that is usual, of minutes after midnight. */
export const clockTime = (minute: number): string => unstopped(timeFormat().format(minute * MINUTE_MS));
