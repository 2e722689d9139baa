import { existsSync, readFileSync } from 'node:fs';
import type { Trace } from '../../../app/domain/face/trace';
import { ParseProblem } from '../../../app/journal/parse/reader';
import { readTraceJson } from '../../../app/journal/parse/trace-json';

/**
 * The traces of a file: one trace as the app exports it, or the app's whole export, of which every entry with a trace counts. Throws Error
 * with one line that says what is wrong.
 */
export function readTraces(path: string): readonly Trace[] {
  if (!existsSync(path)) throw new Error(`${path}: there is no such file`);
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error(`${path}: this is not JSON`);
  }
  const traces = tracesIn(value).map((trace, at) => {
    try {
      return readTraceJson(trace);
    } catch (error) {
      if (!(error instanceof ParseProblem)) throw error;
      throw new Error(`${path}: trace ${at + 1} cannot be read (${error.message})`);
    }
  });
  if (traces.length === 0) throw new Error(`${path}: there is no trace in it`);
  return traces;
}

function tracesIn(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('entries' in value && Array.isArray(value.entries)) return value.entries.flatMap(tracesIn);
  if ('trace' in value) return value.trace === null ? [] : [value.trace];
  return 'segments' in value ? [value] : [];
}
