import type { Entry } from './entry';

/** The longest word for a day, in UTF-16 units: a line on a phone, not a note. */
export const LONGEST_DAY_WORD = 80;

/** Whether it says how a whole day was, and not one moment of it. */
export const isOfDay = (entry: Entry): boolean => entry.kind === 'check-in' && entry.ofDay === true;
