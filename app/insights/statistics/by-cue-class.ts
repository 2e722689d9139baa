import { ACTION_UNITS, type ActionUnit } from '../../domain/face/action-unit';
import { EXPRESSIONS, type Expression } from '../../domain/face/expression';
import { CUE_VALENCES, type CueValence } from '../../domain/memory/memory';
import { type Share, wilsonInterval } from '../../statistics/compare/wilson-interval';
import { mean } from '../../statistics/mean';
import { meanHalfWidth } from '../../statistics/mean-interval';
import { type Needs, needsMore } from '../../statistics/needs';
import { robustSlope, type Slope } from '../../statistics/trend/robust-slope';
import type { Compared } from '../readers/comparable-faces';
import type { MemoryColumns } from '../readers/entry-columns';
import { LEAST_OF_EACH } from './effects';

type Columns = Pick<Compared<MemoryColumns>, 'cueClass' | 'expression' | 'units'>;

export interface MeanShare {
  /** Mean score over the recalls, 0..1. */
  readonly mean: number;
  /** Half width of its 95 % interval; null where it cannot be told, see `meanHalfWidth`. */
  readonly halfWidth: number | null;
}

/** What the face showed in recalls of one class. */
export interface CueClassFaces {
  readonly cueClass: CueValence;
  /** Recalls with a face. */
  readonly n: number;
  readonly expressions: Readonly<Record<Expression, MeanShare>>;
  /** In how many of the recalls whose units could be read each of them was there at least once; null where there are none. */
  readonly units: Readonly<Record<ActionUnit, Share>> | null;
}

/**
 * Expressions and units by what kind of memory was asked for, for each class with eight recalls or more. Shares of units have the interval of
 * Wilson (1927).
 *
 * @example facesByCueClass({ cueClass: ['positive'], expression: new Array(8).fill(0.125), units: [null] })
 * // [{ cueClass: 'positive', needs: 7 }, { cueClass: 'negative', needs: 8 }, { cueClass: 'neutral', needs: 8 }]
 */
export const facesByCueClass = (
  columns: Columns,
): readonly (CueClassFaces | (Needs & { readonly cueClass: CueValence }))[] =>
  CUE_VALENCES.map((cueClass) => {
    const rows = rowsWithFace(columns).filter((row) => columns.cueClass[row] === cueClass);
    if (rows.length < LEAST_OF_EACH) return { cueClass, ...needsMore(rows.length, LEAST_OF_EACH) };
    return { cueClass, n: rows.length, expressions: expressionsOf(columns, rows), units: unitsOf(columns, rows) };
  });

/**
 * Whether memories that were asked for as positive bring more of an expression than those asked for as negative, for this person: the
 * difference of its mean scores, by `robustSlope` (Gandolphe & El Haj 2018 found it for happiness, over many people).
 *
 * @example expressionOfPositive({ cueClass: ['positive'], expression: new Array(8).fill(0.125), units: [null] }, 'happiness') // { needs: 8 }
 */
export function expressionOfPositive(columns: Columns, expression: Expression): Slope | Needs {
  const place = EXPRESSIONS.indexOf(expression);
  const rows = rowsWithFace(columns).filter((row) => ['positive', 'negative'].includes(columns.cueClass[row] ?? ''));
  const x = rows.map((row) => Number(columns.cueClass[row] === 'positive'));
  const count = x.filter((is) => is === 1).length;
  const fewer = Math.min(count, x.length - count);
  if (fewer < LEAST_OF_EACH) return needsMore(fewer, LEAST_OF_EACH);
  return robustSlope(
    x,
    rows.map((row) => columns.expression[row * EXPRESSIONS.length + place]!),
  );
}

const rowsWithFace = ({ cueClass, expression }: Columns): readonly number[] =>
  Array.from(cueClass.keys()).filter((row) => !Number.isNaN(expression[row * EXPRESSIONS.length]!));

function expressionsOf({ expression }: Columns, rows: readonly number[]): Record<Expression, MeanShare> {
  const shares = EXPRESSIONS.map((name, place) => {
    const scores = rows.map((row) => expression[row * EXPRESSIONS.length + place]!);
    return [name, { mean: mean(scores), halfWidth: meanHalfWidth(scores) }] as const;
  });
  return Object.fromEntries(shares) as Record<Expression, MeanShare>;
}

function unitsOf({ units }: Columns, rows: readonly number[]): Record<ActionUnit, Share> | null {
  const read = rows.map((row) => units[row] ?? null).filter((own) => own !== null);
  if (read.length === 0) return null;
  const shares = ACTION_UNITS.map((unit) => {
    const count = read.filter((own) => own.has(unit)).length;
    return [unit, wilsonInterval(count, read.length)] as const;
  });
  return Object.fromEntries(shares) as Record<ActionUnit, Share>;
}
