import type { WallTime } from '../../domain/moment/wall-time';
import { halfOfDay, monthNamed } from '../../words/time-words';

export type WallDate = Pick<WallTime, 'year' | 'month' | 'day'>;
export type TimeOfDay = Pick<WallTime, 'hour' | 'minute' | 'second'>;

/** Which of the first two numbers of `3/4/2021` is the day. */
export type DayOrder = 'day-first' | 'month-first';

/** Where the app it comes from writes no time of day, an entry stands at noon: there it stays on its day wherever one looks from. */
export const NOON: TimeOfDay = { hour: 12, minute: 0, second: 0 };

/** Two digits of a year from here on are of the last century. */
const LAST_CENTURY = 70;

const YEAR_FIRST = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})[日.]?$/;
const YEAR_LAST = /^(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})\.?$/;

/**
 * `2026-11-22`, `22.11.2026`, `11/22/2026`, `22 November 2026`, `Nov 22, 2026`; null for anything else and for days that do not exist.
 * `order`: which comes first where both could be the day.
 */
export function readDate(text: string, order: DayOrder = 'day-first'): WallDate | null {
  const plain = withPlainDigits(text).trim();
  const yearFirst = YEAR_FIRST.exec(plain);
  if (yearFirst) return existing(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!);
  const yearLast = YEAR_LAST.exec(plain);
  if (!yearLast) return inWords(plain);
  const [, one, sign, other, year] = yearLast as unknown as [string, string, string, string, string];
  const isDayFirst = sign === '.' || (Number(other) <= 12 && (Number(one) > 12 || order === 'day-first'));
  return isDayFirst ? existing(year, other, one) : existing(year, one, other);
}

/** Which numbers of these dates can be the day: `null` where all of them leave it open, or have the year or a month's name first. */
export function dayOrderOf(texts: Iterable<string>): { readonly order: DayOrder | null; readonly isOpen: boolean } {
  let [dayFirst, monthFirst, open] = [0, 0, 0];
  for (const text of texts) {
    const match = YEAR_LAST.exec(withPlainDigits(text).trim());
    if (!match || match[2] === '.') continue;
    if (Number(match[1]) > 12) dayFirst += 1;
    else if (Number(match[3]) > 12) monthFirst += 1;
    else open += 1;
  }
  const isOpen = open > 0 && dayFirst === 0 && monthFirst === 0;
  if (dayFirst === 0 && monthFirst === 0) return { order: null, isOpen };
  return { order: dayFirst >= monthFirst ? 'day-first' : 'month-first', isOpen };
}

/** A date with the name of its month in it, in any order. */
function inWords(text: string): WallDate | null {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  const numbers = text.match(/\d+/g) ?? [];
  if (words.length === 0 || words.length > 4 || numbers.length !== 2) return null;
  const month = words.map(monthNamed).find((found) => found !== null);
  const year = numbers.find(({ length }) => length === 4);
  const day = numbers.find((number) => number !== year);
  return month && year && day && day.length <= 2 ? existing(year, String(month), day) : null;
}

function existing(yearText: string, monthText: string, dayText: string): WallDate | null {
  const [short, month, day] = [Number(yearText), Number(monthText), Number(dayText)];
  const year = yearText.length === 2 ? short + (short < LAST_CENTURY ? 2000 : 1900) : short;
  const date = new Date(0);
  // `Date.UTC` takes the years 0 to 99 for those of the last century.
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : null;
}

const TIME = /^([^\d:]*)(\d{1,2})[:.h時시](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?([^\d:]*)$/u;

/** `20:39`, `20:39:07`, `8:30 am`, `11.54 p.m.`, `오후 8:39`; null for anything else. */
export function readTimeOfDay(text: string): TimeOfDay | null {
  const match = TIME.exec(withPlainDigits(text).trim());
  if (!match) return null;
  const [, before, hours, minutes, seconds, after] = match;
  const half = halfOfDay(`${before}${after}`);
  if (half === null) return null;
  const second = Number(seconds ?? 0);
  const minute = Number(minutes);
  const is12 = half !== 'none';
  const hour = is12 ? (Number(hours) % 12) + (half === 'pm' ? 12 : 0) : Number(hours);
  const fits = is12 ? Number(hours) >= 1 && Number(hours) <= 12 : hour <= 23;
  return fits && minute <= 59 && second <= 59 ? { hour, minute, second } : null;
}

/** The furthest a clock on the wall is from UTC, in minutes. */
const FURTHEST_MINUTES = 14 * 60;

const DATE_TIME =
  /^(.*?\d.*?)(?:T|,?\s+(?:at\s+|um\s+)?)((?:[^\s\d:+-]+\s*)?\d{1,2}[:.h時시]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?(?:\s*(?!UTC|GMT)[^\s\d:+Z-][^\d:+]*?)?)\s*(Z|UTC|GMT|(?:UTC|GMT)?[+\u2212-]\d{1,2}(?::?\d{2})?)?$/iu;

/**
 * `2026-11-22T13:00` or a date and a time in other words, with seconds or without, and with its distance from UTC or without (null
 * then). `isZulu`: it says no more than the moment, not what clocks showed where the person was.
 */
export function readDateTime(
  text: string,
  order: DayOrder = 'day-first',
): { readonly wall: WallTime; readonly offsetMinutes: number | null; readonly isZulu: boolean } | null {
  const match = DATE_TIME.exec(withPlainDigits(text).trim());
  const date = readDate(match?.[1] ?? '', order);
  const time = readTimeOfDay(match?.[2] ?? '');
  if (!date || !time) return null;
  const wall = { ...date, ...time };
  const zone = match?.[3]?.toUpperCase().replace('\u2212', '-');
  if (zone === undefined) return { wall, offsetMinutes: null, isZulu: false };
  if (/^(Z|UTC|GMT)$/.test(zone)) return { wall, offsetMinutes: 0, isZulu: true };
  const [, sign, hours, minutes = '00'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone)!;
  const offsetMinutes = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return Math.abs(offsetMinutes) > FURTHEST_MINUTES ? null : { wall, offsetMinutes, isZulu: false };
}

/** The zeros of the scripts that phones write numbers in beside `0`: Arabic, Persian, Hindi, Bengali, full width. */
const ZEROS = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

/** Nothing that says when is longer; a note that stands in the wrong column is. In characters. */
const LONGEST = 80;

/** The digits of every script as 0 to 9, without the marks that only steer the direction of writing. */
const withPlainDigits = (text: string): string =>
  (text.length > LONGEST ? '' : text)
    .replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[٠-٩۰-۹०-९০-৯０-９]/g, (digit) => {
      const code = digit.codePointAt(0)!;
      return String(code - ZEROS.findLast((zero) => zero <= code && code <= zero + 9)!);
    });
