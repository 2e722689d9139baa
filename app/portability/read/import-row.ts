import type { Moment } from '../../domain/moment/moment';
import type { KeptEntry } from '../../journal/journal';
import { problemOf } from './fit-entry';

/** An entry as a file has it, checked. */
export type Candidate = KeptEntry;

/**
 * What one row of a file gave. `row` is its number as the person counts: a table's rows as a spreadsheet numbers them, the
 * entries of a journal from 1. `problem` is a sentence for them.
 */
export type ImportRow =
  | { readonly row: number; readonly candidate: Candidate }
  | { readonly row: number; readonly problem: string };

export type RowProblem = Extract<ImportRow, { problem: string }>;

/** What an entry is given that its row does not tell. */
export interface RowContext {
  /** Where the person is: a row without a zone is taken to have been written there. */
  readonly zone: string;
  /** When it is brought in, which is when it is kept here. */
  readonly now: Moment;
  readonly appVersion: string;
  readonly newId: () => string;
}

/** What is wrong with a row, as a sentence: thrown while it is read. */
export class RowFault extends Error {
  override readonly name = 'RowFault';
}

/** The row's candidate, or what is wrong with it. */
export function rowFrom(row: number, read: () => Candidate): ImportRow {
  try {
    const candidate = read();
    const problem = problemOf(candidate);
    return problem === null ? { row, candidate } : { row, problem };
  } catch (error) {
    if (error instanceof RowFault) return { row, problem: error.message };
    throw error;
  }
}
