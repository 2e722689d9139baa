import { clamp } from '../../base/clamp';
import { EXPRESSIONS, type ExpressionScores, noScores } from '../../domain/face/expression';

/** The ways in which a whole recall is read, in the order of a fusion's weights. */
export const WHOLE_MEMBERS = ['still', 'mean', 'memory', 'patches'] as const;
export type WholeMember = (typeof WHOLE_MEMBERS)[number];

/** How several ways of reading a whole recall are made one: models/patches/fusion.json. */
export interface WholeFusion {
  /** How much each member counts among the seven expressions, and what stands before any was heard, in logarithms. */
  readonly expressions: Readonly<Record<WholeMember, number>>;
  readonly prior: Readonly<Record<Exclude<(typeof EXPRESSIONS)[number], 'neutral'>, number>>;
  /** The same for whether anything was shown at all. */
  readonly anything: Readonly<Record<WholeMember, number>>;
  readonly bias: number;
}

/** Shares below this tell no more, as in models/train/patches/fusion.py. */
const LEAST = 1e-3;
const SHOWN = EXPRESSIONS.filter((name) => name !== 'neutral');

/**
 * One distribution over expressions from those of every member: multinomial logistic regression on the logarithms of their shares. Among the seven
 * expressions by how long each was shown, neutral as far as nothing else was. Sums to 1.
 */
export function fusedWhole(
  members: Readonly<Record<WholeMember, ExpressionScores>>,
  fusion: WholeFusion,
): ExpressionScores {
  const logits = SHOWN.map((name) => fusion.prior[name]);
  let anything = fusion.bias;
  for (const member of WHOLE_MEMBERS) {
    const { among, odds } = featuresOf(members[member]);
    for (const [at, log] of among.entries()) logits[at]! += fusion.expressions[member] * log;
    anything += fusion.anything[member] * odds;
  }
  const highest = Math.max(...logits);
  const shares = logits.map((logit) => Math.exp(logit - highest));
  const total = shares.reduce((sum, one) => sum + one, 0);
  const shown = 1 / (1 + Math.exp(-anything));
  const scores = noScores();
  scores.neutral = 1 - shown;
  for (const [at, name] of SHOWN.entries()) scores[name] = (shown * shares[at]!) / total;
  return scores;
}

/** Logarithms of the shares among the seven expressions, centred, and the log-odds that anything was shown. */
function featuresOf(scores: ExpressionScores): { readonly among: readonly number[]; readonly odds: number } {
  const shown = SHOWN.reduce((sum, name) => sum + scores[name], 0);
  const logs = SHOWN.map((name) => Math.log(Math.max(shown > 0 ? scores[name] / shown : 1 / SHOWN.length, LEAST)));
  const middle = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const share = clamp(shown / (shown + scores.neutral), LEAST, 1 - LEAST);
  return { among: logs.map((log) => log - middle), odds: Math.log(share / (1 - share)) };
}
