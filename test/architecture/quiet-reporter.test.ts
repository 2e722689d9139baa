import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Reporter, TestSession } from '@web/test-runner';
import { quietReporter } from '../support/quiet-reporter';

/** What is told of a file whose tests passed or not, and in which these lines were logged. */
function told(passed: boolean, logs: readonly string[]): unknown[] {
  let found: unknown[] = [];
  const inner: Reporter = {
    reportTestFileResults: ({ sessionsForTestFile }) => {
      found = sessionsForTestFile.flatMap((session) => session.logs.map(([first]) => first));
    },
  };
  const session = { passed, logs: logs.map((line) => [line]) } as unknown as TestSession;
  const args = { sessionsForTestFile: [session] } as unknown as Parameters<
    NonNullable<Reporter['reportTestFileResults']>
  >[0];
  quietReporter(inner).reportTestFileResults?.(args);
  return found;
}

test('what the app logs while its tests pass is left out, and nothing else', () => {
  assert.deepEqual(told(true, ['[reverie] Not written: journal-full', 'something else']), ['something else']);
});

test('where a test fails, every line is told', () => {
  assert.deepEqual(told(false, ['[reverie] Not written', 'else']), ['[reverie] Not written', 'else']);
});
