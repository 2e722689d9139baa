import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { makeVectors } from './make-vectors';

const FILE = 'test/fixtures/vault/vectors.json';

test('the vectors the app is tested against are what Node’s own crypto makes of the documented formats', () => {
  const vectors = makeVectors();
  if (process.env.WRITE_VECTORS) writeFileSync(FILE, `${JSON.stringify(vectors, null, 1)}\n`);
  assert.deepEqual(JSON.parse(readFileSync(FILE, 'utf8')), vectors);
});
