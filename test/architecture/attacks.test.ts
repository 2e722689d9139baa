import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ATTACKS } from '../attacks/attacks';

test('docs/attacks.md lists every attack as it is done', () => {
  const rows = readFileSync('docs/attacks.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  assert.deepEqual(
    rows,
    ATTACKS.map(({ name, does, holds, runs }) => `| \`${name}\` | ${does} | ${holds} | ${runs.toLocaleString('en')} |`),
  );
});
