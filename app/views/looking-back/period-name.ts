import type { ReviewPeriod } from '../../domain/moment/review-period';
import { monthName, yearName } from '../../words/calendar';

/** "November 2026", or "2026". */
export const periodName = ({ kind, from }: ReviewPeriod): string =>
  kind === 'month' ? monthName(from) : yearName(from);
