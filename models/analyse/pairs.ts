import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { csvParse } from 'd3-dsv';

export interface Pair {
  readonly file: string;
  /** Whose face is the person's neutral one. */
  readonly baseline: string;
}

/**
 * Reads a list of pairs: CSV with the columns `file` and `baseline`. A path that is not absolute is looked for where the command runs, then
 * beside the list. Throws Error with one line that says what is wrong.
 */
export function readPairs(listPath: string): readonly Pair[] {
  if (!existsSync(listPath)) throw new Error(`${listPath}: there is no such file`);
  const rows = csvParse(readFileSync(listPath, 'utf8').replace(/^\ufeff/, ''));
  for (const name of ['file', 'baseline']) {
    if (!rows.columns.includes(name)) throw new Error(`${listPath}: it has no column “${name}”`);
  }
  if (rows.length === 0) throw new Error(`${listPath}: there is no pair in it`);
  return rows.map(({ file, baseline }, index) => {
    if (!file || !baseline) throw new Error(`${listPath}: row ${index + 2} lacks a file or its baseline`);
    return { file: found(file, listPath), baseline: found(baseline, listPath) };
  });
}

function found(path: string, listPath: string): string {
  if (isAbsolute(path) || existsSync(path)) return path;
  return join(dirname(listPath), path);
}
