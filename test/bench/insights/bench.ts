import { startHarness } from '../../../models/tools/harness';
import { machine } from '../machine';
import type { InsightsTimes } from './page';

/** What `--json` writes. */
export interface InsightsBench {
  readonly machine: string;
  readonly date: string;
  readonly sizes: Readonly<Record<string, InsightsTimes>>;
}

/**
 * Times of insights by how many entries are in the journal, each in a page that has just been loaded, so that the worker's scripts
 * are fetched and started within them; each is the least of `runs`, because other programs only add to it. `onSize` is given each line.
 */
export async function benchInsights(
  sizesToDo: readonly number[],
  runs: number,
  onSize: (line: string) => void,
): Promise<InsightsBench> {
  const harness = await startHarness('test/bench/insights');
  try {
    const sizes: Record<string, InsightsTimes> = {};
    for (const size of sizesToDo) {
      await harness.call('fill', size);
      const measured: InsightsTimes[] = [];
      for (let run = 0; run < runs; run++) {
        await harness.page.reload();
        measured.push(await harness.call<InsightsTimes>('measure'));
      }
      sizes[size] = leastOf(measured);
      onSize(rowOf(size, sizes[size]));
      await harness.call('drop');
    }
    return { machine: machine(), date: new Date().toISOString().slice(0, 10), sizes };
  } finally {
    await harness.stop();
  }
}

function leastOf(measured: readonly InsightsTimes[]): InsightsTimes {
  const least = (of: (times: InsightsTimes) => number) => Math.min(...measured.map(of));
  const names = Object.keys(measured[0]!.chapterMs);
  return {
    firstChartMs: least(({ firstChartMs }) => firstChartMs),
    rangeMs: least(({ rangeMs }) => rangeMs),
    allMs: least(({ allMs }) => allMs),
    chapterMs: Object.fromEntries(names.map((name) => [name, least(({ chapterMs }) => chapterMs[name]!)])),
  };
}

const row = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(12)).join('');

export const HEAD = row(['entries', 'first chart', 'range', 'all', 'longest']);

function rowOf(size: number, { firstChartMs, rangeMs, allMs, chapterMs }: InsightsTimes): string {
  const [name, ms] = Object.entries(chapterMs).sort(([, a], [, b]) => b - a)[0]!;
  const times = [firstChartMs, rangeMs, allMs].map((each) => `${each.toFixed(0)} ms`);
  return `${row([size.toLocaleString('en'), ...times])}   ${name} ${ms.toFixed(0)} ms`;
}
