import { consume } from '../file/consume';
import type { BackupRecord, EntryRecord, Tally, UnknownRecord } from '../file/record-lines';
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
  /** Called for each entry once it is durable, with the number of the backup's entries that are done. */
  readonly onEntry?: (entries: number) => void;
  /** How many entries are saved together. */
  readonly batchSize?: number;
}

/** As many as an import writes together; but a trace is a hundred times as large as its entry. */
const BATCH_SIZE = 200;
const BATCH_TRACES = 10;

/**
 * Adds the entries that the journal does not have. Nothing in the journal is changed or removed: if both have a version of an
 * entry, both stay. The settings are restored only into an empty journal. Entries are saved a batch at a time: if the merge is
 * interrupted, a part of the backup has been added, and doing it again adds only the rest.
 */
export async function mergeBackup({ records, target, ...options }: RestoreOptions): Promise<Restored> {
  const isEmpty = (await target.ids()).size === 0;
  const entries = await Batches.begin('add', target, options);
  await consume(records, async (record) => {
    if ('problem' in record) entries.count.unknown += 1;
    else if ('entry' in record) await entries.take(record);
    else if (isEmpty) await target.restoreSettings(record.settings);
  });
  await entries.write();
  return entries.count.done(0);
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
  const { records, target, agreed, keepCopy, ...how } = options;
  await keepCopy();
  const entries = await Batches.begin('put', target, how);
  const held = new Set<string>();
  await consume(records, async (record) => {
    if ('problem' in record) entries.count.unknown += 1;
    else if ('settings' in record) await target.restoreSettings(record.settings);
    else {
      await entries.take(record);
      held.add(record.entry.id);
    }
  });
  await entries.write();
  const leaving = agreed.filter((id) => !held.has(id));
  await target.remove(leaving);
  return entries.count.done(leaving.length);
}

/** The entries of a backup on their way into the journal. */
class Batches {
  readonly count: Count;
  #batch: EntryRecord[] = [];
  #traces = 0;

  private constructor(
    private readonly how: 'add' | 'put',
    private readonly target: BackupTarget,
    private readonly taken: Set<string>,
    private readonly batchSize: number,
    onEntry: RestoreOptions['onEntry'],
  ) {
    this.count = new Count(onEntry);
  }

  static async begin(
    how: 'add' | 'put',
    target: BackupTarget,
    { onEntry, batchSize = BATCH_SIZE }: Pick<RestoreOptions, 'onEntry' | 'batchSize'>,
  ): Promise<Batches> {
    return new Batches(how, target, await target.takenIds(), batchSize, onEntry);
  }

  /** Takes one more, and writes all that wait if they are many. */
  async take(record: EntryRecord): Promise<void> {
    this.#batch.push(record);
    if (record.trace) this.#traces += 1;
    if (this.#batch.length >= this.batchSize || this.#traces >= BATCH_TRACES) await this.write();
  }

  /** Writes those that wait, and counts them once they are durable. */
  async write(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    this.#traces = 0;
    for (const standing of await this.target.together(this.how, batch, this.taken)) this.count.add(standing);
  }
}

class Count {
  unknown = 0;
  #entries = 0;
  readonly #standings: Record<Standing, number> = { new: 0, same: 0, different: 0 };

  constructor(private readonly onEntry: RestoreOptions['onEntry']) {}

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
