import { newId } from '../../../app/base/ids';
import { momentAt } from '../../../app/domain/moment/moment';
import { openJournal } from '../../../app/journal/open-journal';
import { bringIn } from '../../../app/portability/read/bring-in';
import { openImportFile, rowsOf } from '../../../app/portability/read/import-file';
import { NOON_MS } from '../../journal/support/samples';

/** What the test asks of the tab it is going to kill. */
export interface Errand {
  readonly journal: string;
  readonly file: Blob;
  readonly batchSize: number;
}

/** How many entries the tab has been told are kept; `done` once all are. */
export type Told = { readonly added: number; readonly done: boolean };

const tell = (told: Told): void => parent.postMessage(told, location.origin);

window.addEventListener('message', async ({ data }: MessageEvent<Errand>) => {
  const journal = await openJournal({ name: data.journal });
  const file = await openImportFile(data.file);
  const context = { zone: 'Europe/Berlin', now: momentAt(NOON_MS, 'Europe/Berlin'), appVersion: '0.1.0', newId };
  const work = {
    signal: new AbortController().signal,
    onCount: (added: number) => tell({ added, done: false }),
    toAdd: 60,
  };
  tell({ added: 0, done: false });
  const { added } = await bringIn(() => rowsOf(file, context), journal, work, data.batchSize);
  tell({ added, done: true });
});
parent.postMessage('ready', location.origin);
