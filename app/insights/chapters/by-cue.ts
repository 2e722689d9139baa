import type { Needs } from '../../statistics/needs';
import type { Slope } from '../../statistics/trend/robust-slope';
import type { Book } from '../readers/book';
import { expressionOfPositive, facesByCueClass } from '../statistics/by-cue-class';

export interface ByCue {
  readonly classes: ReturnType<typeof facesByCueClass>;
  /** How much more happiness the face showed in memories of good moments than in those of hard ones. */
  readonly happiness: Slope | Needs;
}

/** What the face showed, by what kind of memory was asked for. */
export const byCue = (book: Book): ByCue => ({
  classes: facesByCueClass(book),
  happiness: expressionOfPositive(book, 'happiness'),
});
