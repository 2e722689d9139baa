import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvFormat, csvParse } from 'd3-dsv';

/**
 * `npx tsx models/evaluate/units/ckplus-pairs.ts FOLDER > PAIRS.csv`: the list that `npm run evaluate -- --units` takes, from the labels of a
 * folder in the form of CK+: each apex with the first frame of its sequence, and the units coded on it.
 */
const folder = process.argv[2];
if (folder === undefined) {
  console.error('Usage: npx tsx models/evaluate/units/ckplus-pairs.ts FOLDER > PAIRS.csv');
  process.exit(2);
}
const rows = csvParse(readFileSync(join(folder, 'labels.csv'), 'utf8'));
const units = rows.columns.filter((name) => /^AU\d+$/.test(name));
const image = (name: string | undefined): string => join(folder, 'images', name ?? '');
const pairs = rows
  .filter((row) => row.AU1 !== '')
  .flatMap((apex) => {
    const first = rows.find((row) => row.sequence === apex.sequence && row.AU1 === '');
    const coded = Object.fromEntries(units.map((unit) => [unit, apex[unit]]));
    return first ? [{ file: image(apex.image), baseline: image(first.image), person: apex.person, ...coded }] : [];
  });
console.log(csvFormat(pairs));
