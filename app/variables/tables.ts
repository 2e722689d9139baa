import type { Entry } from '../domain/entry/entry';
import { entryVariables } from './entry-variables';
import { type Reading, traceVariables } from './trace-variables';
import type { Variable } from './variable';

/** What the tables of a data set, and their codebook, are made of. */
export interface Tables {
  /** A row an entry. */
  readonly entries: readonly Variable<Entry>[];
  /** A row a reading. */
  readonly traces: readonly Variable<Reading>[];
}

export const TABLES: Tables = { entries: entryVariables(), traces: traceVariables() };
