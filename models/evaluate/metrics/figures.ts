import {
  EXPRESSIONS,
  type Expression,
  type ExpressionScores,
  topExpression,
} from '../../../app/domain/face/expression';
import { mean } from '../../../app/statistics/mean';
import { calibrationError } from './calibration';
import { wilson } from './wilson';

/** What a model said of one face, and what raters did. */
export interface Judged {
  readonly truth: Expression;
  readonly scores: ExpressionScores;
  /** The scores without the model's temperature. */
  readonly uncalibrated: ExpressionScores;
}

export interface ClassFigures {
  readonly recall: number;
  /** 0 where the expression was never said. */
  readonly precision: number;
  readonly n: number;
}

/** The figures of the protocol, all shares 0..1. They mean what `models/train/metrics.py` means by them. */
export interface Figures {
  readonly n: number;
  readonly accuracy: number;
  readonly accuracyCi95: readonly [number, number];
  /** Mean recall of the expressions that raters saw at all. */
  readonly unweightedRecall: number;
  /** Mean F1 of the same. */
  readonly macroF1: number;
  readonly ece: number;
  /** Expected calibration error at temperature 1. */
  readonly eceUncalibrated: number;
  /** Expressions without an example are left out. */
  readonly perClass: Readonly<Partial<Record<Expression, ClassFigures>>>;
  /** 8 x 8 in the order of EXPRESSIONS: rows are what raters said, columns what the model says. */
  readonly confusion: readonly (readonly number[])[];
}

/** `judged` must not be empty. */
export function figuresOf(judged: readonly Judged[]): Figures {
  const confusion = confusionOf(judged);
  const hits = EXPRESSIONS.reduce((sum, _, k) => sum + confusion[k]![k]!, 0);
  const classes = EXPRESSIONS.map((name, k) => ({ name, ...classFigures(confusion, k) })).filter(({ n }) => n > 0);
  return {
    n: judged.length,
    accuracy: hits / judged.length,
    accuracyCi95: wilson(hits, judged.length),
    unweightedRecall: mean(classes.map(({ recall }) => recall)),
    macroF1: mean(classes.map(({ f1 }) => f1)),
    ece: calibrationError(judged.map(({ truth, scores }) => answerOf(truth, scores))),
    eceUncalibrated: calibrationError(judged.map(({ truth, uncalibrated }) => answerOf(truth, uncalibrated))),
    perClass: Object.fromEntries(classes.map(({ name, recall, precision, n }) => [name, { recall, precision, n }])),
    confusion,
  };
}

export const isRight = ({ truth, scores }: Judged): boolean => topExpression(scores) === truth;

function answerOf(truth: Expression, scores: ExpressionScores) {
  const said = topExpression(scores);
  return { confidence: scores[said], right: said === truth };
}

function confusionOf(judged: readonly Judged[]): number[][] {
  const table = EXPRESSIONS.map(() => EXPRESSIONS.map(() => 0));
  for (const { truth, scores } of judged) {
    const row = table[EXPRESSIONS.indexOf(truth)]!;
    const column = EXPRESSIONS.indexOf(topExpression(scores));
    row[column] = row[column]! + 1;
  }
  return table;
}

function classFigures(confusion: readonly (readonly number[])[], k: number): ClassFigures & { readonly f1: number } {
  const hits = confusion[k]![k]!;
  const n = confusion[k]!.reduce((sum, count) => sum + count, 0);
  const said = confusion.reduce((sum, row) => sum + row[k]!, 0);
  const share = (of: number): number => (of > 0 ? hits / of : 0);
  return { n, recall: share(n), precision: share(said), f1: 2 * share(n + said) };
}
