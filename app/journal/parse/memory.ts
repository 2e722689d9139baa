import {
  type AskedByOneself,
  CUE_VALENCES,
  DIRECTIONS,
  type Memory,
  SPECIFICITIES,
  WHENS,
} from '../../domain/memory/memory';
import { isMemoryDate } from '../../domain/memory/memory-date';
import { FEELS_NOW, LIFE_PERIODS, PERSPECTIVES, TIMES_AHEAD } from '../../domain/memory/recollection';
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

const readDate: Reader<string> = (value) => {
  if (!isMemoryDate(text(value)))
    throw new ParseProblem('a day, a month or a year, such as 2019-07-14, 2019-07 or 2019');
  return value as string;
};

const readUnsure: Reader<true> = (value) => {
  if (value !== true) throw new ParseProblem('true');
  return value;
};

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
  date: optional(readDate),
  lifePeriod: optional(oneOf(LIFE_PERIODS)),
  whenUnsure: optional(readUnsure),
  timeAhead: optional(oneOf(TIMES_AHEAD)),
  oneOccasion: optional(flag),
  perspective: optional(oneOf(PERSPECTIVES)),
  reliving: optional(wholeNumber(1, 7)),
  rehearsal: optional(wholeNumber(1, 7)),
  feelsNow: optional(oneOf(FEELS_NOW)),
});
