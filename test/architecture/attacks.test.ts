import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ATTACKS } from '../attacks/attacks';

test('docs/attacks.md lists every attack as it is done', () => {
  const rows = readFileSync('docs/attacks.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const last = / (\d{4}-\d\d-\d\d: [\d,]+ held\b.*) \|$/;
  for (const row of rows) assert.match(row, last, 'the day of its last run, how often it was done, and that it held');
  assert.deepEqual(
    rows.map((row) => row.replace(last, '')),
    ATTACKS.map(({ name, does, holds, runs }) => `| \`${name}\` | ${does} | ${holds} | ${runs.toLocaleString('en')} |`),
  );
});
