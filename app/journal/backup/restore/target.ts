import type { Settings } from '../../../domain/settings/settings';
import type { Journal } from '../../journal';
import type { Digest } from '../file/format';
import { type EntryRecord, lineOf } from '../file/lines';
import { asVariant } from './variant';

/** How an entry of a backup stands to the journal. */
export type Standing =
  /** The journal does not have it. */
  | 'new'
  /** The journal has it, as it is here or as a version kept beside its own. */
  | 'same'
  /** The journal has another version under this id, or one that cannot be read. */
  | 'different';

/** A record that is there and cannot be read: equal to no line. */
const UNREADABLE = '';

/** A journal as something a backup is compared with and brought into. */
export class BackupTarget {
  constructor(
    private readonly journal: Journal,
    private readonly digest: Digest,
  ) {}

  /** The ids of all entries that can be read: others are in no copy, so nothing may be done to them. */
  async ids(): Promise<ReadonlySet<string>> {
    const { outlines, unreadable } = await this.journal.outlines();
    const broken = new Set(unreadable.map(({ id }) => id));
    return new Set(outlines.map(({ id }) => id).filter((id) => !broken.has(id)));
  }

  async standing(record: EntryRecord): Promise<Standing> {
    const present = await this.#find(record.entry.id);
    if (present === null) return 'new';
    if (present === lineOf(record)) return 'same';
    return (await this.#find((await asVariant(record, this.digest)).entry.id)) === null ? 'different' : 'same';
  }

  /** Keeps the entry if the journal does not have it: beside the journal's own, where that is another version. */
  async bring(record: EntryRecord): Promise<Standing> {
    const standing = await this.standing(record);
    if (standing === 'same') return standing;
    const { entry, trace } = standing === 'new' ? record : await asVariant(record, this.digest);
    await this.journal.save(entry, trace);
    return standing;
  }

  /** Keeps the entry in the place of the journal's own; only beside one that cannot be read. */
  async put(record: EntryRecord): Promise<Standing> {
    const present = await this.#find(record.entry.id);
    if (present === lineOf(record)) return 'same';
    if (present === UNREADABLE) return this.bring(record);
    await this.journal.save(record.entry, record.trace);
    return present === null ? 'new' : 'different';
  }

  /** All of them or none. */
  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.journal.takeOut(ids);
  }

  /** What the person set. Not what only the device knows, and not the consent: whoever holds this phone gives it anew. */
  async bringSettings({ recallMs, theme, baselinesTaken, seenVersion }: Settings): Promise<void> {
    await this.journal.changeSettings({ recallMs, theme, baselinesTaken, seenVersion });
  }

  async #find(id: string): Promise<string | null> {
    const entry = await this.journal.entry(id);
    if (entry === null) return null;
    if ('problem' in entry) return UNREADABLE;
    try {
      const trace = entry.kind === 'recall' && entry.hasTrace ? await this.journal.trace(id) : null;
      return lineOf({ entry, trace });
    } catch {
      return UNREADABLE;
    }
  }
}
