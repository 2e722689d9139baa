import { startHarness } from '../../../models/tools/harness';
import { machine } from '../machine';
import type { JournalTimes } from './page';
import type { RestoreTimes } from './restoring';

export const SIZES = [1_000, 10_000, 100_000] as const;

/** What `--json` writes. */
export interface JournalBench {
  readonly machine: string;
  readonly date: string;
  readonly sizes: Readonly<Record<string, JournalTimes>>;
  readonly restoring: RestoreTimes;
}

/** How many check-ins are imported, and then restored from a backup. */
const RESTORED = 5_000;

/**
 * Times of the journal by how many entries are in it, each in a page that has just been loaded, and of a restore beside an import.
 * `onSize` is given each line.
 */
export async function benchJournal(
  sizesToDo: readonly number[],
  onSize: (line: string) => void,
): Promise<JournalBench> {
  const harness = await startHarness('test/bench/journal');
  try {
    const sizes: Record<string, JournalTimes> = {};
    for (const size of sizesToDo) {
      await harness.call('fill', size);
      await harness.page.reload();
      sizes[size] = await harness.call<JournalTimes>('measure', size);
      onSize(rowOf(size, sizes[size]));
      await harness.call('drop');
    }
    const restoring = await harness.call<RestoreTimes>('restoring', RESTORED);
    onSize(restoringLine(restoring));
    return { machine: machine(), date: new Date().toISOString().slice(0, 10), sizes, restoring };
  } finally {
    await harness.stop();
  }
}

const row = (cells: readonly string[]): string => cells.map((cell) => cell.padStart(10)).join('');

export const HEAD = row(['entries', 'open', 'save', 'search', 'longest', 'export']);

const rowOf = (size: number, { openMs, saveMs, searchMs, longestMs, exportMs }: JournalTimes): string =>
  row([
    size.toLocaleString('en'),
    ...[openMs, saveMs, searchMs, longestMs, exportMs].map((ms) => `${ms.toFixed(ms < 10 ? 1 : 0)} ms`),
  ]);

const restoringLine = ({ importMs, restoreMs }: RestoreTimes): string =>
  `${RESTORED.toLocaleString('en')} check-ins: imported in ${Math.round(importMs)} ms, restored in ${Math.round(restoreMs)} ms: ${(restoreMs / importMs).toFixed(2)} times`;
