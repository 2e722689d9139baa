import { isKnown, type Needs } from '../../statistics/needs';
import type { Slope } from '../../statistics/trend/robust-slope';
import { evidenceOf } from '../findings/evidence';
import type { Evidence } from '../findings/pattern';
import type { Book } from '../readers/book';
import { expressionOfPositive, facesByCueClass } from '../statistics/by-cue-class';

export interface ByCue {
  readonly classes: ReturnType<typeof facesByCueClass>;
  /** How much more happiness the face showed in memories of good moments than in those of hard ones. */
  readonly happiness: (Slope & { readonly evidence: Evidence }) | Needs;
}

/** What the face showed, by what kind of memory was asked for. */
export function byCue(book: Book): ByCue {
  const happiness = expressionOfPositive(book, 'happiness');
  return {
    classes: facesByCueClass(book),
    happiness: isKnown(happiness)
      ? { ...happiness, evidence: evidenceOf({ adjustedP: happiness.p, months: null }) }
      : happiness,
  };
}
