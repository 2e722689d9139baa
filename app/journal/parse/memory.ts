import { CUE_VALENCES, DIRECTIONS, type Memory, SPECIFICITIES, WHENS } from '../../domain/memory/memory';
import { name, nullable, object, oneOf, type Reader, text, wholeNumber } from './reader';

export const readMemory: Reader<Memory> = object<Memory>({
  title: text,
  cueId: nullable(name),
  direction: oneOf(DIRECTIONS),
  when: nullable(oneOf(WHENS)),
  specificity: nullable(oneOf(SPECIFICITIES)),
  selfRelevance: nullable(wholeNumber(1, 7)),
  expectedValence: nullable(oneOf(CUE_VALENCES)),
  vividness: nullable(wholeNumber(1, 7)),
});
