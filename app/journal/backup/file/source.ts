import type { Entry } from '../../../domain/entry/entry';
import type { Trace } from '../../../domain/face/trace';
import { isNotFetched } from '../../../domain/failure/failure';
import type { Journal } from '../../journal';
import type { BackupRecord } from './record-lines';

/** What a backup is made from: a journal, or another backup. */
export interface BackupSource {
  records(): AsyncGenerator<BackupRecord, void>;
  /** How many entries could not be read. It is known once `records` has ended. */
  readonly unreadable: number;
}

/** What a copy is made from: a journal that other tabs may write to at the same time. */
export interface CopySource extends BackupSource {
  /** The journal's present state. See `Journal.revision`. */
  state(): Promise<string>;
}

/** Everything in a journal, newest entry first. Each entry is read only when it is its turn. */
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
    // Settings that cannot be read must not keep the entries out of a backup: they can be set again.
    if (settings) yield { settings };
    for (const { id } of outlines) {
      const entry = await this.journal.peek(id);
      if (entry && 'problem' in entry) broken.add(id);
      else if (entry) yield { entry, trace: await this.#traceOf(entry, broken) };
    }
    this.unreadable = broken.size;
  }

  /** If a trace is broken, its entry is in the backup without it, and counts as unreadable. */
  async #traceOf(entry: Entry, broken: Set<string>): Promise<Trace | null> {
    if (entry.kind !== 'recall' || !entry.hasTrace) return null;
    try {
      return await this.journal.trace(entry.id);
    } catch (error) {
      if (isNotFetched(error)) throw error;
      broken.add(entry.id);
      return null;
    }
  }
}
