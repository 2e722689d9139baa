import { EXPRESSIONS, type Expression, type ExpressionScores, noScores } from '../../../app/domain/face/expression';
import { mean } from '../../../app/statistics/mean';
import { logOf, type StillReading } from '../../analyse/still-expression';

/** A picture, what the model says of it by the prior of web faces, and what it should. */
export interface StillExample {
  readonly web: ExpressionScores;
  /** A distribution. */
  readonly target: ExpressionScores;
  /** What is meant to count the same as the other expressions. */
  readonly shown: Expression;
}

/** A set of pictures and how much it counts. */
export interface StillSet {
  readonly examples: readonly StillExample[];
  readonly weight: number;
}

const ROUNDS = 3000;
const RATE = 0.05;
const MOMENTUM = 0.95;
/** Logarithms of probabilities spread by about this much: all nine numbers are learned at one pace. */
const LOG_SPREAD = 4;

/**
 * The share and the prior of least cross-entropy, with every expression of a set counting the same and `ridge` times the squares of
 * the prior on top: without it an expression that nobody showed would be told never. The priors' mean is 0.
 */
export function fitStill(sets: readonly StillSet[], ridge: number): StillReading {
  const rows = sets.flatMap(rowsOf);
  const all = rows.reduce((sum, { weight }) => sum + weight, 0);
  const numbers = new Float64Array(EXPRESSIONS.length + 1);
  const speed = new Float64Array(numbers.length);
  for (let round = 0; round < ROUNDS; round++) {
    const slope = slopeOf(rows, numbers, all, ridge);
    for (const [at, steep] of slope.entries()) {
      speed[at] = MOMENTUM * speed[at]! - RATE * steep;
      numbers[at]! += speed[at]!;
    }
  }
  const prior = noScores();
  const middle = mean(numbers.subarray(0, EXPRESSIONS.length));
  for (const [at, name] of EXPRESSIONS.entries()) prior[name] = numbers[at]! - middle;
  return { share: numbers[EXPRESSIONS.length]! / LOG_SPREAD, prior };
}

interface Row {
  readonly logs: readonly number[];
  readonly target: readonly number[];
  readonly weight: number;
}

function rowsOf({ examples, weight }: StillSet): Row[] {
  const shown = new Set(examples.map((example) => example.shown));
  const count = (name: Expression): number => examples.filter((example) => example.shown === name).length;
  const each = new Map([...shown].map((name) => [name, weight / (shown.size * count(name))]));
  return examples.map(({ web, target, shown: name }) => ({
    logs: EXPRESSIONS.map((one) => logOf(web[one]) / LOG_SPREAD),
    target: EXPRESSIONS.map((one) => target[one]),
    weight: each.get(name)!,
  }));
}

/** Of the mean cross-entropy: by each prior, then by the share in units of `LOG_SPREAD`. */
function slopeOf(rows: readonly Row[], numbers: Float64Array, all: number, ridge: number): Float64Array {
  const last = EXPRESSIONS.length;
  const slope = numbers.map((value, at) => (at < last ? 2 * ridge * value : 0));
  for (const { logs, target, weight } of rows) {
    const odds = logs.map((log, at) => Math.exp(numbers[last]! * log + numbers[at]!));
    const total = odds.reduce((sum, one) => sum + one, 0);
    for (let at = 0; at < last; at++) {
      const error = (weight / all) * (odds[at]! / total - target[at]!);
      slope[at]! += error;
      slope[last]! += error * logs[at]!;
    }
  }
  return slope;
}
