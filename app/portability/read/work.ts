import { LONGEST_STRETCH_MS } from '../../base/stretch';
import type { ImportRow } from './import-row';

export interface Work {
  readonly signal: AbortSignal;
  /** Called now and then with how many rows or entries are done. */
  readonly onCount: (count: number) => void;
}

export type Rows = AsyncIterable<ImportRow> | Iterable<ImportRow>;

/** The rows, with pauses in which the page can draw and hear Cancel. */
export async function* paced(rows: Rows, { signal, onCount }: Work): AsyncGenerator<ImportRow> {
  let count = 0;
  let sinceMs = performance.now();
  for await (const row of rows) {
    signal.throwIfAborted();
    yield row;
    count += 1;
    if (performance.now() - sinceMs < LONGEST_STRETCH_MS) continue;
    onCount(count);
    await new Promise((resume) => setTimeout(resume));
    sinceMs = performance.now();
  }
  signal.throwIfAborted();
  onCount(count);
}
