import type { Expression } from './expression';

/** The expressions that mixed ones are made of (Du, Tao & Martinez 2014, PNAS 111:E1454). */
export const BASIC_EXPRESSIONS = [
  'happiness',
  'sadness',
  'fear',
  'anger',
  'surprise',
  'disgust',
] as const satisfies readonly Expression[];
export type BasicExpression = (typeof BASIC_EXPRESSIONS)[number];
export type Mixture = readonly [BasicExpression, BasicExpression];

/** A stretch in which a face showed two expressions at once. It is never told without both parts. */
export interface MixedExpression {
  readonly parts: Mixture;
  /** How much of each, 0..1, together 1. */
  readonly shares: readonly [number, number];
  /** Probability, 0..1, that it was these two and neither one alone nor any others, by a model that nobody has measured on mixed faces. */
  readonly sure: number;
  /** Milliseconds since the recall began. */
  readonly onsetMs: number;
  readonly apexMs: number;
  readonly offsetMs: number;
}
