import { encodeModel } from './encode.ts';
import type { WeightStorage } from './half-weights.ts';
import { lowerModel } from './lower-model.ts';
import type { OnnxGraph } from './onnx-graph.ts';
import { originalPaths } from './originals.ts';
import type { Recipe } from './recipes.ts';
import { readTfModel } from './tfjs-model.ts';

/** The lowered graph of a recipe, from the cached original. */
export function graphOf(recipe: Recipe): OnnxGraph {
  const { json, bin } = originalPaths(recipe.original);
  return lowerModel(readTfModel(json, bin), recipe.graph);
}

/** The .onnx bytes of a recipe; `storage` overrides how the shipped file stores its weights. */
export function convertModel(recipe: Recipe, storage: WeightStorage = recipe.storage): Uint8Array {
  return encodeModel(graphOf(recipe), storage);
}
