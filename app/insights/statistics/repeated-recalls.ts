import { blandAltman, type MethodDifference } from '../../statistics/compare/bland-altman';
import { mean } from '../../statistics/mean';
import { isKnown, type Needs } from '../../statistics/needs';
import type { Numbers } from '../../statistics/numbers';

/** How values changed from the first recall of each memory to its last. */
export interface RepeatedRecalls extends MethodDifference {
  /** Mean of the first ones; that of the last ones is `from + mean`. */
  readonly from: number;
}

/**
 * What changes in a memory that is recalled again: `values` of its last recall minus those of its first, over memories that have two or
 * more with a value. The mean of these with its interval by Student's t, because memories are independent of each other (Bland & Altman
 * 1986 for the limits).
 *
 * `memory`: the same for recalls of one memory, in order of time; null where there is none.
 *
 * @example repeatedRecalls(['a', 'b', 'a'], [0.1, 0.5, 0.3]) // { needs: 9 }
 */
export function repeatedRecalls(memory: readonly (string | null)[], values: Numbers): RepeatedRecalls | Needs {
  const found = new Map<string, { readonly first: number; last: number | null }>();
  for (const [row, key] of memory.entries()) {
    if (key === null || Number.isNaN(values[row]!)) continue;
    const own = found.get(key);
    if (own) own.last = values[row]!;
    else found.set(key, { first: values[row]!, last: null });
  }
  const again = [...found.values()].filter(({ last }) => last !== null);
  const firsts = again.map(({ first }) => first);
  const change = blandAltman(
    again.map(({ last }) => last!),
    firsts,
  );
  return isKnown(change) ? { ...change, from: mean(firsts) } : change;
}
