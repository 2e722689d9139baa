import { eachOf } from '../file/each';
import type { BackupRecord, Tally, UnknownRecord } from '../file/lines';
import type { BackupTarget, Standing } from './target';

/** What bringing a backup back would do, before anything is done. Counts are entries. */
export interface Preview {
  readonly tally: Tally;
  readonly standings: Readonly<Record<Standing, number>>;
  /** Records of the backup that this version of the app cannot read. */
  readonly unknown: number;
  /** Ids of the entries the backup does not have: what a replacement would take away. */
  readonly missing: readonly string[];
  /** Entries in the journal now. */
  readonly present: number;
}

/**
 * Reads the whole backup and compares it with the journal; nothing is written. Rejects like `readBackup`, so that whoever has a
 * preview knows that the whole file is sound.
 */
export async function previewBackup(
  records: AsyncGenerator<BackupRecord | UnknownRecord, Tally>,
  target: BackupTarget,
): Promise<Preview> {
  const present = await target.ids();
  const standings = { new: 0, same: 0, different: 0 };
  const held = new Set<string>();
  let unknown = 0;
  const tally = await eachOf(records, async (record) => {
    if ('problem' in record) unknown += 1;
    if (!('entry' in record)) return;
    standings[await target.standing(record)] += 1;
    held.add(record.entry.id);
  });
  const missing = [...present].filter((id) => !held.has(id));
  return { tally, standings, unknown, missing, present: present.size };
}
