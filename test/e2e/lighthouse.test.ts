import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../../models/tools/chromium';
import { startServer } from '../../models/tools/serve';

/** The bars of the first view, as Lighthouse scores them for a mid-range phone on a slow network. */
const BARS = { performance: 0.95, accessibility: 1, 'best-practices': 1 } as const;
type Category = keyof typeof BARS;
/** Performance is simulated from measured times: on a busy machine a run may be unlucky, so the best of these counts. */
const RUNS = 5;
const DEBUG_PORT = 9333;

/** Lighthouse's slowdown of the processor makes a mid-range phone of a fast desktop, of this `benchmarkIndex`. */
const USUAL_SLOWDOWN = 4;
const FAST_DESKTOP = 1750;

interface Run {
  readonly scores: Readonly<Record<Category, number>>;
  /** How fast Lighthouse found this machine. */
  readonly benchmarkIndex: number;
}

/** Lighthouse's word for a trace in which the browser left out the start of the page load: it says nothing of the page. */
const TRACE_LOST = 'NO_NAVSTART';

/** One first visit: each run has a browser of its own, since Lighthouse leaves the journal of the run before where it is. */
async function run(url: string, slowdown: number): Promise<Run | null> {
  const args = [...CHROMIUM_ARGS, `--remote-debugging-port=${DEBUG_PORT}`];
  const browser = await chromium.launch({ executablePath: chromiumPath(), args });
  try {
    return await measure(url, slowdown);
  } finally {
    await browser.close();
  }
}

/** What Lighthouse found, or null where the trace of this run was lost. */
async function measure(url: string, slowdown: number): Promise<Run | null> {
  const flags = { port: DEBUG_PORT, onlyCategories: Object.keys(BARS), logLevel: 'error' as const };
  const throttling = { rttMs: 150, throughputKbps: 1638.4, cpuSlowdownMultiplier: slowdown };
  const result = await lighthouse(url, flags, { extends: 'lighthouse:default', settings: { throttling } });
  if (result?.lhr.runtimeError?.code === TRACE_LOST) return null;
  assert.ok(result && !result.lhr.runtimeError, result?.lhr.runtimeError?.message ?? 'no result');
  const { categories, environment } = result.lhr;
  const score = (name: Category): number => categories[name]?.score ?? 0;
  return {
    scores: {
      performance: score('performance'),
      accessibility: score('accessibility'),
      'best-practices': score('best-practices'),
    },
    benchmarkIndex: environment.benchmarkIndex,
  };
}

/**
 * The best scores of up to `RUNS` runs. The first has the usual slowdown; the others have one calibrated to this machine, as
 * Lighthouse's documentation advises (on throttling, "Calibrating the CPU slowdown"), so that a slow test machine does not
 * stand for a phone that nobody has. The fastest it was ever found decides, and it is never less than 2.
 */
async function best(t: TestContext): Promise<Record<Category, number>> {
  const server = await startServer();
  t.after(() => server.stop());
  const found = { performance: 0, accessibility: 0, 'best-practices': 0 };
  let [slowdown, fastest] = [USUAL_SLOWDOWN, 0];
  for (let count = 1; count <= RUNS && found.performance < BARS.performance; count++) {
    const result = await run(server.url, slowdown);
    if (!result) {
      t.diagnostic(`run ${count}: the trace was lost`);
      continue;
    }
    const { scores, benchmarkIndex } = result;
    for (const name of Object.keys(found) as Category[]) found[name] = Math.max(found[name], scores[name]);
    t.diagnostic(
      `run ${count}: slowdown ${slowdown.toFixed(1)}, benchmark ${benchmarkIndex}, ${JSON.stringify(scores)}`,
    );
    fastest = Math.max(fastest, benchmarkIndex);
    slowdown = Math.min(USUAL_SLOWDOWN, Math.max(2, (USUAL_SLOWDOWN * fastest) / FAST_DESKTOP));
  }
  return found;
}

test('the first view meets the bars of Lighthouse', { timeout: 300_000 }, async (t) => {
  const found = await best(t);
  for (const name of Object.keys(BARS) as Category[]) {
    assert.ok(found[name] >= BARS[name], `${name}: ${found[name]}, at least ${BARS[name]} is asked`);
  }
});
