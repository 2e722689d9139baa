/** How many tests a runner ran, by outcome. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const noCounts = (): Counts => ({ passed: 0, failed: 0, skipped: 0 });

export const sum = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
});

/**
 * The counts in a runner's output. A runner that exits with an error but names no failed test (it crashed, or a file did
 * not load) counts as one failure, so that a broken runner is never mistaken for one without tests.
 */
export function parseCounts(kind: 'exit' | 'node' | 'wtr', output: string, exitCode: number): Counts {
  const found = kind === 'exit' ? exitCounts(exitCode) : kind === 'node' ? nodeCounts(output) : wtrCounts(output);
  return exitCode !== 0 && found.failed === 0 ? { ...found, failed: 1 } : found;
}

const exitCounts = (exitCode: number): Counts => ({
  ...noCounts(),
  ...(exitCode === 0 ? { passed: 1 } : { failed: 1 }),
});

/** Node's TAP reporter ends with `# pass N`, `# fail N`, `# cancelled N`, `# skipped N`. */
const nodeCounts = (output: string): Counts => ({
  passed: lastNumber(output, /^# pass (\d+)$/gm),
  failed: lastNumber(output, /^# fail (\d+)$/gm) + lastNumber(output, /^# cancelled (\d+)$/gm),
  skipped: lastNumber(output, /^# skipped (\d+)$/gm),
});

/**
 * The closing progress of @web/test-runner: one line a browser, without a line between them, such as
 * `Chrome: |████| 10/10 test files | 42 passed, 0 failed, 1 skipped`.
 */
function wtrCounts(output: string): Counts {
  const lines = output.split('\n');
  const isProgress = (line = ''): boolean => /test files \|/.test(line);
  const end = lines.findLastIndex(isProgress) + 1;
  const closing = lines.slice(lines.findLastIndex((line, at) => at < end && !isProgress(line)) + 1, end);
  return closing.map(progressCounts).reduce(sum, noCounts());
}

const progressCounts = (line: string): Counts => ({
  passed: lastNumber(line, /\b(\d+) passed/g),
  failed: lastNumber(line, /\b(\d+) failed/g),
  skipped: lastNumber(line, /\b(\d+) skipped/g),
});

const lastNumber = (text: string, pattern: RegExp): number => Number([...text.matchAll(pattern)].at(-1)?.[1] ?? 0);
