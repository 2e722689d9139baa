import { dayOf } from '../../../domain/moment/moment';
import type { BackupRecord, Tally } from './record-lines';

/** Counts the records that are written into a backup or read from one. */
export class Tallying {
  #counts = { entries: 0, traces: 0, settings: 0 };
  /** The first and the last day; empty before the first entry. */
  #days: readonly string[] = [];

  add(record: BackupRecord): void {
    if ('settings' in record) {
      this.#counts.settings += 1;
      return;
    }
    this.#counts.entries += 1;
    if (record.trace) this.#counts.traces += 1;
    const sorted = [...this.#days, dayOf(record.entry.startedAt)].sort();
    this.#days = [sorted[0]!, sorted.at(-1)!];
  }

  tally(unreadable: number): Tally {
    const [firstDay = null, lastDay = null] = this.#days;
    return { ...this.#counts, unreadable, firstDay, lastDay };
  }
}
