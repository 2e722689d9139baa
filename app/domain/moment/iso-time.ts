import { MINUTE_MS } from '../../base/time';
import type { Moment } from './moment';

/** The moment as the person's clock showed it, with its distance from UTC: `2026-11-22T13:00:00.000+01:00` (ISO 8601). */
export function isoTime({ epochMs, offsetMinutes }: Moment): string {
  const local = new Date(Math.trunc(epochMs) + offsetMinutes * MINUTE_MS);
  // The last dates JavaScript knows have no local form in zones further on.
  if (Number.isNaN(local.getTime())) return new Date(epochMs).toISOString();
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number) => String(value).padStart(2, '0');
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${local.toISOString().slice(0, -1)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
