import { EXPRESSIONS, type ExpressionScores, noScores } from '../../app/domain/face/expression';
import still from '../expression/still.json' with { type: 'json' };

/** How a still is read: made by `models/train/still.ts`. */
export interface StillReading {
  /** Of the logarithm of the model's probability: below 1, because it is too sure of faces that are posed. */
  readonly share: number;
  /** Added to it, in logits, by expression. */
  readonly prior: ExpressionScores;
}

/** Logarithms of nothing. */
const LEAST = 1e-6;

/** What the logarithm of the model's probability is taken of. */
export const logOf = (score: number): number => Math.log(score + LEAST);

/**
 * What raters would say of a picture for which somebody shows an expression to a camera: a distribution, from what the expression
 * model says by the prior of web faces.
 *
 * [Note: Two priors of one still model]
 * The expression model is calibrated to what raters said of faces from the web (FER+): a third are neutral, and anger, disgust and
 * fear are rare. A picture that somebody poses for shows each about as often as any other, so there the same face means more. No
 * single prior serves both: what KDEF and TFED gain, FER+ loses, and a resting face loses too. A recall is a face at rest that moves
 * a little. The app and all readings of clips keep the prior of the web, therefore, and only a single picture is read with this one.
 * models/expression/CARD.md, "Pictures that are posed for", has both readings on every set.
 */
export function stillExpression(web: ExpressionScores, { share, prior }: StillReading = still): ExpressionScores {
  const logits = EXPRESSIONS.map((name) => share * logOf(web[name]) + prior[name]);
  const highest = Math.max(...logits);
  const odds = logits.map((logit) => Math.exp(logit - highest));
  const total = odds.reduce((sum, one) => sum + one, 0);
  const scores = noScores();
  for (const [at, name] of EXPRESSIONS.entries()) scores[name] = odds[at]! / total;
  return scores;
}
