import type { Direction, Memory, When } from '../../domain/memory/memory';
import { whenOf } from '../../domain/memory/memory-when';
import type { TimeAhead } from '../../domain/memory/recollection';
import { oneOccasionOf } from './open-questions';

/** What an answer changes of a memory; what is undefined in it is taken back. */
export type MemoryChange = Partial<Memory>;

/** All that was said of when it was, taken back. */
const UNDATED = {
  when: null,
  date: undefined,
  lifePeriod: undefined,
  whenUnsure: undefined,
  timeAhead: undefined,
} as const;

/** What is still to come has no time in the past, and nothing it could be compared with. */
export function inDirection(memory: Memory, direction: Direction): MemoryChange {
  const undated = direction === memory.direction ? {} : UNDATED;
  return direction === 'future'
    ? { ...undated, direction, when: 'ahead', feelsNow: undefined }
    : { ...undated, direction };
}

/** Roughly when; null takes it back. A time of life stays only where it can still be true. */
export function atWhen(memory: Memory, when: When | null): MemoryChange {
  if (when === memory.when && memory.date === undefined) return { when };
  return { ...UNDATED, when, lifePeriod: when === 'years' ? memory.lifePeriod : undefined };
}

/** They don't know when. The time of life may be known all the same. */
export const unsureWhen = ({ lifePeriod }: Memory): MemoryChange => ({ ...UNDATED, lifePeriod, whenUnsure: true });

/** How far ahead something is that is still to come; null takes it back. */
export const atTimeAhead = (timeAhead: TimeAhead | 'unsure' | null): MemoryChange => ({
  ...UNDATED,
  when: 'ahead',
  ...(timeAhead === 'unsure' ? { whenUnsure: true } : { timeAhead: timeAhead ?? undefined }),
});

/**
 * As exactly as they know: `2019-07-14`, `2019-07` or `2019`, not after `today`. It says roughly when as well, but years ago may be
 * called childhood. Null takes it back, and what it said.
 */
export function onDate(memory: Memory, date: string | null, today: string): MemoryChange {
  if (date === null) return memory.date === undefined ? {} : UNDATED;
  const when = whenOf(date, today);
  return { ...UNDATED, date, when: when === 'years' && memory.when === 'childhood' ? 'childhood' : when };
}

/** The first of the two questions that specificity is told from; null takes both back. */
export function asOneOccasion(memory: Memory, oneOccasion: boolean | null): MemoryChange {
  const specificity = oneOccasion === false ? 'categoric' : null;
  if (oneOccasion === oneOccasionOf(memory)) return { oneOccasion: oneOccasion ?? undefined };
  return { oneOccasion: oneOccasion ?? undefined, specificity };
}

/** The second. It is asked of a single occasion only; the one-day rule is that of Heron et al. 2012. */
export const withinADay = (isWithin: boolean | null): MemoryChange => ({
  oneOccasion: true,
  specificity: isWithin === null ? null : isWithin ? 'specific' : 'extended',
});
