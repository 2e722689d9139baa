import type { Sent } from './traffic';
import type { Journeys } from './walks';

/** What is summed up of a journey. Bytes are of bodies as they went over the wire, gzip. */
export const COUNTED: Readonly<Record<string, (sent: readonly Sent[]) => number>> = {
  scripts: (sent) => bytesOf(sent, 'script', 'worker'),
  'html and css': (sent) => bytesOf(sent, 'document', 'style'),
  fonts: (sent) => bytesOf(sent, 'font'),
  requests: (sent) => sent.length,
  everything: (sent) => bytesOf(sent),
};

/** Of all kinds, or of those that are named. */
const bytesOf = (sent: readonly Sent[], ...destinations: readonly string[]): number =>
  sent
    .filter(({ destination }) => destinations.length === 0 || destinations.includes(destination))
    .reduce((sum, { bytes }) => sum + bytes, 0);

/** A bar of docs/budgets.md. */
export interface Bar {
  readonly journey: string;
  /** One of `COUNTED`. */
  readonly counted: string;
  /** The most it may be: bytes, or requests. */
  readonly most: number;
}

/** What a journey came to; null if nobody walked it. */
export const measured = (journeys: Journeys, { journey, counted }: Bar): number | null => {
  const sent = journeys.get(journey);
  return sent ? COUNTED[counted]!(sent) : null;
};

/** In decimal kB and MB, as downloads are told. */
export function told(counted: string, amount: number): string {
  if (counted === 'requests') return String(amount);
  return amount < 1e6 ? `${(amount / 1e3).toFixed(1)} kB` : `${(amount / 1e6).toFixed(2)} MB`;
}
