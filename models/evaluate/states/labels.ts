import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse, type DSVRowString } from 'd3-dsv';
import { InputError } from '../../tools/input-error';

/** The rows of a CSV file that has these columns. Throws InputError. */
export function readTable(path: string, columns: readonly string[], text?: string): readonly DSVRowString[] {
  if (text === undefined && !existsSync(path)) throw new InputError(`${path}: there is no such file`);
  const rows = csvParse(text ?? readFileSync(path, 'utf8'));
  for (const name of columns) {
    if (!rows.columns.includes(name)) throw new InputError(`${path}: it has no column “${name}”`);
  }
  return rows;
}

/** The labels of a folder of pictures. Throws InputError. */
export const readLabels = (folder: string, columns: readonly string[]): readonly DSVRowString[] =>
  readTable(join(folder, 'labels.csv'), columns);

export const imagePath = (folder: string, image: string): string => join(folder, 'images', image);
