import type { Doubt } from './doubt-mark';

/**
 * Whether the person should close the browser completely. Nothing tells whether they did: a page that is only loaded again counts as a
 * first start as well. So it is said until a start long after that one found the store whole too (`APART_MS`).
 */
export const asksForRestart = (doubt: Doubt | null): boolean =>
  doubt !== null && !doubt.isPrecaution && doubt.wholeMs.length < 2;
