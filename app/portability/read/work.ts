import { Stretch } from '../../base/stretch';
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
  const stretch = new Stretch();
  for await (const row of rows) {
    signal.throwIfAborted();
    yield row;
    count += 1;
    if (stretch.isOver) onCount(count);
    await stretch.rest();
  }
  signal.throwIfAborted();
  onCount(count);
}
