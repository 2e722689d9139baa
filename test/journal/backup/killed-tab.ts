import { Copies } from '../../../app/journal/backup/copies/copies';
import { CopyFolder } from '../../../app/journal/backup/copies/copy-folder';
import { BackupFile } from '../../../app/journal/backup/file/backup-file';
import { journalKeys } from '../../../app/journal/backup/file/journal-keys';
import { JournalSource } from '../../../app/journal/backup/file/source';
import { previewBackup } from '../../../app/journal/backup/restore/preview';
import { mergeBackup, replaceByBackup } from '../../../app/journal/backup/restore/restore';
import { BackupTarget } from '../../../app/journal/backup/restore/target';
import { openVault } from '../../../app/journal/open-journal';
import { sha256 } from '../../../app/journal/vault/crypto';
import { SECRET } from './support';

/** What the test asks of the tab it is going to kill. */
export interface Errand {
  readonly journal: string;
  readonly copies: string;
  readonly how: 'merge' | 'replace';
  readonly backup: Blob;
}

/** What the tab tells while it lives. */
export type Told = { readonly told: 'begun' | 'done' } | { readonly told: 'entry'; readonly entries: number };

const tell = (told: Told): void => parent.postMessage(told, location.origin);

window.addEventListener('message', async ({ data }: MessageEvent<Errand>) => {
  const { journal: name, copies, how, backup } = data;
  const { vault, open } = await openVault({ name });
  const journal = await open();
  const target = new BackupTarget(journal, sha256);
  const opened = await (await BackupFile.open(backup)).withSecret(SECRET);
  const { missing } = await previewBackup(opened.read(), target);
  const onEntry = (entries: number) => tell({ told: 'entry', entries });
  const keepCopy = async () => {
    const folder = new Copies((await CopyFolder.open(copies))!);
    const now = { app: '0.1.0', day: '2026-11-22', epochMs: Date.now() };
    await folder.keep('before', new JournalSource(journal), journalKeys(vault)!, now);
  };
  tell({ told: 'begun' });
  // Small batches, so that it may be killed between two of them as well.
  const options = { records: opened.read(), target, onEntry, batchSize: 3 };
  if (how === 'merge') await mergeBackup(options);
  else await replaceByBackup({ ...options, agreed: missing, keepCopy });
  tell({ told: 'done' });
});
parent.postMessage('ready', location.origin);
