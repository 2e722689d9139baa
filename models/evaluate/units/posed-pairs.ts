import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvFormat, csvParse } from 'd3-dsv';

/**
 * `npx tsx models/evaluate/units/posed-pairs.ts FOLDER > PAIRS.csv`: the list that `npm run evaluate -- --units` takes, from the labels of a
 * folder with the columns `image`, `expression` and `person`: each picture with a neutral one of the same person, another one for a neutral
 * picture. A person without one is left out.
 */
const folder = process.argv[2];
if (folder === undefined) {
  console.error('Usage: npx tsx models/evaluate/units/posed-pairs.ts FOLDER > PAIRS.csv');
  process.exit(2);
}
const rows = csvParse(readFileSync(join(folder, 'labels.csv'), 'utf8'));
const path = (image: string | undefined): string => join(folder, 'images', image ?? '');
const pairs = rows.flatMap(({ image, expression, person }) => {
  const neutral = rows.find((row) => row.person === person && row.expression === 'neutral' && row.image !== image);
  return neutral ? [{ file: path(image), baseline: path(neutral.image), person, expression }] : [];
});
console.log(csvFormat(pairs));
