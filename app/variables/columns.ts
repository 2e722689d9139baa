import type { Moment } from '../domain/moment/moment';
import type { Feeling } from '../domain/report/report';

/** How a variable of many entries is kept in columns, and what its values may be. */
export interface ColumnValues {
  readonly f64: number | null;
  readonly flag: boolean;
  /** Text that many entries have in common. */
  readonly word: string | null;
  readonly text: string | null;
  readonly moment: Moment;
  readonly feelings: readonly Feeling[];
}
export type ColumnKind = keyof ColumnValues;

/** A few words that repeat: `at` says which of `words` each value is. */
export interface Words {
  readonly words: readonly (string | null)[];
  readonly at: Float32Array;
}

/**
 * The values of n entries, by kind. Numbers are in typed arrays of their own, which can be handed to a worker without a copy;
 * text is in lists.
 */
export interface Columns {
  /** NaN stands for null. */
  readonly f64: Float64Array;
  /** 1 is true, 0 is false. */
  readonly flag: Float32Array;
  readonly word: Words;
  readonly text: readonly (string | null)[];
  readonly moment: {
    readonly epochMs: Float64Array;
    readonly zone: Words;
    readonly offsetMinutes: Float32Array;
  };
  /** `counts` says how many feelings an entry has; names and intensities are those of the first entry, then of the next. */
  readonly feelings: {
    readonly counts: Float32Array;
    readonly names: Words;
    readonly intensities: Float32Array;
  };
}
