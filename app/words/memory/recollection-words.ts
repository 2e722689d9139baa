import { msg } from '@lit/localize';
import { precisionOf } from '../../domain/memory/memory-date';
import type { FeelsNow, LifePeriod, Perspective } from '../../domain/memory/recollection';
import { dated, dateFormat, monthFormat } from '../dates';

const yearFormat = dated({ year: 'numeric' });

/** `14 July 2019`, `July 2019` or `2019`. */
export function memoryDateWords(date: string): string {
  const format = { day: dateFormat, month: monthFormat, year: yearFormat }[precisionOf(date)];
  return format().format(Date.parse(date));
}

const monthWord = dated({ month: 'long' });

/** The twelve months, in order. */
export const monthNames = (): readonly string[] =>
  Array.from({ length: 12 }, (_, month) => monthWord().format(Date.UTC(2000, month)));

export function lifePeriodWord(period: LifePeriod): string {
  switch (period) {
    case 'before-school':
      return msg('before school');
    case 'primary-school':
      return msg('primary school');
    case 'teens':
      return msg('my teens');
    case 'twenties':
      return msg('my twenties');
    case 'thirties':
      return msg('my thirties');
    case 'forties':
      return msg('my forties');
    case 'fifties':
      return msg('my fifties');
    case 'sixties-on':
      return msg('sixty and after');
  }
}

export function perspectiveWord(perspective: Perspective): string {
  switch (perspective) {
    case 'field':
      return msg('through my own eyes');
    case 'observer':
      return msg('from outside, with me in it');
    case 'both':
      return msg('a bit of both');
  }
}

/** How it feels now beside how it felt then. */
export function feelsNowWord(feelsNow: FeelsNow): string {
  switch (feelsNow) {
    case 'weaker':
      return msg('gentler');
    case 'same':
      return msg('about the same');
    case 'stronger':
      return msg('stronger');
    case 'different':
      return msg('quite different');
  }
}
