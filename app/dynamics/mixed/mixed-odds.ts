import { ACTION_UNITS, type ActionUnit } from '../../domain/face/action-unit';
import { EXPRESSIONS, type Expression, type ExpressionScores } from '../../domain/face/expression';
import { BASIC_EXPRESSIONS, type BasicExpression, type Mixture } from '../../domain/face/mixed-expression';
import { FREQUENCIES, MIXED_RULES } from './mixed-table';

type Units = Readonly<Record<ActionUnit, number>>;

/** What a face may show: nothing, one expression, or two. */
export interface Reading {
  readonly parts: readonly [] | readonly [BasicExpression] | Mixture;
  /** Probability, 0..1; those of all readings sum to 1. */
  readonly sure: number;
}

/** A unit is misread, or stands for nothing, this often. */
const STRAY = 0.05;
/** A unit of a mixed expression's rule is there this often (Du et al. call a unit a rule's from 70 % on). */
const IN_RULE = 0.8;
/** A unit of a part that the rule leaves out is there this much as often as in that part. */
const LEFT_OUT = 0.3;
/** Units come together (AU1 with AU2, AU6 with AU12), so that each tells less than it would alone. */
const UNIT_WEIGHT = 0.6;
/** How much the still model's distribution tells, in independent looks. */
const LOOKS = 6;
/** Before anything is seen a reading of two is this much less likely than one of one (two at once are rarer). */
const MIXED_PRIOR = 0.25;

/** Shares of the still model's distribution that an expression takes; the rest is spread over the others. */
const SHARE = { one: 0.62, each: 0.33, neutral: 0.22, nothing: 0.86 } as const;

interface Hypothesis {
  readonly parts: Reading['parts'];
  readonly prior: number;
  readonly unit: Units;
  readonly score: ExpressionScores;
}

/** A hypothesis in logarithms, taken once: a recall asks for them a thousand times. */
interface Logs {
  readonly prior: number;
  /** Of each unit of `TOLD`: of its being there, and of its not. */
  readonly there: readonly number[];
  readonly missing: readonly number[];
  /** In the order of `EXPRESSIONS`. */
  readonly score: readonly number[];
}

/** AU43 says nothing of an expression. */
const TOLD = ACTION_UNITS.filter((unit) => unit !== 'AU43');

const unitsFrom = (chance: (unit: ActionUnit) => number): Units =>
  Object.fromEntries(TOLD.map((unit) => [unit, chance(unit)])) as Units;

/** The distribution that the still model gives, on average, of a face that shows these. */
function scoresOf(parts: readonly BasicExpression[], each: number, neutral: number): ExpressionScores {
  const others = EXPRESSIONS.filter((name) => name !== 'neutral' && !(parts as readonly Expression[]).includes(name));
  const rest = (1 - neutral - each * parts.length) / others.length;
  const shareOf = (name: Expression): number =>
    name === 'neutral' ? neutral : (others as readonly Expression[]).includes(name) ? rest : each;
  return Object.fromEntries(EXPRESSIONS.map((name) => [name, shareOf(name)])) as unknown as ExpressionScores;
}

const often = (name: BasicExpression, unit: ActionUnit): number => FREQUENCIES[name][unit] ?? 0;

const HYPOTHESES: readonly Hypothesis[] = [
  { parts: [], prior: 1, unit: unitsFrom(() => STRAY), score: scoresOf([], 0, SHARE.nothing) },
  ...BASIC_EXPRESSIONS.map((name) => ({
    parts: [name] as const,
    prior: 1,
    unit: unitsFrom((unit) => STRAY + (1 - 2 * STRAY) * often(name, unit)),
    score: scoresOf([name], SHARE.one, SHARE.neutral),
  })),
  ...MIXED_RULES.map(({ parts, units }) => ({
    parts,
    prior: MIXED_PRIOR,
    unit: unitsFrom((unit) =>
      units.includes(unit) ? IN_RULE : STRAY + (LEFT_OUT * (often(parts[0], unit) + often(parts[1], unit))) / 2,
    ),
    score: scoresOf(parts, SHARE.each, SHARE.neutral),
  })),
];

const LOGS: readonly Logs[] = HYPOTHESES.map(({ prior, unit, score }) => ({
  prior: Math.log(prior),
  there: TOLD.map((name) => Math.log(unit[name])),
  missing: TOLD.map((name) => Math.log(1 - unit[name])),
  score: EXPRESSIONS.map((name) => Math.log(score[name])),
}));

/** Every reading there can be, each once, though some pairs have two rules. */
export const READINGS: readonly Reading['parts'][] = [
  ...new Map(HYPOTHESES.map(({ parts }) => [parts.join(), parts])).values(),
];
/** Which of `READINGS` each hypothesis speaks for. */
const SPEAKS_FOR = HYPOTHESES.map(({ parts }) => READINGS.findIndex((one) => one.join() === parts.join()));

/**
 * Probability of each of `READINGS`, by the action units (each 0..1) and by what the still model says. Log-odds with a term for each unit
 * that is there and one for each that is not: a smile with lowered brows is not a smile, and without them no mixture.
 */
export function mixedSure(units: Units, still: ExpressionScores): Float64Array {
  const [there, shares] = [TOLD.map((name) => units[name]), EXPRESSIONS.map((name) => still[name])];
  const odds = LOGS.map((one) => one.prior + unitTerm(one, there) + scoreTerm(one, shares));
  const highest = Math.max(...odds);
  let total = 0;
  for (let at = 0; at < odds.length; at++) {
    odds[at] = Math.exp(odds[at]! - highest);
    total += odds[at]!;
  }
  const sure = new Float64Array(READINGS.length);
  for (let at = 0; at < odds.length; at++) sure[SPEAKS_FOR[at]!]! += odds[at]! / total;
  return sure;
}

/** The same as a list, the likeliest first. */
export function mixedOdds(units: Units, still: ExpressionScores): readonly Reading[] {
  const sure = mixedSure(units, still);
  return READINGS.map((parts, at) => ({ parts, sure: sure[at]! })).sort((a, b) => b.sure - a.sure);
}

function unitTerm({ there, missing }: Logs, units: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < units.length; at++) sum = sum + units[at]! * there[at]! + (1 - units[at]!) * missing[at]!;
  return UNIT_WEIGHT * sum;
}

function scoreTerm({ score }: Logs, shares: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < shares.length; at++) sum += shares[at]! * score[at]!;
  return LOOKS * sum;
}

/** How much of each part: by the still model, and by the units that are there and come more often with the one than with the other. */
export function mixedShares([a, b]: Mixture, units: Units, still: ExpressionScores): readonly [number, number] {
  const towards = (name: BasicExpression, other: BasicExpression): number =>
    still[name] +
    TOLD.reduce((sum, unit) => sum + units[unit] * Math.max(0, often(name, unit) - often(other, unit)), 0);
  const [of, from] = [towards(a, b), towards(b, a)];
  const share = of + from > 0 ? of / (of + from) : 0.5;
  return [share, 1 - share];
}
