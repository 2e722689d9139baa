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

export const systemClock: Clock = {
  epochMs: () => Date.now(),
  monotonicMs: () => performance.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
};
