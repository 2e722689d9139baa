import { clamp } from '../../base/clamp';
import type { ActionUnit } from '../../domain/face/action-unit';
import { EXPRESSIONS, type Expression, type ExpressionScores, noScores } from '../../domain/face/expression';
import type { UnitStrengths } from './unit-scores';
import { UNIT_RULES } from './unit-table';

/**
 * How much each action unit speaks for or against an expression: quarters, by which units the expression is posed with (Ekman, Friesen
 * & Hager 2002; Du, Tao & Martinez 2014, PNAS 111:E1454). Contempt has none: its own, AU14, is not read.
 */
const SPEAKS: Readonly<Record<Expression, Readonly<Partial<Record<ActionUnit, number>>>>> = {
  neutral: {},
  happiness: { AU12: 1, AU6: 0.5, AU25: 0.25, AU4: -0.5 },
  surprise: { 'AU26/27': 0.75, AU1: 0.5, AU2: 0.5, AU5: 0.5, AU25: 0.25, AU4: -0.5 },
  sadness: { AU15: 0.75, AU17: 0.5, AU4: 0.25, AU25: -0.75, AU12: -0.5, 'AU26/27': -0.25 },
  anger: { AU4: 1, AU7: 0.5, 'AU23/24': 0.5, AU9: -0.5, AU15: -0.25 },
  disgust: { AU9: 1, AU4: 0.5, AU7: 0.25, AU17: 0.25 },
  fear: { AU20: 1, AU25: 0.5, AU1: 0.25, AU5: 0.25, AU12: -0.5 },
  contempt: {},
};

/** A unit speaks no louder than this, in onsets. */
const LOUDEST = 2.5;
const LOUDEST_AGAINST = -1.5;

/**
 * How the still model and the units are weighed: eleven numbers, chosen on KDEF and TFED (1,093 posed pictures, each against the same
 * person's neutral; research sets that train nothing), with every expression counting the same. models/units/CARD.md.
 */
const WEIGHTS = {
  /** Of the logarithm of the still model's probability: below 1, because it is too sure of faces that are posed. */
  still: 0.52,
  units: 0.35,
  /** Against neutral, for each onset of anything that moved. */
  moved: 1.38,
  prior: {
    neutral: 1.38,
    happiness: -2.68,
    surprise: 0.58,
    sadness: -0.17,
    anger: 0.17,
    disgust: 0.86,
    fear: 2.09,
    contempt: -3.24,
  },
} as const;
/** Logarithms of nothing. */
const LEAST = 1e-6;

/** How often raters of web faces chose each, over FER+ (28,561 faces, ten votes each): the prior that the still model is calibrated to. */
const WEB_SHARES: ExpressionScores = {
  neutral: 0.315,
  happiness: 0.27,
  surprise: 0.122,
  sadness: 0.142,
  anger: 0.083,
  disgust: 0.016,
  fear: 0.035,
  contempt: 0.018,
};
/**
 * The prior of a recall lies half way, in log-odds, from that of posed faces to that of web faces: people who relive something don't
 * pose, and fear and disgust are rare. Chosen on KDEF, TFED and the London set. models/units/CARD.md.
 */
const TOWARDS_WEB = 0.5;
/** Strength of the strongest unit, in onsets, up to which nothing moved, and from which on something did. */
const STILL_UP_TO = 0.5;
const MOVED_FROM = 1;

/** `SPEAKS` in the order of `EXPRESSIONS` and, for each, of the units. */
const SPEAKS_IN_ORDER = EXPRESSIONS.map((name) => UNIT_RULES.map(({ unit }) => SPEAKS[name][unit] ?? 0));

/**
 * One reading of a posed face from both: what the still model sees, and what moved since rest. A distribution over expressions; its
 * prior is that of posed faces, where each expression is as frequent as any other.
 */
export const fusedExpression = (still: ExpressionScores, strengths: UnitStrengths): ExpressionScores =>
  normalised(posedLogits(still, strengths));

/**
 * One reading of a moment in a recall from both. Where nothing moved since rest it is what the still model says; where something
 * clearly did, the fused reading with a recall's prior; a mixture in between, so that it doesn't jump. A distribution over expressions.
 */
export function recallExpression(still: ExpressionScores, strengths: UnitStrengths): ExpressionScores {
  const logits = posedLogits(still, strengths);
  const fused = normalised(
    logits.map((logit, at) => logit + TOWARDS_WEB * Math.log(WEB_SHARES[EXPRESSIONS[at]!] * EXPRESSIONS.length)),
  );
  const strongest = Math.max(...strengths);
  const moved = smoothStep((strongest - STILL_UP_TO) / (MOVED_FROM - STILL_UP_TO));
  return scoresOf(EXPRESSIONS.map((name) => (1 - moved) * still[name] + moved * fused[name]));
}

const smoothStep = (share: number): number => {
  const within = clamp(share, 0, 1);
  return within * within * (3 - 2 * within);
};

/** Logarithms of odds in the order of `EXPRESSIONS`, up to a constant. */
function posedLogits(still: ExpressionScores, strengths: UnitStrengths): number[] {
  const moved = strengths.reduce((sum, strength) => sum + clamp(strength, 0, 2), 0);
  const said = strengths.map((strength) => clamp(strength, LOUDEST_AGAINST, LOUDEST));
  return EXPRESSIONS.map((name, of) => {
    const speaks = SPEAKS_IN_ORDER[of]!;
    let spoken = 0;
    for (let at = 0; at < said.length; at++) spoken += speaks[at]! * said[at]!;
    const quiet = name === 'neutral' ? -WEIGHTS.moved * moved : 0;
    return WEIGHTS.still * Math.log(still[name] + LEAST) + WEIGHTS.units * spoken + quiet + WEIGHTS.prior[name];
  });
}

function normalised(logits: readonly number[]): ExpressionScores {
  const highest = Math.max(...logits);
  const odds = logits.map((logit) => Math.exp(logit - highest));
  const total = odds.reduce((sum, one) => sum + one, 0);
  return scoresOf(odds.map((one) => one / total));
}

function scoresOf(shares: readonly number[]): ExpressionScores {
  const scores = noScores();
  for (const [at, name] of EXPRESSIONS.entries()) scores[name] = shares[at]!;
  return scores;
}
