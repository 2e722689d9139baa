import { consume } from '../file/consume';
import type { BackupRecord, Tally, UnknownRecord } from '../file/record-lines';
import type { BackupTarget, Standing } from './target';

/** What restoring a backup would do. Counts are entries. */
export interface Preview {
  readonly tally: Tally;
  readonly standings: Readonly<Record<Standing, number>>;
  /** Records of the backup that this version of the app cannot read. */
  readonly unknown: number;
  /** Ids of the journal's entries that are not in the backup: a replacement would remove them. */
  readonly missing: readonly string[];
  /** Entries in the journal now. */
  readonly present: number;
}

/**
 * Reads the whole backup and compares it with the journal. Nothing is written. Rejects like `readBackup`, so a preview means that
 * the whole file is sound.
 */
export async function previewBackup(
  records: AsyncGenerator<BackupRecord | UnknownRecord, Tally>,
  target: BackupTarget,
): Promise<Preview> {
  const present = await target.ids();
  const standings = { new: 0, same: 0, different: 0 };
  const held = new Set<string>();
  let unknown = 0;
  const tally = await consume(records, async (record) => {
    if ('problem' in record) unknown += 1;
    if (!('entry' in record)) return;
    standings[await target.standing(record)] += 1;
    held.add(record.entry.id);
  });
  const missing = [...present].filter((id) => !held.has(id));
  return { tally, standings, unknown, missing, present: present.size };
}
