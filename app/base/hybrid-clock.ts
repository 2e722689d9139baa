/**
 * A hybrid logical clock: wall time where the clocks of several devices agree, and an order that never goes back where they don't. A
 * stamp is later than every stamp that its device had made or seen before, so what was changed knowingly after something counts as
 * later, even if a clock was put back in between. Source: Kulkarni et al., "Logical Physical Clocks" (2014), without the limit on the
 * counter, which is a whole number here.
 */
export interface Stamp {
  /** Epoch milliseconds; of the device's clock, or of the latest stamp it had seen if that was ahead. */
  readonly ms: number;
  /** Counts the stamps of one millisecond, from 0. */
  readonly counter: number;
  /** The device; random. */
  readonly node: string;
}

/**
 * How far another device's clock may be ahead of ours, in milliseconds. One that is years ahead would win against every edit until then,
 * on every device. Source: the limit of HLClock, https://hexdocs.pm/hlclock/0.1.6/HLClock.html#max_drift/0.
 */
export const MAX_AHEAD_MS = 5 * 60_000;

/** Another device's clock is more than `MAX_AHEAD_MS` ahead. */
export class ClockAhead extends Error {
  override readonly name = 'ClockAhead';
}

/** A stamp of the device of `last`, later than `last`. Never fails, also if the clock was put back: a save must not depend on it. */
export const nextStamp = (last: Stamp, nowMs: number): Stamp =>
  nowMs > last.ms ? { ...last, ms: nowMs, counter: 0 } : { ...last, counter: last.counter + 1 };

/** What `last` becomes when `seen` came from another device: the next stamp is later than both. Throws ClockAhead. */
export function afterSeeing(last: Stamp, seen: Stamp, nowMs: number): Stamp {
  if (isAhead(seen, nowMs)) throw new ClockAhead(`${seen.ms - nowMs} ms ahead`);
  const isLater = seen.ms > last.ms || (seen.ms === last.ms && seen.counter > last.counter);
  return isLater ? { ms: seen.ms, counter: seen.counter, node: last.node } : last;
}

export const isAhead = ({ ms }: Stamp, nowMs: number): boolean => ms > nowMs + MAX_AHEAD_MS;

/** Negative if `a` is earlier than `b`, 0 if they are the same. */
export function compareStamps(a: Stamp, b: Stamp): number {
  const byTime = a.ms - b.ms || a.counter - b.counter;
  return byTime || (a.node < b.node ? -1 : Number(a.node > b.node));
}

/** Names a stamp, for maps. @example stampName({ ms: 5, counter: 0, node: 'a' }) // '5.0.a' */
export const stampName = ({ ms, counter, node }: Stamp): string => `${ms}.${counter}.${node}`;
