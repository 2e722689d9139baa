import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { freshBuild } from '../../../models/tools/build';
import { readBars } from './bars';
import { measured, told } from './figures';
import { walkJourneys } from './journeys';
import type { Journeys } from './walks';

const bars = readBars();
let journeys: Journeys;

before(async () => {
  journeys = await walkJourneys(await freshBuild());
});

test('docs/budgets.md has a bar for every journey that is walked, and each of its journeys is', () => {
  assert.deepEqual([...new Set(bars.map(({ journey }) => journey))].sort(), [...journeys.keys()].sort());
});

for (const bar of bars) {
  const { journey, counted, most } = bar;
  test(`${journey}: ${counted} within ${told(counted, most)}`, () => {
    const amount = measured(journeys, bar) ?? Number.NaN;
    assert.ok(amount > 0 && amount <= most, `${told(counted, amount)}; what it was: npm run size -- --files`);
  });
}

test('a row that can’t be read is refused', () => {
  const table = (row: string) => `| journey | what | counted | bar |\n|---|---|---|---|\n${row}\n`;
  assert.deepEqual(readBars(table('| entry | from there to here | everything | 62 kB |')), [
    { journey: 'entry', counted: 'everything', most: 62_000 },
  ]);
  for (const row of [
    '| entry | x | all | 62 kB |',
    '| entry | x | everything | 62 |',
    '| entry | x | requests | 6 kB |',
  ])
    assert.throws(() => readBars(table(row)), /docs\/budgets.md/);
  assert.throws(() => readBars('no table'), /no table/);
});
