import { precisionOf } from '../../domain/memory/memory-when';
import { dated, dateFormat, monthFormat } from '../dates';

const yearFormat = dated({ year: 'numeric' });
const monthWord = dated({ month: 'long' });

/** `14 July 2019`, `July 2019` or `2019`. */
export function memoryDateWords(date: string): string {
  const format = { day: dateFormat, month: monthFormat, year: yearFormat }[precisionOf(date)];
  return format().format(Date.parse(date));
}

/** The twelve months, in order. */
export const monthNames = (): readonly string[] =>
  Array.from({ length: 12 }, (_, month) => monthWord().format(Date.UTC(2000, month)));
