import type { Recipe } from '../../../models/convert/recipes.ts';
import { facePicture, noisePicture, type Picture } from './pictures.ts';

/** Names of the fixed pictures every model is tried on. */
export const PICTURES = ['noise', 'face'] as const;
export type PictureName = (typeof PICTURES)[number];

/** A model's input, NCHW, normalised as models.json says. */
export function inputFor(recipe: Recipe, name: PictureName): Float32Array {
  const [batch = 1, , size = 0] = recipe.input.shape;
  const planes = Array.from({ length: batch }, (_, i) => normalise(recipe, picture(recipe, name, size, i)));
  const input = new Float32Array(planes.reduce((sum, plane) => sum + plane.length, 0));
  for (const [i, plane] of planes.entries()) input.set(plane, i * plane.length);
  return input;
}

/** Every item of a batch differs, so that items mixed up show. The iris model sees one eye of the face, close up. */
function picture(recipe: Recipe, name: PictureName, size: number, item: number): Picture {
  if (name === 'noise') return noisePicture(size, 7 + item);
  if (recipe.key === 'iris') return facePicture(size, 1.05 - 0.05 * item, 0.8, 1.4);
  return facePicture(size, 0.5, 0.5, recipe.key === 'baseline' ? 0.42 : 0.3);
}

function normalise({ input }: Recipe, { size, data }: Picture): Float32Array {
  const cells = size * size;
  const channels = data.map((value, i) => {
    const c = Math.floor(i / cells);
    return (value - input.mean[c]!) / input.std[c]!;
  });
  if (input.color === 'rgb') return channels;
  return Float32Array.from({ length: cells }, (_, i) =>
    input.luma.reduce((sum, weight, c) => sum + weight * channels[c * cells + i]!, 0),
  );
}
