/**
 * What the classifier sees in a face, in the order of FER+ (Barsoum et al. 2016, arXiv 1608.01041).
 * An expression is not a feeling: only the person says what they feel (Barrett et al. 2019).
 */
export const EXPRESSIONS = [
  'neutral',
  'happiness',
  'surprise',
  'sadness',
  'anger',
  'disgust',
  'fear',
  'contempt',
] as const;

export type Expression = (typeof EXPRESSIONS)[number];

/** One probability per expression, each 0..1, summing to 1; 0 for an expression the model does not know. */
export type ExpressionScores = Readonly<Record<Expression, number>>;

/** The expressions whose strongest counts against happiness. Contempt is left out, as in FaceReader's definition. */
export const NEGATIVE_EXPRESSIONS = ['sadness', 'anger', 'disgust', 'fear'] as const satisfies readonly Expression[];

export const isExpression = (name: string): name is Expression => (EXPRESSIONS as readonly string[]).includes(name);

/** All eight names with `fill` (0 unless given). */
export function noScores(fill = 0): Record<Expression, number> {
  const scores = {} as Record<Expression, number>;
  for (const name of EXPRESSIONS) scores[name] = fill;
  return scores;
}

/**
 * Facial valence, -1..1, of a model that does not give it itself: the score of happiness minus that of the strongest negative
 * expression (Noldus FaceReader's definition; Lewinski et al. 2014, J Neurosci Psychol Econ 7:227).
 *
 * @example facialValence({ ...noScores(), happiness: 0.7, sadness: 0.2, fear: 0.1 }) // 0.5
 */
export const facialValence = (scores: ExpressionScores): number =>
  scores.happiness - Math.max(...NEGATIVE_EXPRESSIONS.map((name) => scores[name]));

/** The expression with the highest score; the earlier one in `EXPRESSIONS` where two are equal. */
export const topExpression = (scores: ExpressionScores): Expression =>
  EXPRESSIONS.reduce((best, name) => (scores[name] > scores[best] ? name : best));
