import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { convertModel } from '../../models/convert/convert-model.ts';
import { ConvertError } from '../../models/convert/errors.ts';
import { fetchOriginals } from '../../models/convert/originals.ts';
import { MODELS } from '../../models/convert/paths.ts';
import { RECIPES, type Recipe } from '../../models/convert/recipes.ts';
import { inputFor, PICTURES, type PictureName } from './support/inputs.ts';
import { FP32_BOUND, relativeError, SHIPPED_BOUND } from './support/parity.ts';
import { runOnnx } from './support/run-onnx.ts';
import { runOriginal } from './support/run-original.ts';

/** Why the originals cannot be had here, or false when they are in the cache. */
function whyNoOriginals(): string | false {
  try {
    fetchOriginals();
    return false;
  } catch (error) {
    if (!(error instanceof ConvertError)) throw error;
    return error.message;
  }
}

const expectations = new Map<string, ReturnType<typeof runOriginal>>();

/** The original's outputs on a picture, computed once: its plain JavaScript backend takes about a second a run. */
function expectedOf(recipe: Recipe, picture: PictureName): ReturnType<typeof runOriginal> {
  const key = `${recipe.key} ${picture}`;
  const known = expectations.get(key) ?? runOriginal(recipe, inputFor(recipe, picture));
  expectations.set(key, known);
  return known;
}

async function assertParity(recipe: Recipe, model: Uint8Array, bound: number, log: (line: string) => void) {
  for (const picture of PICTURES) {
    const input = inputFor(recipe, picture);
    const expected = await expectedOf(recipe, picture);
    const actual = await runOnnx(model, input, recipe.input.shape);
    for (const { name, shape } of recipe.graph.outputs) {
      const error = relativeError(expected.get(name)!, actual.get(name)!.data);
      assert.deepEqual(actual.get(name)!.dims, shape);
      log(`${recipe.key} ${picture} ${name}: ${error.toExponential(1)} of the range`);
      assert.ok(error <= bound, `${recipe.key} ${picture} ${name}: ${error} > ${bound}`);
    }
  }
}

const skip = whyNoOriginals();

for (const recipe of RECIPES) {
  test(`${recipe.key}: converted in float32 it computes what the original computes`, { skip }, async (t) => {
    await assertParity(recipe, convertModel(recipe, 'fp32'), FP32_BOUND, (line) => t.diagnostic(line));
  });

  test(`${recipe.key}: the committed file stays within its bound of the original`, { skip }, async (t) => {
    const shipped = readFileSync(join(MODELS, recipe.key, 'model.onnx'));
    await assertParity(recipe, shipped, SHIPPED_BOUND[recipe.key], (line) => t.diagnostic(line));
  });

  test(`${recipe.key}: the recipe makes the committed file, byte for byte`, { skip }, () => {
    assert.ok(readFileSync(join(MODELS, recipe.key, 'model.onnx')).equals(convertModel(recipe)));
  });
}
