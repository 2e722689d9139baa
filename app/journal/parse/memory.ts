import {
  type AskedByOneself,
  CUE_VALENCES,
  DIRECTIONS,
  type Memory,
  SPECIFICITIES,
  WHENS,
} from '../../domain/memory/memory';
import { name, nullable, object, oneOf, optional, type Reader, text, wholeNumber } from './reader';

const readOwnCue: Reader<AskedByOneself> = object<AskedByOneself>({ question: name, valence: oneOf(CUE_VALENCES) });

export const readMemory: Reader<Memory> = object<Memory>({
  title: text,
  cueId: nullable(name),
  ownCue: optional(readOwnCue),
  direction: oneOf(DIRECTIONS),
  when: nullable(oneOf(WHENS)),
  specificity: nullable(oneOf(SPECIFICITIES)),
  selfRelevance: nullable(wholeNumber(1, 7)),
  expectedValence: nullable(oneOf(CUE_VALENCES)),
  vividness: nullable(wholeNumber(1, 7)),
});
