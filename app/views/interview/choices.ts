import { msg } from '@lit/localize';
import { CUE_VALENCES, DIRECTIONS, type Memory, WHENS } from '../../domain/memory/memory';
import { FEELS_NOW, PERSPECTIVES, TIMES_AHEAD } from '../../domain/memory/recollection';
import {
  asOneOccasion,
  atTimeAhead,
  atWhen,
  inDirection,
  type MemoryChange,
  unsureWhen,
  withinADay,
} from '../../recall/interview/answers';
import { lifePeriodsFor, oneOccasionOf, withinADayOf } from '../../recall/interview/open-questions';
import { cueValenceWord, directionWord, whenWord } from '../../words/memory/memory-words';
import { feelsNowWord, lifePeriodWord, perspectiveWord, timeAheadWord } from '../../words/memory/recollection-words';
import { type Choice, choice } from './choice';

/** Not to know is an answer. */
const TIMES = [...WHENS.filter((when) => when !== 'ahead'), 'unsure'] as const;
const TIMES_TO_COME = [...TIMES_AHEAD, 'unsure'] as const;

const yesNo = (
  chosen: (memory: Memory) => boolean | null,
  change: (memory: Memory, isSo: boolean | null) => MemoryChange,
): Choice =>
  choice<boolean>({
    options: () => [true, false],
    chosen,
    word: (isSo) => (isSo ? msg('yes') : msg('no')),
    change,
    isShort: true,
  });

/** The questions that one of a few words answers. */
export const CHOICES = {
  // A direction is always known, from the cue at the least: it can be changed but not left open.
  direction: choice({
    options: () => DIRECTIONS,
    chosen: ({ direction }) => direction,
    word: directionWord,
    change: (memory, direction) => inDirection(memory, direction ?? memory.direction),
  }),
  when: choice({
    options: () => TIMES,
    chosen: ({ when, whenUnsure }) => (whenUnsure ? 'unsure' : when === 'ahead' ? null : when),
    word: (time) => (time === 'unsure' ? msg('I’m not sure') : whenWord(time)),
    change: (memory, time) => (time === 'unsure' ? unsureWhen(memory) : atWhen(memory, time)),
    isShort: true,
  }),
  timeAhead: choice({
    options: () => TIMES_TO_COME,
    chosen: ({ timeAhead, whenUnsure }) => (whenUnsure ? 'unsure' : (timeAhead ?? null)),
    word: (time) => (time === 'unsure' ? msg('I’m not sure') : timeAheadWord(time)),
    change: (_, time) => atTimeAhead(time),
    isShort: true,
  }),
  lifePeriod: choice({
    options: lifePeriodsFor,
    chosen: ({ lifePeriod }) => lifePeriod ?? null,
    word: lifePeriodWord,
    change: (_, lifePeriod) => ({ lifePeriod: lifePeriod ?? undefined }),
    isShort: true,
  }),
  oneOccasion: yesNo(oneOccasionOf, asOneOccasion),
  withinADay: yesNo(withinADayOf, (_, isWithin) => withinADay(isWithin)),
  perspective: choice({
    options: () => PERSPECTIVES,
    chosen: ({ perspective }) => perspective ?? null,
    word: perspectiveWord,
    change: (_, perspective) => ({ perspective: perspective ?? undefined }),
  }),
  expectedValence: choice({
    options: () => CUE_VALENCES,
    chosen: ({ expectedValence }) => expectedValence,
    word: cueValenceWord,
    change: (_, expectedValence) => ({ expectedValence }),
  }),
  feelsNow: choice({
    options: () => FEELS_NOW,
    chosen: ({ feelsNow }) => feelsNow ?? null,
    word: feelsNowWord,
    change: (_, feelsNow) => ({ feelsNow: feelsNow ?? undefined }),
    isShort: true,
  }),
} as const satisfies Record<string, Choice>;
