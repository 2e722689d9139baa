import { readingTable, type Table } from '../../app/portability/read/table';

/** The whole table at once. */
export function readTable(text: string): Table {
  const reading = readingTable(text);
  for (;;) {
    const { done, value } = reading.next();
    if (done) return value;
  }
}
