import {
  type AskedByOneself,
  CUE_VALENCES,
  DIRECTIONS,
  type Memory,
  SPECIFICITIES,
  WHENS,
} from '../../domain/memory/memory';
import { flag, name, nullable, object, oneOf, optional, ParseProblem, type Reader, text, wholeNumber } from './reader';

/** How long a picture may be, in base64; ours come to a fifth of it. */
const LONGEST_PICTURE = 600_000;

/** Base64 of what begins as every JPEG does. */
const readPicture: Reader<string> = (value) => {
  if (text(value).length > LONGEST_PICTURE || !/^\/9j\/[A-Za-z0-9+/]*={0,2}$/.test(value as string))
    throw new ParseProblem('a small JPEG in base64');
  return value as string;
};

const readOwnCue: Reader<AskedByOneself> = object<AskedByOneself>({
  question: name,
  valence: oneOf(CUE_VALENCES),
  picture: optional(readPicture),
  samePicture: optional(flag),
});

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
