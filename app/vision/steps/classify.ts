import type { ExpressionScores } from '../../domain/face/expression';
import { isExpression, noScores } from '../../domain/face/expression';
import type { ModelSpec } from '../runtime/models';

export interface ClassifyConfig {
  /** The name of each output value, in the model's own order. */
  readonly labels: readonly string[];
  /** Whether the values are logits; otherwise they are taken for probabilities. */
  readonly logits: boolean;
  /** Divides logits before the softmax. */
  readonly temperature: number;
}

/** How to read a model, and which of its outputs holds what. */
export interface Classifier extends ClassifyConfig {
  /** The scores. */
  readonly output: string;
  /** Facial valence, -1..1; null where the model gives none and it is computed from the scores. */
  readonly valence: string | null;
}

const VALENCE_OUTPUT = 'valence';

/**
 * What models.json says of a classifier: the scores are the output with a value per label (it may have others, such as an
 * embedding). Throws RangeError where there is none.
 */
export function classifierOf(spec: ModelSpec): Classifier {
  const labels = spec.labels ?? [];
  const output = spec.outputs.find(({ name, shape }) => name !== VALENCE_OUTPUT && shape.at(-1) === labels.length);
  if (!output) throw new RangeError(`No output of ${spec.id} has a value for each of its labels.`);
  const logits = output.activation === 'logit';
  const valence = spec.outputs.some(({ name }) => name === VALENCE_OUTPUT) ? VALENCE_OUTPUT : null;
  return { output: output.name, valence, labels, logits, temperature: spec.temperature ?? 1 };
}

/**
 * Scores by name, summing to 1, from the classifier's values. Throws RangeError for a label that is not an expression or
 * a number of values that is not the number of labels: such a model must not be read at all.
 */
export function classify(values: Float32Array, { labels, logits, temperature }: ClassifyConfig): ExpressionScores {
  if (values.length !== labels.length)
    throw new RangeError(`The classifier gave ${values.length} values for ${labels.length} labels.`);
  const shares = logits ? softmax(values, temperature) : Array.from(values, (value) => Math.max(0, value));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const scores = noScores();
  labels.forEach((label, i) => {
    if (!isExpression(label)) throw new RangeError(`"${label}" is not an expression.`);
    scores[label] = total > 0 ? shares[i]! / total : 1 / labels.length;
  });
  return scores;
}

function softmax(logits: Float32Array, temperature: number): number[] {
  const top = Math.max(...logits);
  return Array.from(logits, (logit) => Math.exp((logit - top) / temperature));
}
