import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CRAFTED_FILES, endure } from './crafted-files';

/*
 * Files that ask for hours of work or gigabytes of memory. These are a few; all of them, and within which time, by
 * `npm run attack -- crafted-files`.
 */
const FEW = [
  'costs of 1 GiB',
  '110 wraps',
  'the highest costs, six times',
  'lists 15 million deep',
  '90 million commas',
];
/** Generous, because other tests run beside this one; without a bound these take minutes. */
const SOON_MS = 8_000;

for (const file of CRAFTED_FILES.filter(({ name }) => FEW.includes(name))) {
  test(`${file.where}, ${file.name}: ${file.isAllowed ? 'can be cancelled' : 'is refused'}`, async () => {
    const { end, tookMs } = await endure(file, { patienceMs: file.isAllowed ? undefined : SOON_MS });
    assert.equal(end, file.isAllowed ? 'cancelled' : 'refused');
    assert.ok(tookMs < SOON_MS, `${end} after ${tookMs} ms`);
  });
}
