import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { BASELINE_ENTRY } from '../../models/convert/manifest.ts';
import { MODELS } from '../../models/convert/paths.ts';
import { RECIPES } from '../../models/convert/recipes.ts';
import { decodeBest } from './support/decode-box.ts';
import { goldenPath, splitGolden } from './support/golden.ts';
import { inputFor, PICTURES } from './support/inputs.ts';
import { relativeError, SHIPPED_BOUND } from './support/parity.ts';
import { facePicture } from './support/pictures.ts';
import { runOnnx } from './support/run-onnx.ts';

interface ManifestEntry {
  file: string;
  sha256: string;
  bytes: number;
  input: { shape: number[] };
  outputs: { name: string; shape: number[] }[];
}

const manifest: { models: Record<string, ManifestEntry> } = JSON.parse(
  readFileSync(join(MODELS, 'models.json'), 'utf8'),
);
const baseline: ManifestEntry = JSON.parse(readFileSync(BASELINE_ENTRY, 'utf8'));
const entries: Record<string, ManifestEntry> = { ...manifest.models, baseline };
const shipped = (key: string) => readFileSync(join(MODELS, key, 'model.onnx'));

test('the size and hash of every file are those of its entry', () => {
  for (const { file, sha256, bytes } of Object.values(entries)) {
    const content = readFileSync(join(MODELS, file));
    assert.equal(content.length, bytes, file);
    assert.equal(createHash('sha256').update(content).digest('hex'), sha256, file);
  }
});

for (const recipe of RECIPES) {
  test(`${recipe.key}: the committed file reproduces the stored outputs of the original`, async () => {
    for (const picture of PICTURES) {
      const actual = await runOnnx(shipped(recipe.key), inputFor(recipe, picture), recipe.input.shape);
      const expected = splitGolden(recipe, readFileSync(goldenPath(recipe, picture)));
      for (const { name, shape } of entries[recipe.key]!.outputs) {
        const error = relativeError(expected.get(name)!, actual.get(name)!.data);
        assert.deepEqual(actual.get(name)!.dims, shape);
        assert.ok(error <= SHIPPED_BOUND[recipe.key], `${picture} ${name}: ${error}`);
      }
    }
  });

  test(`${recipe.key}: two sessions give the same numbers for the same seeded input`, async () => {
    const once = () => runOnnx(shipped(recipe.key), inputFor(recipe, 'noise'), recipe.input.shape);
    assert.deepEqual(await once(), await once());
  });
}

test('iris: each eye of the batch is read on its own', async () => {
  const iris = RECIPES.find(({ key }) => key === 'iris')!;
  const input = inputFor(iris, 'noise');
  const half = input.length / 2;
  const swapped = Float32Array.from([...input.subarray(half), ...input.subarray(0, half)]);
  const points = (await runOnnx(shipped('iris'), input, iris.input.shape)).get('points')!.data;
  const other = (await runOnnx(shipped('iris'), swapped, iris.input.shape)).get('points')!.data;
  assert.deepEqual(other.subarray(0, points.length / 2), points.subarray(points.length / 2));
});

test('detector: a drawn face is found where it was drawn, on either grid', async () => {
  const places = [
    { x: 0.35, y: 0.4, radius: 0.26 },
    { x: 0.6, y: 0.55, radius: 0.3 },
    { x: 0.65, y: 0.3, radius: 0.12 },
  ];
  const grids = new Set<number>();
  for (const { x, y, radius } of places) {
    const pixels = facePicture(128, x, y, radius).data.map((value) => (value - 0.5) / 0.5);
    const outputs = await runOnnx(shipped('detector'), pixels, [1, 3, 128, 128]);
    const found = decodeBest(outputs.get('boxes')!.data, outputs.get('scores')!.data);
    grids.add(found.grid);
    assert.ok(found.score > 0.5, `score ${found.score}`);
    assert.ok(Math.abs(found.x - x) < radius / 3, `x ${found.x}, drawn at ${x}`);
    assert.ok(Math.abs(found.y - y) < radius / 3, `y ${found.y}, drawn at ${y}`);
  }
  assert.deepEqual([...grids].sort(), [16, 8], 'both grids took part');
});
