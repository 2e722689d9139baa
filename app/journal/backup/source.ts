import type { Entry } from '../../domain/entry';
import type { Trace } from '../../domain/trace';
import type { Journal } from '../journal';
import type { BackupRecord } from './lines';

/** What a backup is made of: a journal, or another backup. */
export interface BackupSource {
  records(): AsyncGenerator<BackupRecord, void>;
  /** Once `records` has ended: how many entries were there and could not be read. */
  readonly unreadable: number;
}

/** Entries read at once. */
const PAGE = 200;

/** Everything in `journal`, the newest entry first, a page at a time, and each trace only when its turn comes. */
export class JournalSource implements BackupSource {
  unreadable = 0;

  constructor(private readonly journal: Journal) {}

  async *records(): AsyncGenerator<BackupRecord, void> {
    const broken = new Set<string>();
    yield { settings: await this.journal.settings() };
    for await (const entry of this.entries(broken)) yield { entry, trace: await this.traceOf(entry, broken) };
    this.unreadable = broken.size;
  }

  /** A trace that cannot be read is counted, and its entry is kept without it. */
  private async traceOf(entry: Entry, broken: Set<string>): Promise<Trace | null> {
    if (entry.kind !== 'recall' || !entry.hasTrace) return null;
    try {
      return await this.journal.trace(entry.id);
    } catch {
      broken.add(entry.id);
      return null;
    }
  }

  /** Pages by time, from the newest; entries that began in the same millisecond may fall on two pages. */
  private async *entries(broken: Set<string>): AsyncGenerator<Entry, void> {
    let toMs: number | undefined;
    let atEdge = new Set<string>();
    for (let limit = PAGE; ; ) {
      const { entries, unreadable } = await this.journal.list({ toMs, limit });
      for (const { id } of unreadable) broken.add(id);
      const fresh = entries.filter(({ id }) => !atEdge.has(id));
      yield* fresh;
      if (entries.length + unreadable.length < limit) return;
      const oldestMs = entries.at(-1)?.startedAt.epochMs;
      if (oldestMs === undefined || (fresh.length === 0 && toMs === oldestMs + 1)) limit *= 2;
      else limit = PAGE;
      if (oldestMs === undefined) continue;
      if (toMs !== oldestMs + 1) atEdge = new Set();
      toMs = oldestMs + 1;
      for (const { id, startedAt } of entries) if (startedAt.epochMs === oldestMs) atEdge.add(id);
    }
  }
}
