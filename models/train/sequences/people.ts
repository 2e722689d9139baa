import type { Expression } from '../../../app/domain/face/expression';

/** A face that shows something: what the still model says of it, and how far it is from its own rest. */
export interface ShownFace {
  readonly expression: Expression;
  /** Probabilities in the order of `EXPRESSIONS`. */
  readonly still: readonly number[];
  /** In the order of `MOVES`; null where nothing is known of that person's rest. */
  readonly moves: readonly number[] | null;
  /** The same expression at half its strength; null where that was not drawn. */
  readonly half: { readonly still: readonly number[]; readonly moves: readonly number[] } | null;
  /** Shares of the raters who saw each expression; null where the face was posed. */
  readonly votes: readonly number[] | null;
}

/** One person as sequences are built from: the face at rest, and what else there is of it. */
export interface SourcePerson {
  readonly id: string;
  /** Probabilities at rest. */
  readonly rest: readonly number[] | null;
  readonly shown: readonly ShownFace[];
}

/** What sequences.py reads. */
export interface Sources {
  readonly moves: readonly string[];
  readonly people: readonly SourcePerson[];
}

/** Numbers as they are written: finer than any reader. */
export const rounded = (values: Iterable<number>): number[] =>
  Array.from(values, (value) => Math.round(value * 1e5) / 1e5);
