import { msg } from '@lit/localize';
import type { CueValence, Direction, Specificity, When } from '../../domain/memory/memory';

export function directionWord(direction: Direction): string {
  return direction === 'past' ? msg('It happened') : msg('It’s still to come');
}

export function whenWord(when: When): string {
  switch (when) {
    case 'today':
      return msg('today');
    case 'this-week':
      return msg('this week');
    case 'this-month':
      return msg('this month');
    case 'this-year':
      return msg('in the past year');
    case 'years':
      return msg('years ago');
    case 'childhood':
      return msg('as a child');
    case 'ahead':
      return msg('still ahead');
  }
}

export function specificityWord(specificity: Specificity): string {
  switch (specificity) {
    case 'specific':
      return msg('a single occasion');
    case 'extended':
      return msg('a longer period');
    case 'categoric':
      return msg('something repeated');
  }
}

/** What the memory is expected to be like. */
export function cueValenceWord(valence: CueValence): string {
  switch (valence) {
    case 'positive':
      return msg('pleasant', { id: 'cue-positive' });
    case 'negative':
      return msg('unpleasant', { id: 'cue-negative' });
    case 'neutral':
      return msg('neither', { id: 'cue-neutral' });
  }
}

/** What kind of moment a question asks for. */
export function classWord(valence: CueValence): string {
  switch (valence) {
    case 'positive':
      return msg('a good one');
    case 'negative':
      return msg('a hard one');
    case 'neutral':
      return msg('an everyday one');
  }
}
