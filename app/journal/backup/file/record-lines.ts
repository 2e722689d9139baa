import type { Entry } from '../../../domain/entry/entry';
import type { Trace } from '../../../domain/face/trace';
import type { Settings } from '../../../domain/settings/settings';
import { readEntry } from '../../parse/entry';
import { parseJson } from '../../parse/parse-json';
import { fieldsOf, nullable, object, ParseProblem, type Reader, readAt, text, wholeNumber } from '../../parse/reader';
import { readSettings } from '../../parse/settings';
import { readTraceJson, traceToJson } from '../../parse/trace-json';

/*
 * [Note: The lines of a backup]
 *
 * Each line is a JSON object, and one of its fields says what it is:
 *   {"entry": {…}, "trace": {…} or null}   an entry with its trace, in any order of time
 *   {"settings": {…}}                      at most once
 *   {"end": {…}}                           the last line: how many there are of each, and from which days
 * Entries, traces and settings are in the domain's own formats, which have versions of their own. They do not depend on the layout
 * of the database, so that a later version of the app, or another program, can read them.
 */

export interface EntryRecord {
  readonly entry: Entry;
  readonly trace: Trace | null;
}

/** What a backup holds of a journal. */
export type BackupRecord = EntryRecord | { readonly settings: Settings };

/** The last line: what the lines before it come to. */
export interface Tally {
  readonly entries: number;
  readonly traces: number;
  /** 0 or 1. */
  readonly settings: number;
  /** Entries of the journal that are not in the backup, because they could not be read. */
  readonly unreadable: number;
  /** `YYYY-MM-DD`; null if there is no entry. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
}

/** A line that this app cannot read, such as an entry of a newer format. */
export interface UnknownRecord {
  readonly problem: string;
}

/**
 * The longest line, in characters. Ours have 2 million at most: three minutes of a trace. An entry that came from elsewhere and is
 * longer is not in a backup, which then says so.
 */
export const LINE_LIMIT = 16 * 1024 * 1024;

/** The longest id that is read, in characters. Ours have 36. */
export const LONGEST_ID = 10_000;

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

/** Reads one line. Never throws: a line that it cannot read is an `UnknownRecord`. */
export function readLine(line: string): Line {
  try {
    const fields = fieldsOf(parseJson(line));
    if ('end' in fields) return { end: readAt('end', readTally, fields.end) };
    if ('settings' in fields) return { settings: readAt('settings', readSettings, fields.settings) };
    const entry = readAt('entry', readEntry, fields.entry);
    if (entry.id.length > LONGEST_ID) throw new ParseProblem(`at most ${LONGEST_ID} characters`, 'entry.id');
    const trace = readAt('trace', nullable(readTraceJson), fields.trace);
    if (trace && trace.entryId !== entry.id) throw new ParseProblem('the trace of this entry', 'trace.entryId');
    return { entry, trace };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}
