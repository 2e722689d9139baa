import { numbersFrom } from '../../app/base/seeded';

/** `count` numbers from 0 up to `most`, the same in each run. */
export function randoms(count: number, most: number, seed: number): number[] {
  const next = numbersFrom(seed);
  return Array.from({ length: count }, () => next() * most);
}
