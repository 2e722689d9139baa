import { join } from 'node:path';
import { ROOT } from '../../../models/convert/paths.ts';
import type { Recipe } from '../../../models/convert/recipes.ts';
import type { PictureName } from './inputs.ts';

/** File of the original's outputs on one picture: little-endian float32, the outputs one after another. */
export function goldenPath(recipe: Recipe, name: PictureName): string {
  return join(ROOT, 'test', 'fixtures', 'models', `${recipe.key}-${name}.f32`);
}

/** Cuts the numbers of a golden file into the outputs of the recipe. */
export function splitGolden(recipe: Recipe, bytes: Buffer): Map<string, Float32Array> {
  let offset = 0;
  return new Map(
    recipe.graph.outputs.map(({ name, shape }) => {
      const length = shape.reduce((product, size) => product * size, 1);
      const start = offset;
      offset += 4 * length;
      return [name, Float32Array.from({ length }, (_, i) => bytes.readFloatLE(start + 4 * i))];
    }),
  );
}
