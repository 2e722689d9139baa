/** What a cell of a table may hold; null is the empty cell. */
export type Cell = string | number | boolean | null;

/** `list` is text made of several words, see `word-list.ts`. */
export type VariableType = 'text' | 'list' | 'category' | 'number' | 'whole number' | 'yes or no' | 'date and time';

/**
 * One column of a table we write, and its line in the codebook. Both are made from this and nothing else, so that the
 * codebook cannot say what the table does not hold.
 */
export interface Variable<Row> {
  /** The same in every language and version; a column that comes to mean something else gets another name. */
  readonly name: string;
  /** What it says, in plain English whatever the app's language: a codebook is read by those who count. */
  readonly label: string;
  readonly type: VariableType;
  readonly unit?: string;
  /** Lowest and highest possible number. */
  readonly range?: readonly [low: number, high: number];
  /** Everything a category can be. */
  readonly values?: readonly string[];
  /** What it was asked or measured with. */
  readonly instrument?: string;
  /** Where the measure is defined. */
  readonly citation?: string;
  /** Rows of the other kind leave it empty. */
  readonly only?: 'recall' | 'check-in';
  readonly read: (row: Row) => Cell;
}
