const MINUTE_MS = 60_000;

/** `value` in -1..1 with two digits and a real minus sign: `−0.30`. */
export const valence = (value: number): string =>
  new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'negative' })
    .format(value)
    .replace('-', '−');

/** A share 0..1 as whole per cent: `43%`. */
export const share = (value: number): string =>
  new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 0 }).format(value);

export const count = (value: number): string => new Intl.NumberFormat().format(value);

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
