import { EXPRESSIONS, type ExpressionScores, noScores } from '../../domain/face/expression';
import { type HeadSecond, STILL_WIDTH } from '../memory/seconds';

/** Means of all readings of a recall: what the still model says, and what it and the units come to. Null without a reading. */
export function secondMeans(
  seconds: readonly HeadSecond[],
): { still: ExpressionScores; mean: ExpressionScores } | null {
  const rows = seconds.flatMap(({ seen, still }) =>
    Array.from(seen, (one, at) => (one ? still.subarray(at * STILL_WIDTH, (at + 1) * STILL_WIDTH) : [])).filter(
      ({ length }) => length > 0,
    ),
  );
  if (rows.length === 0) return null;
  return { still: meanFrom(rows, 0), mean: meanFrom(rows, 2 * EXPRESSIONS.length) };
}

/** Mean of the probabilities whose logarithms begin at `first`. */
function meanFrom(rows: readonly ArrayLike<number>[], first: number): ExpressionScores {
  const sums = EXPRESSIONS.map((_, of) => rows.reduce((sum, row) => sum + Math.exp(row[first + of]!), 0));
  const total = sums.reduce((sum, one) => sum + one, 0);
  const scores = noScores();
  for (const [of, name] of EXPRESSIONS.entries()) scores[name] = sums[of]! / total;
  return scores;
}
