import { PATTERN_LOOKS, type Patterns, patternsOf } from '../findings/patterns';
import type { Book } from '../readers/book';
import { again } from './again';
import { apart } from './apart';
import { byCue } from './by-cue';
import { company } from './company';
import { daysTold } from './days';
import { affectMap } from './map';
import { overTime } from './over-time';
import { tired } from './tired';
import { together } from './together';
import { weekHours } from './week-hours';

/** What insights tell, each from the part of the book that is asked for. See: [Note: Chapters] */
export const CHAPTERS = {
  'over-time': overTime,
  patterns: (book: Book): Patterns =>
    patternsOf(
      book,
      PATTERN_LOOKS.map((look) => look(book)),
    ),
  map: affectMap,
  days: daysTold,
  'week-hours': weekHours,
  'by-cue': byCue,
  together,
  apart,
  company,
  again,
  tired,
} satisfies Readonly<Record<string, (book: Book) => object>>;

export type ChapterName = keyof typeof CHAPTERS;
/** What a chapter comes to: plain numbers and words, which a worker can hand over. */
export type Chapter<Name extends ChapterName> = ReturnType<(typeof CHAPTERS)[Name]>;
