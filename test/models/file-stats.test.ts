import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { MODELS } from '../../app/vision/runtime/models';
import { fileStats } from '../../models/convert/file-stats.ts';
import { MODELS as FOLDER } from '../../models/convert/paths.ts';

test('the baseline has the parameters and multiply-accumulates that its conversion counted', () => {
  const stats = fileStats(readFileSync(join(FOLDER, 'baseline', 'model.onnx')));
  assert.deepEqual(stats, { params: 205_127, macs: 65_768_288, nodes: 24 });
});

test('the shipped expression model keeps its size: 3.3 million parameters, 6.6 MB', () => {
  const bytes = readFileSync(join(FOLDER, MODELS.expression.file));
  assert.ok(fileStats(bytes).params <= 3_300_000);
  assert.ok(bytes.length <= 6_600_000);
});
