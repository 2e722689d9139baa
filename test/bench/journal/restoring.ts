import { newId } from '../../../app/base/ids';
import { momentAt } from '../../../app/domain/moment/moment';
import { BackupFile, createBackup } from '../../../app/journal/backup/file/backup-file';
import { newFileKeys } from '../../../app/journal/backup/file/file-keys';
import { JournalSource } from '../../../app/journal/backup/file/source';
import { mergeBackup } from '../../../app/journal/backup/restore/restore';
import { BackupTarget } from '../../../app/journal/backup/restore/target';
import type { Journal } from '../../../app/journal/journal';
import { sha256 } from '../../../app/journal/vault/crypto';
import { newRecoveryCode } from '../../../app/journal/vault/recovery-code';
import { bringIn } from '../../../app/portability/read/bring-in';
import { openImportFile, rowsOf } from '../../../app/portability/read/import-file';
import { memorySink } from '../../journal/backup/support';
import { NOW_MS, ZONE } from '../../support/sample-entries';

/** From the press of the button to the end, in milliseconds. */
export interface RestoreTimes {
  readonly importMs: number;
  readonly restoreMs: number;
}

const DAY_MS = 86_400_000;

/** A table of one's own with `count` check-ins, one a day. */
function table(count: number): Blob {
  const rows = Array.from({ length: count }, (_, at) => {
    const day = new Date(NOW_MS - at * DAY_MS).toISOString().slice(0, 10);
    return `${day},${(Math.sin(at / 9) * 0.9).toFixed(2)},A walk along the river and a long talk about nothing ${at}`;
  });
  return new Blob([`date,valence,note\n${rows.join('\n')}\n`]);
}

/** Imports `count` check-ins into the journal that `open` opens, saves a backup, and restores that into the next one. */
export async function importAndRestore(
  count: number,
  open: () => Promise<Journal>,
  drop: () => Promise<void>,
): Promise<RestoreTimes> {
  const first = await open();
  const importMs = await timeOf(() => imported(first, count));
  const keys = await newFileKeys({ kind: 'recovery', code: newRecoveryCode() }, NOW_MS);
  const { stream, file } = memorySink();
  await createBackup(stream, {
    source: new JournalSource(first),
    keys,
    about: { app: 'bench', created: '2026-11-22' },
  });
  first.close();
  await drop();
  const second = await open();
  const backup = await (await BackupFile.open(await file())).withKeys(keys);
  if (!backup) throw new Error('The backup does not open.');
  const restoreMs = await timeOf(async () => {
    const target = new BackupTarget(second, sha256);
    const { added } = await second.bulkWrite({ kind: 'merge', total: count }, (onEntry) =>
      mergeBackup({ records: backup.read(), target, onEntry }),
    );
    if (added !== count) throw new Error(`${added} restored`);
  });
  second.close();
  await drop();
  return { importMs, restoreMs };
}

async function imported(journal: Journal, count: number): Promise<void> {
  const file = await openImportFile(table(count));
  const context = { zone: ZONE, now: momentAt(NOW_MS, ZONE), appVersion: 'bench', newId };
  const work = { signal: new AbortController().signal, onCount: () => undefined, toAdd: count };
  const { added, stopped } = await bringIn(() => rowsOf(file, context), journal, work);
  if (added !== count || stopped) throw new Error(`${added} imported: ${stopped}`);
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}
