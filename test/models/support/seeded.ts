/**
 * Numbers in 0..1, the same on every machine and every run for one seed: a 32-bit linear congruential generator
 * (Numerical Recipes, constants 1664525 and 1013904223), integer arithmetic only.
 */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
