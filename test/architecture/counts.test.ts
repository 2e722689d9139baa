import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseCounts } from '../support/counts';

test('the closing lines of each runner are added up as they say', () => {
  const tap = '# tests 5\n# pass 3\n# fail 1\n# cancelled 0\n# skipped 1\n';
  assert.deepEqual(parseCounts('node', tap, 1), { passed: 3, failed: 1, skipped: 1 });
  const wtr =
    '1/2 test files | 1 passed, 0 failed\n\nRunning\n\n2/2 test files | 40 passed, 2 failed, 3 skipped\n\nDone\n';
  assert.deepEqual(parseCounts('wtr', wtr, 1), { passed: 40, failed: 2, skipped: 3 });
  assert.deepEqual(parseCounts('exit', '', 0), { passed: 1, failed: 0, skipped: 0 });
});

test('of two browsers the closing lines of both are added up, also where one was done long before', () => {
  const under =
    'C: |█| 1/1 test files | 7 passed, 1 failed, 2 skipped\nC: |█ | 1/2 test files | 3 passed, 0 failed\n\nRunning\n';
  const done =
    'C: |█| 1/1 test files | 7 passed, 1 failed, 2 skipped\nC: |██| 2/2 test files | 40 passed, 3 failed\n\nDone\n';
  assert.deepEqual(parseCounts('wtr', `${under}\nlog\n${done}`, 1), { passed: 47, failed: 4, skipped: 2 });
  assert.deepEqual(parseCounts('wtr', done, 1), { passed: 47, failed: 4, skipped: 2 });
});

test('a runner that crashes is a failure even when it names none', () => {
  assert.equal(parseCounts('node', '', 1).failed, 1);
  assert.equal(parseCounts('wtr', '2/2 test files | 40 passed, 0 failed\n', 1).failed, 1);
});
