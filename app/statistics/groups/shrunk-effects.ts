import type { Numbers } from '../numbers';

/** One of several effects, moved towards none. */
export interface ShrunkEffect {
  readonly effect: number;
  readonly standardError: number;
}

/**
 * Several effects with their standard errors, moved towards 0 by how far they differ from it beyond their errors: each by
 * w = t2 / (t2 + s^2), with error s sqrt(w), where t2 is what makes sum(d^2 / (t2 + s^2)) equal the number of effects, or 0 where chance alone explains
 * them (empirical Bayes: Morris 1983, JASA 78:47; t2 as Paule & Mandel 1982, J Res NBS 87:377, with a known centre).
 *
 * Of twenty tags the one that looks best owes some of that to luck: this takes about that much away. Errors are above 0.
 *
 * @example shrunkEffects([0.5, -0.5], [0.1, 0.1]).map(({ effect }) => effect) // [0.48, -0.48]
 * @example shrunkEffects([0.05, -0.05], [0.1, 0.1]).map(({ effect }) => effect === 0) // [true, true]
 */
export function shrunkEffects(effects: Numbers, errors: Numbers): readonly ShrunkEffect[] {
  const t2 = varianceOf(effects, errors);
  return Array.from(effects as ArrayLike<number>, (effect, at) => {
    const w = t2 / (t2 + errors[at]! ** 2);
    return { effect: w * effect + 0, standardError: errors[at]! * Math.sqrt(w) };
  });
}

/** Found by halving: the sum falls as t2 rises. */
function varianceOf(effects: Numbers, errors: Numbers): number {
  const excess = (t2: number): number =>
    Array.from(effects as ArrayLike<number>, (effect, at) => effect ** 2 / (t2 + errors[at]! ** 2)).reduce(
      (sum, value) => sum + value,
      -effects.length,
    );
  if (effects.length === 0 || excess(0) <= 0) return 0;
  let [low, high] = [0, Math.max(...Array.from(effects as ArrayLike<number>, (effect) => effect ** 2))];
  for (let step = 0; step < 100 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2;
    if (excess(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
