import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODELS } from './paths.ts';
import type { Recipe } from './recipes.ts';

export const MANIFEST = join(MODELS, 'models.json');

/** What models.json says of one model; other code reads names, shapes, normalisation and label order from here only. */
function entryOf(recipe: Recipe, bytes: Uint8Array) {
  return {
    id: recipe.graph.id,
    version: recipe.version,
    file: `${recipe.key}/model.onnx`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    weights: recipe.storage,
    input: recipe.input,
    ...(recipe.labels ? { labels: recipe.labels } : {}),
    outputs: recipe.graph.outputs.map(({ name, shape }) => {
      const activation = recipe.activations[name];
      return { name, shape, ...(activation ? { activation } : {}) };
    }),
    licence: recipe.licence,
    source: recipe.source,
  };
}

/** The text of models.json with the entries of these files put in; entries of models made elsewhere are kept. */
export function manifestWith(files: ReadonlyMap<Recipe, Uint8Array>): string {
  const present = existsSync(MANIFEST) ? JSON.parse(readFileSync(MANIFEST, 'utf8')) : { version: 1, models: {} };
  const models = { ...present.models };
  for (const [recipe, bytes] of files) models[recipe.key] = entryOf(recipe, bytes);
  return `${foldNumbers(JSON.stringify({ version: 1, models }, null, 2))}\n`;
}

/** Puts lists of numbers on one line: a shape is read at a glance, not down a column. */
function foldNumbers(json: string): string {
  return json.replace(/\[\s+([-\d.,\s]+?)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`);
}
