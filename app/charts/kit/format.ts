const MINUTE_MS = 60_000;

/** "a, b and c" as the reader's language joins it. */
export const listed = (words: readonly string[]): string =>
  new Intl.ListFormat(undefined, { type: 'conjunction' }).format(words);

/** The clock on the wall at that moment, as epoch milliseconds of a world without zones: for positions and for writing. */
export const wallMs = ({ epochMs, offsetMinutes }: { epochMs: number; offsetMinutes: number }): number =>
  epochMs + offsetMinutes * MINUTE_MS;

/** A day from `wallMs`: `12 Oct`, and with the year where it is not plain. */
export const day = (ms: number, withYear: boolean): string =>
  write(ms, { day: 'numeric', month: 'short', ...(withYear ? { year: 'numeric' } : {}) });

/** A day with its time from `wallMs`: `12 Oct 2026, 14:05`. */
export const dayAndTime = (ms: number): string => write(ms, { dateStyle: 'medium', timeStyle: 'short' });

const write = (ms: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' }).format(ms);
