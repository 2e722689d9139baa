/** Not yet: how many more values it takes before there is something to say. A number from too few of them is never given instead. */
export interface Needs {
  readonly needs: number;
}

/**
 * What is missing where `found` values are there and `least` are needed.
 *
 * @example needsMore(7, 10) // { needs: 3 }
 */
export const needsMore = (found: number, least: number): Needs => ({ needs: least - found });

/** Whether there was enough. @example isKnown(needsMore(7, 10)) // false */
export const isKnown = <T extends object>(result: T | Needs): result is T => !('needs' in result);
