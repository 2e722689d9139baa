import { join } from 'node:path';
import { seeded } from '../../../app/base/seeded';
import { imagePath, readLabels } from '../states/labels';

/** The sets that the faces are taken from, as many of each. */
const SETS = ['kdef', 'tfed', 'london'] as const;
const FACES_PER_SET = 8;

/** One face of a set. */
export interface ChosenFace {
  readonly set: (typeof SETS)[number];
  readonly image: string;
  readonly expression: string;
  readonly path: string;
}

/**
 * Twenty-four faces of the sets in `folder`, each of another person, the expressions of a set in turn. Which ones follows from `seed`.
 * Throws InputError where a set is not there.
 */
export const chosenFaces = (folder: string, seed: string): readonly ChosenFace[] =>
  SETS.flatMap((set) => facesOf(join(folder, set), set, seed));

function facesOf(folder: string, set: ChosenFace['set'], seed: string): ChosenFace[] {
  const labels = readLabels(folder, ['image', 'expression', 'person']);
  const order = new Map(labels.map(({ image }) => [image, seeded(`${seed} ${set} ${image}`)()]));
  const shuffled = labels.toSorted((a, b) => order.get(a.image)! - order.get(b.image)!);
  const expressions = [...new Set(labels.map(({ expression }) => expression!))].sort();
  const people = new Set<string>();
  return Array.from({ length: FACES_PER_SET }, (_, at) => {
    const expression = expressions[at % expressions.length]!;
    const row = shuffled.find((one) => one.expression === expression && !people.has(one.person!))!;
    people.add(row.person!);
    return { set, image: row.image!, expression, path: imagePath(folder, row.image!) };
  });
}
