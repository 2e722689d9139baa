import { isKnown, type Needs } from '../../app/statistics/needs';

/** The result, where a test has given enough for one. */
export function known<T extends object>(result: T | Needs): T {
  if (!isKnown(result)) throw new Error(`needs ${result.needs} more`);
  return result;
}
