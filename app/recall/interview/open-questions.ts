import type { Memory } from '../../domain/memory/memory';
import { LIFE_PERIODS, type LifePeriod } from '../../domain/memory/recollection';

/** What can be asked after the title, in order: from what everybody knows at once to what takes a moment. */
export const INTERVIEW = [
  'direction',
  'when',
  'timeAhead',
  'lifePeriod',
  'oneOccasion',
  'withinADay',
  'people',
  'place',
  'perspective',
  'selfRelevance',
  'expectedValence',
] as const;
export type InterviewQuestion = (typeof INTERVIEW)[number];

/** A page of *choose*: the title, a question, or the last look before the recall. */
export type InterviewPage = 'title' | InterviewQuestion | 'ready';

/**
 * Whether it is a single occasion. A memory from before that was kept has it in its specificity alone; null where it was not said.
 */
export const oneOccasionOf = ({ oneOccasion, specificity }: Memory): boolean | null =>
  oneOccasion ?? (specificity === null ? null : specificity !== 'categoric');

/** Whether it fits into one day; null where it was not said. */
export const withinADayOf = ({ specificity }: Memory): boolean | null =>
  specificity === 'specific' ? true : specificity === 'extended' ? false : null;

/** Questions that make sense only after certain answers; all others always do. */
const ASKED: { readonly [Q in InterviewQuestion]?: (memory: Memory) => boolean } = {
  when: ({ direction }) => direction === 'past',
  timeAhead: ({ direction }) => direction === 'future',
  lifePeriod: (memory) => memory.date === undefined && lifePeriodsFor(memory).length > 0,
  withinADay: (memory) => oneOccasionOf(memory) === true,
};

/** Which questions make sense for what has been said: what is still to come has a "when" of its own, and what happens often no "one day". */
export const openQuestions = (memory: Memory): readonly InterviewQuestion[] =>
  INTERVIEW.filter((question) => ASKED[question]?.(memory) ?? true);

/** The times of life to choose from: those of a childhood, all of them where it is years ago or not known, else none. */
export function lifePeriodsFor({ direction, when, whenUnsure }: Memory): readonly LifePeriod[] {
  if (direction === 'future') return [];
  if (when === 'childhood') return LIFE_PERIODS.slice(0, LIFE_PERIODS.indexOf('twenties'));
  return when === 'years' || whenUnsure ? LIFE_PERIODS : [];
}

const pagesOf = (memory: Memory): readonly InterviewPage[] => ['title', ...openQuestions(memory), 'ready'];

/** The page that a name stands for; the title where it is not one of this memory's. */
export const pageNamed = (name: string | null, memory: Memory): InterviewPage =>
  pagesOf(memory).find((page) => page === name) ?? 'title';

/** The page after that one; the last has none after it and stays. */
export const pageAfter = (page: InterviewPage, memory: Memory): InterviewPage => beside(page, memory, 1);

/** The page before that one; the title has none before it and stays. */
export const pageBefore = (page: InterviewPage, memory: Memory): InterviewPage => beside(page, memory, -1);

function beside(page: InterviewPage, memory: Memory, by: 1 | -1): InterviewPage {
  const pages = pagesOf(memory);
  return pages[pages.indexOf(page) + by] ?? page;
}
