import { msg } from '@lit/localize';
import { DAY_MS } from '../../base/time';
import { type Moment, wallMs } from '../../domain/moment/moment';
import type { Asked } from '../../insights/readers/book';

/** How far back insights look, in days up to today, that day included; null for all there is. */
export const RANGES = { week: 7, month: 30, quarter: 91, year: 365, all: null } as const;
export type Range = keyof typeof RANGES;

export type Span = Omit<Asked, 'only'>;

export function rangeWord(range: Range): string {
  const words: Record<Range, string> = {
    week: msg('Week'),
    month: msg('Month'),
    quarter: msg('3 months'),
    year: msg('Year'),
    all: msg('All'),
  };
  return words[range];
}

const EVER: Span = { fromMs: null, toMs: null };

/** The days of a range. Something written ahead of the clock, after a journey west, counts as of today. */
export function spanOf(range: Range, now: Moment): Span {
  const days = RANGES[range];
  if (days === null) return EVER;
  const tomorrow = Math.floor(wallMs(now) / DAY_MS) + 1;
  return { fromMs: (tomorrow - days) * DAY_MS, toMs: null };
}

/** As many days before those of a range; null before all there is. */
export function spanBefore(range: Range, now: Moment): Span | null {
  const { fromMs } = spanOf(range, now);
  const days = RANGES[range];
  return fromMs === null || days === null ? null : { fromMs: fromMs - days * DAY_MS, toMs: fromMs };
}
