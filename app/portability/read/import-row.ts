import type { Moment } from '../../domain/moment/moment';
import type { KeptEntry } from '../../journal/journal';
import { problemOf } from './fit-entry';
import type { Denoted } from './known-again';

/** An entry as a file has it, checked. `denotes`: what its record stands for, where another app wrote it. */
export interface Candidate extends KeptEntry {
  readonly denotes?: Denoted;
}

/**
 * What one row of a file gave. `row` is its number as the person counts: a table's rows as a spreadsheet numbers them, the
 * entries of a journal from 1. `problem` is a sentence for them, and so is `remark`, on a row that comes in all the same.
 */
export type ImportRow = { readonly row: number; readonly candidate: Candidate; readonly remark?: string } | RowProblem;

export interface RowProblem {
  readonly row: number;
  readonly problem: string;
  /** The cells of a table's row as they stand, so that nothing of it is lost. */
  readonly cells?: readonly string[];
}

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

/** The row's candidate, or what is wrong with it. `remarkOn` says what is odd about one that is fine. */
export function rowFrom(
  row: number,
  read: () => Candidate,
  remarkOn: (candidate: Candidate) => string | null = () => null,
): ImportRow {
  try {
    const candidate = read();
    const problem = problemOf(candidate);
    if (problem !== null) return { row, problem };
    const remark = remarkOn(candidate);
    return remark === null ? { row, candidate } : { row, candidate, remark };
  } catch (error) {
    if (error instanceof RowFault) return { row, problem: error.message };
    throw error;
  }
}
