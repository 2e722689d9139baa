import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODELS } from './paths.ts';
import type { Recipe } from './recipes.ts';

export const MANIFEST = join(MODELS, 'models.json');
/** The entry of the baseline, beside its file: models.json lists what ships with the app, and the baseline does not. */
export const BASELINE_ENTRY = join(MODELS, 'baseline', 'model.json');

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

/** Texts of models.json and of the baseline's entry, by path; entries of models made elsewhere are kept. */
export function manifestsWith(files: ReadonlyMap<Recipe, Uint8Array>): Map<string, string> {
  const present = existsSync(MANIFEST) ? JSON.parse(readFileSync(MANIFEST, 'utf8')) : { version: 1, models: {} };
  const models = { ...present.models };
  const texts = new Map<string, string>();
  for (const [recipe, bytes] of files) {
    if (recipe.key === 'baseline') texts.set(BASELINE_ENTRY, textOf(entryOf(recipe, bytes)));
    else models[recipe.key] = entryOf(recipe, bytes);
  }
  return texts.set(MANIFEST, textOf({ version: 1, models }));
}

/** JSON with lists of numbers on one line: a shape is read at a glance, not down a column. */
export const textOf = (content: object): string =>
  `${JSON.stringify(content, null, 2).replace(/\[\s+([-\d.,\s]+?)\s+\]/g, (_, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
