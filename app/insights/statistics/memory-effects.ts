import { needsMore } from '../../statistics/needs';
import type { Numbers } from '../../statistics/numbers';
import { presentPairs } from '../../statistics/present';
import { robustSlope } from '../../statistics/trend/robust-slope';
import type { MemoryColumns } from '../readers/entry-columns';
import { type Effects, type Looked, manyEffects } from './effects';
import { LEAST_LABELLED } from './label-effects';

/** What a memory is like: one occasion rather than several or a longer time; ahead rather than past; and two scales of 1..7. */
export const MEMORY_SIDES = ['specific', 'ahead', 'self-relevance', 'vividness'] as const;
export type MemorySide = (typeof MEMORY_SIDES)[number];

type Sides = Pick<MemoryColumns, 'specificity' | 'direction' | 'selfRelevance' | 'vividness'>;

/**
 * How `values`, such as ratings or faces, go with what the memories were like: for `specific` and `ahead` the difference of two means, for the
 * scales the change by one step, each by `robustSlope` and corrected for four looks. Expressions are known to vary with
 * specificity, self-relevance and direction (El Haj et al. 2018, Rev Neurosci 29:861).
 *
 * @example memoryEffects({ specificity: [], direction: [], selfRelevance: [], vividness: [] }, []).known // []
 */
export const memoryEffects = (sides: Sides, values: Numbers): Effects<MemorySide> =>
  manyEffects([
    twoMeans('specific', flags(sides.specificity, 'specific'), values),
    twoMeans('ahead', flags(sides.direction, 'future'), values),
    scale('self-relevance', sides.selfRelevance, values),
    scale('vividness', sides.vividness, values),
  ]);

const flags = (words: readonly (string | null)[], which: string): Float64Array =>
  Float64Array.from(words, (word) => (word === null ? Number.NaN : Number(word === which)));

function twoMeans(name: MemorySide, x: Float64Array, values: Numbers): Looked<MemorySide> {
  const { x: there } = presentPairs(x, values);
  const count = there.filter((is) => is === 1).length;
  const fewer = Math.min(count, there.length - count);
  const result = fewer < LEAST_LABELLED ? needsMore(fewer, LEAST_LABELLED) : robustSlope(x, values);
  return { name, with: count, result };
}

const scale = (name: MemorySide, x: Float64Array, values: Numbers): Looked<MemorySide> => ({
  name,
  with: presentPairs(x, values).x.length,
  result: robustSlope(x, values),
});
