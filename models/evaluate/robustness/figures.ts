import { EXPRESSIONS, type Expression, type ExpressionScores } from '../../../app/domain/face/expression';
import type { Framing } from '../../../app/domain/face/framing';
import type { FaceTold, Told } from './page';

/** What one condition came to. */
export interface ConditionFigures {
  readonly pictures: number;
  readonly read: number;
  readonly usable: number;
  /** Of those read, with the top expression of the clean picture. */
  readonly same: number;
  /** Half the sum of the eight differences, mean of those read; NaN where none is. */
  readonly tv: number;
  /** Absolute difference of facial valence: mean and largest of those read; NaN where none is. */
  readonly valence: number;
  readonly valenceMost: number;
  /** Not usable, or with a word to the person. */
  readonly noticed: number;
  /** Another top expression, usable, and without a word. */
  readonly wrong: number;
  /** What was said, by how often. */
  readonly said: Readonly<Partial<Record<Framing, number>>>;
}

/** The condition at `index` of all faces. */
export function conditionFigures(faces: readonly FaceTold[], index: number): ConditionFigures {
  return figuresOf(faces.flatMap(({ clean, changed }) => changed[index]!.map((told) => ({ clean, told }))));
}

/** Pictures beside the clean ones that they were made from. */
export function figuresOf(pairs: readonly { readonly clean: Told; readonly told: Told }[]): ConditionFigures {
  const read = pairs.filter(({ told }) => told.expression);
  const isSame = ({ clean, told }: (typeof pairs)[number]): boolean =>
    topOf(told.expression!) === topOf(clean.expression!);
  const isNoticed = ({ told }: (typeof pairs)[number]): boolean => !told.usable || told.framing !== 'ok';
  const valences = read.map(({ clean, told }) => Math.abs(told.facialValence! - clean.facialValence!));
  const said: Partial<Record<Framing, number>> = {};
  for (const { told } of pairs) said[told.framing] = (said[told.framing] ?? 0) + 1;
  return {
    pictures: pairs.length,
    read: read.length,
    usable: pairs.filter(({ told }) => told.usable).length,
    same: read.filter(isSame).length,
    tv: mean(read.map(({ clean, told }) => variation(clean.expression!, told.expression!))),
    valence: mean(valences),
    valenceMost: valences.length > 0 ? Math.max(...valences) : Number.NaN,
    noticed: pairs.filter(isNoticed).length,
    wrong: read.filter((pair) => !isNoticed(pair) && !isSame(pair)).length,
    said,
  };
}

const topOf = (scores: ExpressionScores): Expression => EXPRESSIONS.reduce((a, b) => (scores[b] > scores[a] ? b : a));

const variation = (a: ExpressionScores, b: ExpressionScores): number =>
  EXPRESSIONS.reduce((sum, name) => sum + Math.abs(a[name] - b[name]), 0) / 2;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
