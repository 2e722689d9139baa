import { topExpression } from '../../../app/domain/face/expression';
import { UNIT_RULES } from '../../../app/dynamics/units/unit-table';
import { mean } from '../../../app/statistics/mean';
import { analyse } from '../../analyse/analyse';
import type { PrintedResult } from '../../analyse/result';
import { type CodedPair, numbersOf } from './coded-pairs';
import { mixedLine, mixedTold } from './mixed-told';
import { type PosedFigures, posedFigures } from './posed-figures';
import { type UnitFigures, unitFigures } from './unit-figures';

/** Fewer examples say nothing of a unit: it has its line, but is left out of the mean. */
export const FEWEST_CODED = 10;

/** The still model alone, and fused with the units: by the prior of posed faces, and by that of a recall, as in the app. */
const READINGS = { still: 'still model', fused: 'fused with units', recall: 'as in a recall' } as const;
type ReadingName = keyof typeof READINGS;
const READING_NAMES = Object.keys(READINGS) as ReadingName[];

export interface UnitsEvaluation {
  readonly units: Readonly<Record<string, UnitFigures>>;
  /** Mean F1 of the units with `FEWEST_CODED` examples or more. */
  readonly meanF1: number;
  /** Where the list says what was posed: by each reading of the expression. */
  readonly expressions: Readonly<Record<ReadingName, PosedFigures>> | null;
  /** Of those faces, the ones told as two expressions at once, by what was posed. */
  readonly mixed: Readonly<Record<string, number>>;
  /** Pairs that could not be read, by file. */
  readonly unreadable: readonly string[];
}

/** The units of each pair through the app's own pipeline, against what the coder saw. */
export async function evaluateUnits(pairs: readonly CodedPair[], backend: 'wasm' | 'webgpu'): Promise<UnitsEvaluation> {
  const results = new Map<string, PrintedResult>();
  const unreadable: string[] = [];
  const tasks = pairs.map(({ file, baseline }) => ({ file, baseline: { kind: 'file', file: baseline } as const }));
  await analyse(tasks, backend, {
    read: (result) => results.set(result.file, result),
    unreadable: (file, problem) => unreadable.push(`${file}: ${problem}`),
  });
  const judged = UNIT_RULES.map(({ unit }) => {
    const numbers = numbersOf(unit);
    const of = pairs.flatMap(({ file, coded }) => {
      const told = results.get(file)?.summary.units?.[unit];
      return told === undefined ? [] : [{ coded: numbers.some((number) => coded.has(number)), told }];
    });
    return [unit, unitFigures(of)] as const;
  });
  const enough = judged.filter(([, { coded }]) => coded >= FEWEST_CODED);
  const posed = pairs.flatMap(({ file, expression: truth }) => {
    const frame = results.get(file)?.frames[0];
    if (!truth || !frame?.webExpression || !frame.units || !frame.fused || !frame.recall) return [];
    const told = { still: frame.webExpression, fused: frame.fused, recall: frame.recall };
    return [{ truth, told, units: frame.units, still: frame.webExpression }];
  });
  const figures = (by: ReadingName) =>
    [by, posedFigures(posed.map(({ truth, told }) => ({ truth, told: topExpression(told[by]) })))] as const;
  return {
    expressions:
      posed.length > 0 ? (Object.fromEntries(READING_NAMES.map(figures)) as Record<ReadingName, PosedFigures>) : null,
    mixed: mixedTold(posed),
    units: Object.fromEntries(judged),
    meanF1: mean(enough.map(([, { f1 }]) => f1)),
    unreadable,
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** As it is printed: a table in Markdown, so that the card can hold it. */
export function unitsReport({ units, meanF1, expressions, mixed, unreadable }: UnitsEvaluation): string {
  const two = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(2));
  const rows = UNIT_RULES.map(({ unit, name }) => {
    const { coded, n, f1, f1Interval, precision, recall, auc } = units[unit]!;
    const figures =
      coded === 0
        ? ['–', '–', '–', '–']
        : [`${two(f1)} (${f1Interval.map(two).join(' to ')})`, two(precision), two(recall), two(auc)];
    return `| ${[`${unit} ${name}`, `${coded} of ${n}`, ...figures].join(' | ')} |`;
  });
  const posed = expressions
    ? [
        `| expression | n | ${Object.values(READINGS).join(' | ')} |`,
        '|---|---|---|---|---|',
        ...Object.keys(expressions.still.recall).map((name) => {
          const shares = READING_NAMES.map((by) => percent(expressions[by].recall[name]!));
          return `| ${[name, expressions.still.n[name], ...shares].join(' | ')} |`;
        }),
        `| unweighted recall | | ${READING_NAMES.map((by) => percent(expressions[by].unweighted)).join(' | ')} |`,
        '',
        mixedLine(
          mixed,
          Object.values(expressions.still.n).reduce((sum, n) => sum + n, 0),
        ),
        '',
      ]
    : [];
  if (Object.values(units).every(({ coded }) => coded === 0)) return [...posed, ...unreadable].join('\n');
  return [
    ...posed,
    '| unit | coded | F1 (95 %) | precision | recall | AUC |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
    `Mean F1 of the units with ${FEWEST_CODED} examples or more: ${meanF1.toFixed(3)}`,
    ...unreadable,
  ].join('\n');
}
