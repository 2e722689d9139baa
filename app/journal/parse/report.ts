import type { Rating } from '../../domain/report/rating';
import type { Feeling, Report } from '../../domain/report/report';
import { TAG_KINDS, type Tag } from '../../domain/report/tags';
import {
  listOf,
  name,
  nullable,
  number,
  object,
  oneOf,
  optional,
  ParseProblem,
  type Reader,
  text,
  wholeNumber,
} from './reader';

const readBounds: Reader<Rating['bounds']> = (value) => {
  const [low, high, ...more] = listOf(number())(value);
  if (low === undefined || high === undefined || more.length > 0 || low >= high) {
    throw new ParseProblem('a lower and a higher bound');
  }
  return [low, high];
};

const readRating: Reader<Rating> = object<Rating>({
  value: number(-1, 1),
  raw: number(),
  bounds: readBounds,
  instrument: name,
  instrumentVersion: wholeNumber(1),
});

const readFeeling: Reader<Feeling> = object<Feeling>({ name, intensity: wholeNumber(1, 5) });

export const readReport: Reader<Report> = object<Report>({
  valence: nullable(readRating),
  arousal: nullable(readRating),
  feelings: listOf(readFeeling),
  note: text,
  tags: optional(listOf(object<Tag>({ kind: oneOf(TAG_KINDS), name }))),
});
