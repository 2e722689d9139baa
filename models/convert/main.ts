import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { convertModel, graphOf } from './convert-model.ts';
import { ConvertError } from './errors.ts';
import { manifestsWith } from './manifest.ts';
import { readOptions, USAGE } from './options.ts';
import { fetchOriginals } from './originals.ts';
import { MODELS, ROOT } from './paths.ts';
import { RECIPES } from './recipes.ts';
import { statsOf } from './stats.ts';

/** Every file the recipes make, by path. */
function makeFiles(): Map<string, Uint8Array> {
  const models = new Map(RECIPES.map((recipe) => [recipe, convertModel(recipe)]));
  const files = [...models].map(([recipe, bytes]): [string, Uint8Array] => [
    join(MODELS, recipe.key, 'model.onnx'),
    bytes,
  ]);
  const texts = [...manifestsWith(models)].map(([path, text]): [string, Uint8Array] => [path, Buffer.from(text)]);
  return new Map([...files, ...texts]);
}

function write(): void {
  for (const [path, bytes] of makeFiles()) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    console.log(`${relative(ROOT, path)}: ${bytes.length} bytes`);
  }
}

function check(): void {
  const stale = [...makeFiles()].filter(([path, bytes]) => !existsSync(path) || !readFileSync(path).equals(bytes));
  const names = stale.map(([path]) => relative(ROOT, path));
  if (names.length > 0) throw new ConvertError(`not what the recipes make: ${names.join(', ')}`);
  console.log('committed files equal what the recipes make');
}

function stats(): void {
  const rows = RECIPES.map((recipe) => ({
    model: recipe.key,
    bytes: convertModel(recipe).length,
    ...statsOf(graphOf(recipe)),
  }));
  console.table(rows);
}

function main(): void {
  const { task, tarball } = readOptions(process.argv.slice(2));
  if (task === 'help') {
    console.log(USAGE);
    return;
  }
  fetchOriginals(tarball);
  ({ write, check, stats })[task]();
}

try {
  main();
} catch (error) {
  if (!(error instanceof ConvertError)) throw error;
  console.error(`convert: ${error.message}`);
  process.exitCode = 2;
}
