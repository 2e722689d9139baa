/** Writes test/fixtures/models from the originals in TensorFlow.js: `npx tsx test/models/support/make-golden.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fetchOriginals } from '../../../models/convert/originals.ts';
import { RECIPES } from '../../../models/convert/recipes.ts';
import { goldenPath } from './golden.ts';
import { inputFor, PICTURES } from './inputs.ts';
import { runOriginal } from './run-original.ts';

fetchOriginals();
for (const recipe of RECIPES) {
  for (const picture of PICTURES) {
    const outputs = await runOriginal(recipe, inputFor(recipe, picture));
    const values = [...outputs.values()].flatMap((output) => [...output]);
    const bytes = Buffer.alloc(4 * values.length);
    values.forEach((value, i) => {
      bytes.writeFloatLE(value, 4 * i);
    });
    mkdirSync(dirname(goldenPath(recipe, picture)), { recursive: true });
    writeFileSync(goldenPath(recipe, picture), bytes);
  }
}
