import { studentQuantile } from '../../statistics/distributions/student-t';
import { type Needs, needsMore } from '../../statistics/needs';
import type { Numbers } from '../../statistics/numbers';
import { presentPairs } from '../../statistics/present';
import { blockBootstrap, blockLength, REPLICATES } from '../../statistics/resampling/block-bootstrap';
import { randomFrom } from '../../statistics/resampling/random';
import { type ShuffledBaseline, shuffledBaseline } from '../../statistics/resampling/shuffled-baseline';
import { sampleDeviation } from '../../statistics/standard-deviation';
import { MIN_PAIRS } from './min-pairs';

export interface Congruence {
  /** Pearson's r of rating and face, -1..1; NaN where one of the two is always the same. */
  readonly r: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** Recalls with both. */
  readonly n: number;
  /** What r comes to if the faces belong to other recalls of the same person. */
  readonly baseline: ShuffledBaseline;
}

/** Any will do; one, so that a finding stays the same. */
const SEED = 18;

/**
 * How rating and face go together within one person: Pearson's r over their recalls, in order of time.
 *
 * The interval is tanh(atanh(r) +- t(n - 3) s), where s is the standard deviation of atanh(r) in columns drawn again in blocks, because
 * days resemble their neighbours (block bootstrap: Kunsch 1989, Ann Stat 17:1217; on the scale of Fisher 1921), times sqrt((n - 1) / (n - 3)),
 * since a bootstrap makes it too small by about that (Efron & Tibshirani 1993, 5.3). It is never below 1 / sqrt(n - 3), what independent
 * recalls would have: with few of them the blocks are too short to tell.
 *
 * `valence` and `face`: -1..1, NaN where missing, in order of time.
 *
 * @example congruence({ valence: [0.1, 0.2], face: [0.2, 0.3] }) // { needs: 8 }
 */
export function congruence({
  valence,
  face,
}: {
  readonly valence: Numbers;
  readonly face: Numbers;
}): Congruence | Needs {
  const { x, y } = presentPairs(valence, face);
  const n = x.length;
  if (n < MIN_PAIRS) return needsMore(n, MIN_PAIRS);
  const random = randomFrom(SEED);
  const r = correlationOf(x, y);
  const drawn = blockBootstrap(n, blockLength(n), REPLICATES, random, (rows) => Math.atanh(correlationOf(x, y, rows)));
  const spread = sampleDeviation(drawn.filter(Number.isFinite)) * Math.sqrt((n - 1) / (n - 3));
  const halfWidth = studentQuantile(0.975, n - 3) * Math.max(spread, 1 / Math.sqrt(n - 3));
  return {
    r,
    low: Math.tanh(Math.atanh(r) - halfWidth),
    high: Math.tanh(Math.atanh(r) + halfWidth),
    n,
    baseline: shuffledBaseline(x, y, REPLICATES - 1, random, (one, other) => correlationOf(one, other)),
  };
}

/** The same r as `correlation`, of some rows, some of them more than once, without a copy: it is taken eight hundred times. */
function correlationOf(x: Numbers, y: Numbers, rows?: Int32Array): number {
  const n = x.length;
  let [meanX, meanY] = [0, 0];
  for (let at = 0; at < n; at++) {
    const row = rows ? rows[at]! : at;
    meanX += x[row]!;
    meanY += y[row]!;
  }
  meanX /= n;
  meanY /= n;
  let [xx, yy, xy] = [0, 0, 0];
  for (let at = 0; at < n; at++) {
    const row = rows ? rows[at]! : at;
    const [dx, dy] = [x[row]! - meanX, y[row]! - meanY];
    xx += dx * dx;
    yy += dy * dy;
    xy += dx * dy;
  }
  // Rounding can leave a column that is all the same a spread of 1e-17, and two that are the same an r of 1.0000000000000002.
  return xx < 1e-20 || yy < 1e-20 ? Number.NaN : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
}
