import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParseRows } from 'd3-dsv';
import { EXPRESSIONS, type ExpressionScores } from '../../../app/domain/face/expression';
import { startHarness } from '../../tools/harness';
import { InputError } from '../../tools/input-error';
import { imagePath, readLabels } from '../states/labels';
import { type GroupedPicture, type GroupFigures, groupFigures } from './group-figures';
import { landmarkError } from './landmark-error';
import type { PictureRead } from './page';

type Point = readonly [x: number, y: number];

/**
 * The pictures of the set `london` in `folder` through the app's own worker, by what the people shown said of themselves. Throws
 * InputError where the set is not there. `onProgress` is told how many pictures are done.
 */
export async function evaluateGroups(
  folder: string,
  onProgress: (done: number, of: number) => void,
): Promise<readonly GroupFigures[]> {
  const set = join(folder, 'london');
  const labels = readLabels(set, ['image', 'expression', 'person', 'sex', 'age', 'ethnicity']);
  const points = pointsByHand(join(set, 'landmarks-189.csv'));
  const inputs = new Map(labels.map(({ image }, at) => [`/input/${at}`, imagePath(set, image!)]));
  const harness = await startHarness('models/evaluate/groups', { inputs });
  try {
    const pictures: GroupedPicture[] = [];
    for (const [at, { image, expression, person, sex, age, ethnicity }] of labels.entries()) {
      const read = await harness.call<PictureRead>('readPicture', `/input/${at}`);
      const byHand = points.get(image!);
      pictures.push({
        person: person!,
        sex: sex!,
        age: Number(age),
        ethnicity: ethnicity!,
        expression: expression as GroupedPicture['expression'],
        told: read.expression && topOf(read.expression),
        error: byHand && read.expression ? landmarkError(byHand, read.points) : null,
      });
      onProgress(at + 1, labels.length);
    }
    return groupFigures(pictures);
  } finally {
    await harness.stop();
  }
}

const topOf = (scores: ExpressionScores): string => EXPRESSIONS.reduce((a, b) => (scores[b] > scores[a] ? b : a));

/** By picture. A line of the file holds a picture's name, then x and y of each point; it has no line of column names. */
function pointsByHand(path: string): ReadonlyMap<string, readonly Point[]> {
  if (!existsSync(path)) throw new InputError(`${path}: there is no such file`);
  return new Map(
    csvParseRows(readFileSync(path, 'utf8')).map(([image, ...numbers]) => [
      image!,
      Array.from(
        { length: numbers.length / 2 },
        (_, at) => [Number(numbers[2 * at]), Number(numbers[2 * at + 1])] as const,
      ),
    ]),
  );
}
