import { PATTERN_LOOKS, type Patterns, patternsOf } from '../findings/patterns';
import type { Book, RatedBook } from '../readers/book';
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

/** What insights tell of how entries were rated, and of what the face showed beside. See: [Note: Chapters] */
export const RATED_CHAPTERS = {
  'over-time': overTime,
  patterns: (book: RatedBook): Patterns =>
    patternsOf(
      book,
      PATTERN_LOOKS.map((look) => look(book)),
    ),
  map: affectMap,
  days: daysTold,
  'week-hours': weekHours,
  together,
  apart,
} satisfies Readonly<Record<string, (book: RatedBook) => object>>;

/** All of it. The others take the whole book, because they read what only a few entries have. */
export const CHAPTERS = {
  ...RATED_CHAPTERS,
  company,
  'by-cue': byCue,
  again,
  tired,
} satisfies Readonly<Record<string, (book: Book) => object>>;

export type ChapterName = keyof typeof CHAPTERS;
/** What a chapter comes to: plain numbers and words, which a worker can hand over. */
export type Chapter<Name extends ChapterName> = ReturnType<(typeof CHAPTERS)[Name]>;
