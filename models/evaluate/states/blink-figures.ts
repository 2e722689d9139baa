import type { StateStretch } from '../../../app/domain/face/face-states';
import { wilson } from '../metrics/wilson';

/** Blinks that were found, against those that a person saw. */
export interface BlinkFigures {
  readonly seen: number;
  readonly hits: number;
  /** 95 % of the share of those that were seen. */
  readonly interval: readonly [number, number];
  /** Found where nobody saw one. */
  readonly made: number;
  readonly minutes: number;
}

const overlap = (a: StateStretch, b: StateStretch): boolean => a.onsetMs <= b.offsetMs && b.onsetMs <= a.offsetMs;

export function blinkFigures(
  found: readonly StateStretch[],
  seen: readonly StateStretch[],
  minutes: number,
): BlinkFigures {
  const hits = seen.filter((one) => found.some((other) => overlap(one, other))).length;
  return {
    seen: seen.length,
    hits,
    interval: seen.length > 0 ? wilson(hits, seen.length) : [0, 1],
    made: found.filter((one) => !seen.some((other) => overlap(one, other))).length,
    minutes,
  };
}

/** As if they were of one recording. */
export const together = (all: readonly BlinkFigures[]): BlinkFigures => {
  const sum = (of: (one: BlinkFigures) => number): number => all.reduce((total, one) => total + of(one), 0);
  const [seen, hits] = [sum((one) => one.seen), sum((one) => one.hits)];
  return {
    ...{ seen, hits },
    interval: seen > 0 ? wilson(hits, seen) : [0, 1],
    made: sum(({ made }) => made),
    minutes: sum(({ minutes }) => minutes),
  };
};
