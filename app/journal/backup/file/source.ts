import type { Entry } from '../../../domain/entry/entry';
import type { Trace } from '../../../domain/face/trace';
import type { Journal } from '../../journal';
import type { BackupRecord } from './lines';

/** What a backup is made of: a journal, or another backup. */
export interface BackupSource {
  records(): AsyncGenerator<BackupRecord, void>;
  /** Once `records` has ended: how many entries were there and could not be read. */
  readonly unreadable: number;
}

/** What a copy is made of: a journal, which others may write to meanwhile. */
export interface CopySource extends BackupSource {
  /** Which state of the journal this is now. See `Journal.revision`. */
  state(): Promise<string>;
}

/** Everything in `journal`, the newest entry first: each is read only when its turn comes. */
export class JournalSource implements CopySource {
  unreadable = 0;

  constructor(private readonly journal: Journal) {}

  async state(): Promise<string> {
    return (await this.journal.revision()) ?? '';
  }

  async *records(): AsyncGenerator<BackupRecord, void> {
    const { outlines, unreadable } = await this.journal.outlines();
    const broken = new Set(unreadable.map(({ id }) => id));
    const settings = await this.journal.settings().catch(() => null);
    // What was set can be set again: settings that cannot be read must not keep the entries out of a backup.
    if (settings) yield { settings };
    for (const { id } of outlines) {
      const entry = await this.journal.peek(id);
      if (entry && 'problem' in entry) broken.add(id);
      else if (entry) yield { entry, trace: await this.#traceOf(entry, broken) };
    }
    this.unreadable = broken.size;
  }

  /** A trace that cannot be read is counted, and its entry is kept without it. */
  async #traceOf(entry: Entry, broken: Set<string>): Promise<Trace | null> {
    if (entry.kind !== 'recall' || !entry.hasTrace) return null;
    try {
      return await this.journal.trace(entry.id);
    } catch {
      broken.add(entry.id);
      return null;
    }
  }
}
