import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import type { ActionUnit } from '../../../app/domain/face/action-unit';
import { EXPRESSIONS, type Expression } from '../../../app/domain/face/expression';
import { type Pair, readPairs } from '../../analyse/pairs';
import { InputError } from '../../tools/input-error';

/** A picture, the person's neutral face, and the numbers of the action units that a coder saw. */
export interface CodedPair extends Pair {
  readonly coded: ReadonlySet<number>;
  /** What was posed; null where the list does not say. */
  readonly expression: Expression | null;
}

/** Reads a list of pairs with a column `AU<n>` for each unit, 1 where it was coded, or a column `expression`. Throws InputError. */
export function readCodedPairs(listPath: string): readonly CodedPair[] {
  try {
    const rows = csvParse(readFileSync(listPath, 'utf8'));
    const units = rows.columns.filter((name) => /^AU\d+$/.test(name));
    if (units.length === 0 && !rows.columns.includes('expression')) {
      throw new InputError(`${listPath}: it has no column like AU12, and none called “expression”`);
    }
    return readPairs(listPath).map((pair, index) => ({
      ...pair,
      coded: new Set(units.filter((unit) => rows[index]![unit] === '1').map((unit) => Number(unit.slice(2)))),
      expression: EXPRESSIONS.find((name) => name === rows[index]!.expression) ?? null,
    }));
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

/** The numbers that a unit stands for: `AU23/24` for both. */
export const numbersOf = (unit: ActionUnit): readonly number[] => unit.slice(2).split('/').map(Number);
