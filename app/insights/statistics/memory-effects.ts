import { numbersOf } from '../../base/numbers-of';
import type { Numbers } from '../../statistics/numbers';
import type { MemoryColumns } from '../readers/entry-columns';
import { type Effects, type Looked, manyEffects } from './effects';

/** What a memory is like: one occasion rather than several or a longer time; ahead rather than past; and two scales of 1..7. */
export const MEMORY_SIDES = ['specific', 'ahead', 'self-relevance', 'vividness'] as const;
export type MemorySide = (typeof MEMORY_SIDES)[number];

type Sides = Pick<MemoryColumns, 'wallMs' | 'specificity' | 'direction' | 'selfRelevance' | 'vividness'>;

/**
 * How `values`, such as ratings or faces, go with what the memories were like: for `specific` and `ahead` the difference of two means, for the
 * scales the change by one step, corrected for four looks, see `manyEffects`. Expressions are known to vary with
 * specificity, self-relevance and direction (El Haj et al. 2018, Rev Neurosci 29:861).
 *
 * @example memoryEffects({ wallMs: [], specificity: [], direction: [], selfRelevance: [], vividness: [] }, []).known // []
 */
export function memoryEffects(sides: Sides, values: Numbers): Effects<MemorySide> {
  const looked = (name: MemorySide, of: Looked['of'], x: Numbers) => ({ name, of, wallMs: sides.wallMs, x, y: values });
  return manyEffects([
    looked('specific', 'flag', flags(sides.specificity, 'specific')),
    looked('ahead', 'flag', flags(sides.direction, 'future')),
    looked('self-relevance', 'scale', sides.selfRelevance),
    looked('vividness', 'scale', sides.vividness),
  ]);
}

const flags = (words: readonly (string | null)[], which: string): Float64Array =>
  numbersOf(words, (word) => (word === null ? Number.NaN : Number(word === which)));
