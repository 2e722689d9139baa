import { EXPRESSIONS, type Expression } from '../../../app/domain/face/expression';
import { mean } from '../../../app/statistics/mean';

/** How often a posed expression is named, by expression. Only those that were posed are in it. */
export interface PosedFigures {
  readonly n: Readonly<Record<string, number>>;
  readonly recall: Readonly<Record<string, number>>;
  /** Mean of the recalls: each expression counts the same, however often it was posed. */
  readonly unweighted: number;
}

export function posedFigures(told: readonly { readonly truth: Expression; readonly told: Expression }[]): PosedFigures {
  const posed = EXPRESSIONS.filter((name) => told.some(({ truth }) => truth === name));
  const of = (name: Expression) => told.filter(({ truth }) => truth === name);
  const recall = posed.map(
    (name) => [name, of(name).filter((one) => one.told === name).length / of(name).length] as const,
  );
  return {
    n: Object.fromEntries(posed.map((name) => [name, of(name).length])),
    recall: Object.fromEntries(recall),
    unweighted: mean(recall.map(([, share]) => share)),
  };
}
