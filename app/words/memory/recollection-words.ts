import { msg } from '@lit/localize';
import type { FeelsNow, LifePeriod, Perspective, TimeAhead } from '../../domain/memory/recollection';

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

export function timeAheadWord(time: TimeAhead): string {
  switch (time) {
    case 'days':
      return msg('in the coming days');
    case 'weeks':
      return msg('in the coming weeks');
    case 'months':
      return msg('in the coming months');
    case 'later':
      return msg('further off');
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
