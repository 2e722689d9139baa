import type { ActionUnit } from '../../../app/domain/face/action-unit';
import { EXPRESSIONS, type Expression, type ExpressionScores } from '../../../app/domain/face/expression';
import { MIXED_SURE } from '../../../app/dynamics/mixed/find-mixed';
import { mixedOdds } from '../../../app/dynamics/mixed/mixed-odds';

/** A face that posed one expression, and what was read of it. */
interface PosedFace {
  readonly truth: Expression;
  readonly units: Readonly<Record<ActionUnit, number>>;
  readonly still: ExpressionScores;
}

/** How often a face that posed one expression is told as two, surely enough to be shown if it lasted; by expression, only where it happened. */
export function mixedTold(posed: readonly PosedFace[]): Readonly<Record<string, number>> {
  const wrong = posed.filter(({ units, still }) => {
    const [first] = mixedOdds(units, still);
    return first!.parts.length === 2 && first!.sure > MIXED_SURE;
  });
  const counts = EXPRESSIONS.map((name) => [name, wrong.filter(({ truth }) => truth === name).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** As it is printed. */
export function mixedLine(told: Readonly<Record<string, number>>, n: number): string {
  const all = Object.values(told).reduce((sum, count) => sum + count, 0);
  const each = Object.entries(told).map(([name, count]) => `${name} ${count}`);
  return `Told as two expressions at once, though one was posed: ${all} of ${n}${all > 0 ? ` (${each.join(', ')})` : ''}`;
}
