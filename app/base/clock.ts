/**
 * The two clocks everything is given instead of reading the platform's, so that tests can own time.
 *
 * `epochMs` is wall time and may jump (the person changes it, the network corrects it); `monotonicMs` never goes back and
 * is what durations are measured with.
 */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  epochMs(): number;
  /** Milliseconds from an arbitrary origin, never decreasing. */
  monotonicMs(): number;
  /** IANA name of the zone the phone is in, such as `Europe/Berlin`. */
  zone(): string;
}

let known: { readonly offsetMinutes: number; readonly zone: string } | null = null;

/**
 * The zone the phone is in. Asking the platform takes milliseconds (a whole formatter is made), the first time tens of them, so
 * it is asked again only when the offset from UTC has changed: by travel, or twice a year.
 */
function currentZone(): string {
  const offsetMinutes = new Date().getTimezoneOffset();
  if (known?.offsetMinutes !== offsetMinutes) {
    known = { offsetMinutes, zone: usableZone(Intl.DateTimeFormat().resolvedOptions().timeZone, offsetMinutes) };
  }
  return known.zone;
}

/**
 * `reported`, or the zone of the nearest whole hour where the browser does not take the name it gave itself: Chromium calls a
 * system zone it cannot make out `Etc/Unknown`, and then throws at it (https://github.com/tc39/proposal-temporal/issues/2510).
 *
 * @param offsetMinutes as `getTimezoneOffset` gives it, positive west of Greenwich; so are the names: `Etc/GMT+5` is New York
 */
export function usableZone(reported: string, offsetMinutes: number): string {
  try {
    new Intl.DateTimeFormat(undefined, { timeZone: reported });
    return reported;
  } catch {
    const hours = Math.round(offsetMinutes / 60);
    return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '+' : ''}${hours}`;
  }
}

export const systemClock: Clock = {
  epochMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  zone: currentZone,
};
