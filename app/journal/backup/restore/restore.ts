import { consume } from '../file/consume';
import type { BackupRecord, Tally, UnknownRecord } from '../file/record-lines';
import type { BackupTarget, Standing } from './target';

/** What a restore did. Counts are entries. */
export interface Restored {
  readonly added: number;
  /** The journal had another version of these: a merge kept both, a replacement replaced its own. */
  readonly changed: number;
  /** Entries that the journal had already. */
  readonly same: number;
  /** Entries that a replacement removed. */
  readonly removed: number;
  /** Records of the backup that this version of the app cannot read. */
  readonly unknown: number;
}

export interface RestoreOptions {
  /** The backup, from its beginning. Its preview has shown that all of it is sound. */
  readonly records: AsyncGenerator<BackupRecord | UnknownRecord, Tally>;
  readonly target: BackupTarget;
  /** Called after each entry with the number of the backup's entries that are done. */
  readonly onEntry?: (entries: number) => void;
}

/**
 * Adds the entries that the journal does not have. Nothing in the journal is changed or removed: if both have a version of an
 * entry, both stay. The settings are restored only into an empty journal. Each entry is saved by itself: if the merge is
 * interrupted, a part of the backup has been added, and doing it again adds only the rest.
 */
export async function mergeBackup({ records, target, onEntry }: RestoreOptions): Promise<Restored> {
  const isEmpty = (await target.ids()).size === 0;
  const count = new Count(onEntry);
  await consume(records, async (record) => {
    if ('problem' in record) count.unknown += 1;
    else if ('entry' in record) count.add(await target.add(record));
    else if (isEmpty) await target.restoreSettings(record.settings);
  });
  return count.done(0);
}

export interface ReplaceOptions extends RestoreOptions {
  /** The entries that the person agreed to lose: `missing` of the preview. No other entry is removed. */
  readonly agreed: readonly string[];
  /** Writes a copy of the journal as it is, and resolves once it has been read back. It is called before anything is written. */
  readonly keepCopy: () => Promise<void>;
}

/**
 * Makes the journal the same as the backup. First, a copy of the journal is kept. Then the backup's entries are saved, and only when
 * all of them are durable are the others removed. So nothing is lost at any moment: the journal has all it had or all of the backup,
 * and the copy has all it had. An entry that cannot be read is in no copy, so it stays.
 */
export async function replaceByBackup(options: ReplaceOptions): Promise<Restored> {
  const { records, target, agreed, keepCopy, onEntry } = options;
  await keepCopy();
  const count = new Count(onEntry);
  const held = new Set<string>();
  await consume(records, async (record) => {
    if ('problem' in record) count.unknown += 1;
    else if ('settings' in record) await target.restoreSettings(record.settings);
    else {
      count.add(await target.put(record));
      held.add(record.entry.id);
    }
  });
  const leaving = agreed.filter((id) => !held.has(id));
  await target.remove(leaving);
  return count.done(leaving.length);
}

class Count {
  unknown = 0;
  #entries = 0;
  readonly #standings: Record<Standing, number> = { new: 0, same: 0, different: 0 };

  constructor(private readonly onEntry: ((entries: number) => void) | undefined) {}

  add(standing: Standing): void {
    this.#standings[standing] += 1;
    this.#entries += 1;
    this.onEntry?.(this.#entries);
  }

  done(removed: number): Restored {
    const { new: added, different: changed, same } = this.#standings;
    return { added, changed, same, removed, unknown: this.unknown };
  }
}
