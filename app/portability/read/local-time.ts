import type { WallTime } from '../../domain/moment/wall-time';

/** `2026-11-22`, also with slashes or points; null for anything else and for days that do not exist. */
export function readDate(text: string): Pick<WallTime, 'year' | 'month' | 'day'> | null {
  const match = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text.trim());
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : null;
}

/** `20:39`, `20:39:07`, `8:30 am`, `11.54 p.m.`; null for anything else. */
export function readTimeOfDay(text: string): Pick<WallTime, 'hour' | 'minute' | 'second'> | null {
  // Some exports set a narrow no-break space before "am".
  const match = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([ap])?\.?\s*(?:m\.?)?$/iu.exec(text.trim());
  if (!match) return null;
  const [, hours, minutes, seconds, half] = match;
  const second = Number(seconds ?? 0);
  const minute = Number(minutes);
  const hour = half ? (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0) : Number(hours);
  const fits = half ? Number(hours) >= 1 && Number(hours) <= 12 : hour <= 23;
  return fits && minute <= 59 && second <= 59 ? { hour, minute, second } : null;
}

/** The furthest a clock on the wall is from UTC, in minutes. */
const FURTHEST_MINUTES = 14 * 60;

/** `2026-11-22T13:00`, with seconds or without, and with its distance from UTC or without (null then). */
export function readDateTime(text: string): { readonly wall: WallTime; readonly offsetMinutes: number | null } | null {
  const match = /^(\S+?)(?:T|\s+)([\d:.]+(?:\s*[ap]\.?m\.?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/i.exec(text.trim());
  const date = readDate(match?.[1] ?? '');
  const time = readTimeOfDay(match?.[2] ?? '');
  if (!date || !time) return null;
  const zone = match?.[3];
  if (zone === undefined) return { wall: { ...date, ...time }, offsetMinutes: null };
  const [sign, hours, minutes] =
    zone.toUpperCase() === 'Z' ? ['+', '0', '0'] : [zone[0], zone.slice(1, 3), zone.slice(-2)];
  const offsetMinutes = (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  return Math.abs(offsetMinutes) > FURTHEST_MINUTES ? null : { wall: { ...date, ...time }, offsetMinutes };
}
