import type { Entry } from '../../../domain/entry/entry';
import type { Trace } from '../../../domain/face/trace';
import type { Settings } from '../../../domain/settings/settings';
import { readEntry } from '../../parse/entry';
import { fieldsOf, nullable, object, ParseProblem, type Reader, readAt, text, wholeNumber } from '../../parse/reader';
import { readSettings } from '../../parse/settings';
import { readTraceJson, traceToJson } from '../../parse/trace-json';

/*
 * [Note: The lines of a backup]
 *
 * One JSON object a line, and each has one field that says what it is:
 *   {"entry": {…}, "trace": {…} or null}   an entry with its trace, in any order of time
 *   {"settings": {…}}                      at most once
 *   {"end": {…}}                           last: how many of each there are, and of which days
 * What the objects hold is the domain's own format, which carries a version of its own. It does not depend on how the
 * database is laid out, so that any later version of the app, or another program, can read it.
 */

export interface EntryRecord {
  readonly entry: Entry;
  readonly trace: Trace | null;
}

/** What a backup holds of a journal. */
export type BackupRecord = EntryRecord | { readonly settings: Settings };

/** The last line: what a reader must have seen by then. */
export interface Tally {
  readonly entries: number;
  readonly traces: number;
  /** 0 or 1. */
  readonly settings: number;
  /** Entries of the journal that could not be read and so are not in the backup. */
  readonly unreadable: number;
  /** `YYYY-MM-DD`, or null where there is no entry. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** A line that is sound JSON but nothing this app can read, such as an entry of a newer format. */
export interface UnknownRecord {
  readonly problem: string;
}

export type Line = BackupRecord | { readonly end: Tally } | UnknownRecord;

export const lineOf = (record: BackupRecord): string =>
  JSON.stringify('entry' in record ? { ...record, trace: record.trace && traceToJson(record.trace) } : record);

export const endLine = (end: Tally): string => JSON.stringify({ end });

const readDay: Reader<string> = (value) => {
  if (!/^\d{4}-\d\d-\d\d$/.test(text(value))) throw new ParseProblem('a day');
  return value as string;
};

const readTally: Reader<Tally> = object<Tally>({
  entries: wholeNumber(0),
  traces: wholeNumber(0),
  settings: wholeNumber(0, 1),
  unreadable: wholeNumber(0),
  firstDay: nullable(readDay),
  lastDay: nullable(readDay),
});

/** Reads one line. Never throws: what it cannot make sense of it returns as such. */
export function readLine(line: string): Line {
  try {
    const fields = fieldsOf(JSON.parse(line));
    if ('end' in fields) return { end: readAt('end', readTally, fields.end) };
    if ('settings' in fields) return { settings: readAt('settings', readSettings, fields.settings) };
    const entry = readAt('entry', readEntry, fields.entry);
    const trace = readAt('trace', nullable(readTraceJson), fields.trace);
    if (trace && trace.entryId !== entry.id) throw new ParseProblem('the trace of this entry', 'trace.entryId');
    return { entry, trace };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
