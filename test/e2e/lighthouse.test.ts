import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, chromiumPath } from '../support/chromium';
import { startServer } from '../support/serve';

/** The bars of the first view, as Lighthouse scores them for a mid-range phone on a slow network (its defaults). */
const BARS = { performance: 0.95, accessibility: 1, 'best-practices': 1 } as const;
/** Performance is a simulation on measured times: on a busy machine a run may be unlucky, so the best of these counts. */
const RUNS = 8;
const DEBUG_PORT = 9333;

async function scores(t: TestContext): Promise<Record<keyof typeof BARS, number>> {
  const server = await startServer();
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [...CHROMIUM_ARGS, `--remote-debugging-port=${DEBUG_PORT}`],
  });
  t.after(async () => {
    await browser.close();
    await server.stop();
  });
  const best = { performance: 0, accessibility: 0, 'best-practices': 0 };
  for (let run = 0; run < RUNS && best.performance < BARS.performance; run++) {
    const result = await lighthouse(server.url, {
      port: DEBUG_PORT,
      onlyCategories: Object.keys(BARS),
      logLevel: 'error',
    });
    for (const name of Object.keys(best) as (keyof typeof best)[]) {
      best[name] = Math.max(best[name], result?.lhr.categories[name]?.score ?? 0);
    }
    t.diagnostic(
      `run ${run + 1}: ${JSON.stringify(best)}, ${Object.values(result?.lhr.audits ?? {})
        .filter(({ score, scoreDisplayMode }) => score !== null && score < 0.9 && scoreDisplayMode !== 'informative')
        .map(({ id, displayValue }) => `${id} ${displayValue ?? ''}`)
        .join('; ')}`,
    );
  }
  return best;
}

test('the first view meets the bars of Lighthouse', { timeout: 300_000 }, async (t) => {
  const found = await scores(t);
  for (const name of Object.keys(BARS) as (keyof typeof BARS)[]) {
    assert.ok(found[name] >= BARS[name], `${name}: ${found[name]}, the bar is ${BARS[name]}`);
  }
});
