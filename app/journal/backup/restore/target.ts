import { isNotFetched } from '../../../domain/failure/failure';
import type { Settings } from '../../../domain/settings/settings';
import type { Journal } from '../../journal';
import type { Digest } from '../file/format';
import { type EntryRecord, lineOf } from '../file/record-lines';
import { asOtherVersion } from './other-version';

/** How an entry of a backup compares with the journal. */
export type Standing =
  /** The journal does not have it. */
  | 'new'
  /** The journal has it, under its id or as a version kept beside its own. */
  | 'same'
  /** The journal has another version under this id, or one that cannot be read. */
  | 'different';

/** Stands for an entry that cannot be read. It equals no line. */
const UNREADABLE = '';

/** A journal that a backup is compared with and restored into. */
export class BackupTarget {
  constructor(
    private readonly journal: Journal,
    private readonly digest: Digest,
  ) {}

  /** The ids of all entries that can be read. Others are in no copy, so they must not be touched. */
  async ids(): Promise<ReadonlySet<string>> {
    const { outlines, unreadable } = await this.journal.outlines();
    const broken = new Set(unreadable.map(({ id }) => id));
    return new Set(outlines.map(({ id }) => id).filter((id) => !broken.has(id)));
  }

  /** The ids of all entries, those included that cannot be read. */
  async takenIds(): Promise<Set<string>> {
    const { outlines, unreadable } = await this.journal.outlines();
    return new Set([...outlines, ...unreadable].map(({ id }) => id));
  }

  async standing(record: EntryRecord): Promise<Standing> {
    const present = await this.#find(record.entry.id);
    if (present === null) return 'new';
    if (present === lineOf(record)) return 'same';
    return (await this.#find((await asOtherVersion(record, this.digest)).entry.id)) === null ? 'different' : 'same';
  }

  /** Saves the entry if the journal does not have it. If the journal has another version, both are kept. */
  async add(record: EntryRecord): Promise<Standing> {
    const standing = await this.standing(record);
    if (standing === 'same') return standing;
    const { entry, trace } = standing === 'new' ? record : await asOtherVersion(record, this.digest);
    await this.journal.save(entry, trace);
    return standing;
  }

  /** Saves the entry and replaces the journal's own. If that cannot be read, both are kept. */
  async put(record: EntryRecord): Promise<Standing> {
    const present = await this.#find(record.entry.id);
    if (present === lineOf(record)) return 'same';
    if (present === UNREADABLE) return this.add(record);
    await this.journal.save(record.entry, record.trace);
    return present === null ? 'new' : 'different';
  }

  /**
   * `add` or `put` for all of these. Those whose ids are not in `taken` are saved together, because each transaction waits for the
   * disk; the others one by one after them. Adds the ids to `taken`. Resolves with how each compared.
   */
  async together(how: 'add' | 'put', records: readonly EntryRecord[], taken: Set<string>): Promise<Standing[]> {
    const fresh = new Set(records.filter(({ entry: { id } }) => !taken.has(id) && taken.add(id)));
    const saved = await this.#saveAll([...fresh]);
    const standings: Standing[] = [];
    for (const record of records) standings.push(saved && fresh.has(record) ? 'new' : await this[how](record));
    return standings;
  }

  /** Resolves with whether they were saved: one by one tells which of them cannot be, and keeps the others. */
  async #saveAll(records: readonly EntryRecord[]): Promise<boolean> {
    if (records.length < 2) return false;
    return this.journal.saveAll(records).then(
      () => true,
      () => false,
    );
  }

  /** Removes all of them or none. */
  async remove(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.journal.takeOut(ids);
  }

  /** Restores what the person set. Not what concerns the device, and not the consent, because another person may hold this phone. */
  async restoreSettings({ recallMs, theme, baselinesTaken, seenVersion }: Settings): Promise<void> {
    await this.journal.changeSettings({ recallMs, theme, baselinesTaken, seenVersion });
  }

  async #find(id: string): Promise<string | null> {
    const entry = await this.journal.entry(id);
    if (entry === null) return null;
    if ('problem' in entry) return UNREADABLE;
    try {
      const trace = entry.kind === 'recall' && entry.hasTrace ? await this.journal.trace(id) : null;
      return lineOf({ entry, trace });
    } catch (error) {
      if (isNotFetched(error)) throw error;
      return UNREADABLE;
    }
  }
}
