import { MINUTE_MS } from '../../base/time';

/** A point in time together with where the person was: enough to say "Tuesday evening" years later in another zone. */
export interface Moment {
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly epochMs: number;
  /** IANA zone, such as `Europe/Berlin`. */
  readonly zone: string;
  /** Minutes east of UTC at that moment (summer time included), -840..840. */
  readonly offsetMinutes: number;
}

/** The moment `epochMs` in `zone`. Throws RangeError for an unknown zone. */
export const momentAt = (epochMs: number, zone: string): Moment => ({
  epochMs,
  zone,
  offsetMinutes: offsetMinutesAt(epochMs, zone),
});

/** The last millisecond of the year 9999: later ones have no day in the form `YYYY-MM-DD`. */
export const LAST_WALL_MS = 253_402_300_799_999;

/** The first millisecond of the year 1000. A memory may be older than 1970; an earlier year is a slip, such as 0021. */
export const FIRST_WALL_MS = -30_610_224_000_000;

/**
 * The clock on the wall at that moment, as epoch milliseconds of a world without zones. A moment that an older version took in
 * from a file may lie behind the last day there is; it then stands on that day, so that its entry can be shown and erased.
 */
export const wallMs = ({ epochMs, offsetMinutes }: Pick<Moment, 'epochMs' | 'offsetMinutes'>): number =>
  Math.min(epochMs + offsetMinutes * MINUTE_MS, LAST_WALL_MS);

/** The local calendar day, `YYYY-MM-DD`, on which the moment was lived. */
export const dayOf = (moment: Moment): string => new Date(wallMs(moment)).toISOString().slice(0, 10);

/** One formatter a zone: making one costs a hundred times what using it does. */
const offsetFormats = new Map<string, Intl.DateTimeFormat>();

function offsetFormat(zone: string): Intl.DateTimeFormat {
  const known = offsetFormats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  offsetFormats.set(zone, made);
  return made;
}

/** Minutes east of UTC in `zone` at `epochMs`, from the platform's own zone data. */
function offsetMinutesAt(epochMs: number, zone: string): number {
  const parts = offsetFormat(zone).formatToParts(epochMs);
  const text = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  // Before there were zones a place had a time of its own, to the second: here it is to the minute.
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(text);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}
