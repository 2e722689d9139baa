import type { RecallEntry } from '../../domain/entry/entry';
import {
  EXPRESSIONS,
  type ExpressionScores,
  facialValence,
  NEGATIVE_EXPRESSIONS,
  noScores,
} from '../../domain/face/expression';
import type { FaceSummary } from '../../domain/face/face-summary';
import type { Trace } from '../../domain/face/trace';
import { mean } from '../../statistics/mean';
import { type Random, randomFrom } from '../../statistics/resampling/random';

const BASELINE_MS = 10_000;
/** Two readings a second: enough for a line, and a few kilobytes. */
const STEP_MS = 500;
/** How much of a face at rest is in the mean of a recall: with more of it, some score of the moving face would be below 0. */
const AT_REST = 0.36;
/** How soon a movement is there, and how slowly it goes again. */
const RISE_MS = 1_500;
const FALL_MS = 15_000;
/** What the movement leaves of rest at its strongest, and how far readings scatter. */
const LEFT = 0.25;
const SCATTER = 0.08;
/** What scores a face at rest has of happiness and of the other expression, and of surprise. */
const REST = { happiness: 0.05, other: 0.03, surprise: 0.04 } as const;
const OPEN = 0.3;

export interface TracedRecall {
  readonly entry: RecallEntry;
  readonly trace: Trace;
}

/**
 * A recall of the sample with a trace that comes to what its summary says: at rest for a baseline, then moved from the onset of its
 * strongest unit on. Null without a face.
 */
export function traced(entry: RecallEntry, seed: number): TracedRecall | null {
  const { summary } = entry.face;
  if (!summary) return null;
  const trace = sampleTrace(entry.id, summary, randomFrom(seed));
  const readings = trace.tMs.length - BASELINE_MS / STEP_MS;
  const kept = { ...summary, readings, usableShare: 1, usableMs: summary.recallMs };
  return { entry: { ...entry, hasTrace: true, face: { summary: kept } }, trace };
}

function sampleTrace(entryId: string, { expression, recallMs, units = [] }: FaceSummary, random: Random): Trace {
  const rest = restOf(expression);
  const strongest = units.toSorted((a, b) => b.strength - a.strength)[0];
  const times = Array.from({ length: recallMs / STEP_MS }, (_, at) => at * STEP_MS);
  const resting = restShares(times, strongest?.onsetMs ?? null, random);
  const scores = [
    ...new Array<ExpressionScores>(BASELINE_MS / STEP_MS).fill(rest),
    ...swung(
      resting.map((share) => mixed(expression, rest, share)),
      resting.map((share) => AT_REST - share),
      expression,
    ),
  ];
  const n = scores.length;
  const filled = (width: number, value: number) => new Float32Array(width * n).fill(value);
  return {
    version: 1,
    entryId,
    segments: [
      { phase: 'baseline', startMs: 0, endMs: BASELINE_MS },
      { phase: 'recall', startMs: BASELINE_MS, endMs: BASELINE_MS + recallMs },
    ],
    tMs: Float64Array.from(scores.keys(), (at) => at * STEP_MS),
    presence: filled(1, 1),
    expression: Float32Array.from(scores.flatMap((one) => EXPRESSIONS.map((name) => one[name]))),
    facialValence: Float32Array.from(scores, facialValence),
    pose: filled(3, 0),
    eyeOpenness: filled(2, OPEN),
  };
}

/** The face before it moved: with no more of an expression than the recall has on average, or its mean could not be met. */
function restOf(average: ExpressionScores): ExpressionScores {
  const other = strongestOther(average);
  const few = { happiness: REST.happiness, [other]: REST.other, surprise: REST.surprise };
  const scores = noScores();
  for (const name of EXPRESSIONS) scores[name] = Math.min(few[name as keyof typeof few] ?? 0, average[name]);
  return { ...scores, neutral: 1 - EXPRESSIONS.reduce((sum, name) => sum + scores[name], 0) };
}

/** How much of each reading is rest, `AT_REST` on average. */
function restShares(times: readonly number[], onsetMs: number | null, random: Random): readonly number[] {
  const shares = times.map((tMs) => {
    const since = onsetMs === null ? -1 : tMs - onsetMs;
    const level = since < 0 ? 1 : since < RISE_MS ? 1 - (1 - LEFT) * (since / RISE_MS) : risen(since - RISE_MS);
    return Math.max(0, level + SCATTER * random.normal());
  });
  const average = mean(shares);
  return shares.map((share) => (AT_REST * share) / average);
}

/** Back to rest, less and less fast. */
const risen = (sinceMs: number): number => 1 - (1 - LEFT) * Math.exp(-sinceMs / FALL_MS);

/** How much of the smaller of two scores may go over to the other one. */
const MOST_GIVEN = 0.85;

/**
 * The same with happiness and the other expression going up and down against each other, as far as both are there: the more the face
 * moved, the more of what it showed. `moved` comes to 0, and so does what is added.
 */
function swung(
  scores: readonly ExpressionScores[],
  moved: readonly number[],
  average: ExpressionScores,
): readonly ExpressionScores[] {
  const other = strongestOther(average);
  const rooms = scores.map((one, at) => Math.min(one.happiness, one[other]) / Math.max(Math.abs(moved[at]!), 1e-9));
  const strength = MOST_GIVEN * Math.min(...rooms) * (average.happiness >= average[other] ? 1 : -1);
  return scores.map((one, at) => {
    const by = strength * moved[at]!;
    return { ...one, happiness: one.happiness + by, [other]: one[other] - by };
  });
}

const strongestOther = (scores: ExpressionScores): (typeof NEGATIVE_EXPRESSIONS)[number] =>
  NEGATIVE_EXPRESSIONS.reduce((most, name) => (scores[name] > scores[most] ? name : most));

/** The scores of a reading that is at rest by `share`, such that those of a recall come to `average`. */
function mixed(average: ExpressionScores, rest: ExpressionScores, share: number): ExpressionScores {
  const of = (name: keyof ExpressionScores) => {
    const movedScore = (average[name] - AT_REST * rest[name]) / (1 - AT_REST);
    return (1 - share) * movedScore + share * rest[name];
  };
  return Object.fromEntries(EXPRESSIONS.map((name) => [name, of(name)])) as ExpressionScores;
}
