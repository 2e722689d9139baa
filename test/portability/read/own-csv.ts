import { collect, piecesOf } from '../../../app/portability/write/collect';
import { dataSetZip } from '../../../app/portability/write/data-set';
import type { FakeJournal } from '../../support/fake-journal';
import { never } from '../journals';
import { storedFiles } from '../zip';

const about = { appVersion: '0.1.0', exportedAt: '2026-11-22T09:41:00.000+01:00', onCount: () => undefined };

/** The data set of a journal, as it is exported. */
export const dataSetOf = (journal: FakeJournal): Promise<Blob> =>
  collect(piecesOf(dataSetZip({ journal, ...about })), { type: 'application/zip', signal: never });

/** Its `entries.csv`, without the byte order mark. */
export async function entriesCsv(journal: FakeJournal): Promise<string> {
  const zip = await dataSetOf(journal);
  return storedFiles(new Uint8Array(await zip.arrayBuffer()))
    .get('entries.csv')!
    .slice(1);
}
