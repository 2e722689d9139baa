import { eachOf } from '../file/each';
import type { BackupRecord, Tally, UnknownRecord } from '../file/lines';
import type { BackupTarget, Standing } from './target';

/** What was done. Counts are entries. */
export interface Restored {
  readonly added: number;
  /** Of these the journal had another version: kept beside its own by a merge, in its place by a replacement. */
  readonly changed: number;
  /** There already. */
  readonly same: number;
  /** Taken away by a replacement. */
  readonly removed: number;
  /** Records of the backup that this version of the app cannot read. */
  readonly unknown: number;
}

export interface RestoreOptions {
  /** The backup, read anew. That all of it is sound is known from its preview. */
  readonly records: AsyncGenerator<BackupRecord | UnknownRecord, Tally>;
  readonly target: BackupTarget;
  /** Told after each entry how many of the backup are done. */
  readonly onEntry?: (entries: number) => void;
}

/**
 * Adds what the journal does not have. Nothing in it is changed or removed: where both have a version of one entry, both stay.
 * The settings come with it only into an empty journal. Each entry is saved by itself, so that whatever ends it half way leaves
 * the journal with a part of the backup added; doing it again adds the rest and no more.
 */
export async function mergeBackup({ records, target, onEntry }: RestoreOptions): Promise<Restored> {
  const isEmpty = (await target.ids()).size === 0;
  const count = new Count(onEntry);
  await eachOf(records, async (record) => {
    if ('problem' in record) count.unknown += 1;
    else if ('entry' in record) count.add(await target.bring(record));
    else if (isEmpty) await target.bringSettings(record.settings);
  });
  return count.done(0);
}

export interface ReplaceOptions extends RestoreOptions {
  /** The entries the person has agreed to lose: `missing` of the preview. No other entry is removed. */
  readonly agreed: readonly string[];
  /** Writes a copy of the journal as it is, and resolves once it has been read back. Nothing else is written before. */
  readonly keepCopy: () => Promise<void>;
}

/**
 * Makes the journal what the backup is. A copy of the journal is kept first. Then what the backup has is put in place, and only
 * when all of that is durable does what it does not have go. So nothing is lost at any moment: the journal holds all it held
 * or all of the backup, and the copy holds what it held. An entry that cannot be read is in no copy, so it stays.
 */
export async function replaceByBackup(options: ReplaceOptions): Promise<Restored> {
  const { records, target, agreed, keepCopy, onEntry } = options;
  await keepCopy();
  const count = new Count(onEntry);
  const held = new Set<string>();
  await eachOf(records, async (record) => {
    if ('problem' in record) count.unknown += 1;
    else if ('settings' in record) await target.bringSettings(record.settings);
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
