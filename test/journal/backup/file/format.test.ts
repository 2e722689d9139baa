import { expect } from 'chai';
import {
  BACKUP_FORMATS,
  type BackupHeader,
  FORMAT_VERSION,
  readPreamble,
  writePreamble,
} from '../../../../app/journal/backup/file/format';
import { sha256 } from '../../../../app/journal/vault/crypto';
import { NEXT_FORMATS, NEXT_VERSION } from '../../../support/next-backup';
import { rejection } from '../../support/with-journal';

const HEADER: BackupHeader = {
  app: '0.1.0',
  created: '2026-11-23',
  salt: new Uint8Array(32).fill(7),
  wraps: [{ id: 'a' }],
};

const written = async (formats = BACKUP_FORMATS): Promise<Blob> =>
  new Blob([await writePreamble(HEADER, sha256, formats)]);
const versionOf = async (file: Blob): Promise<number> => new Uint8Array(await file.arrayBuffer())[7]!;

describe('the versions of the backup format', () => {
  it('with a next one: that is written, and every earlier one is still read', async () => {
    const [earlier, next] = [await written(), await written(NEXT_FORMATS)];
    expect([await versionOf(earlier), await versionOf(next)]).to.deep.equal([FORMAT_VERSION, NEXT_VERSION]);
    for (const file of [earlier, next])
      expect((await readPreamble(file, sha256, NEXT_FORMATS)).header).to.deep.equal(HEADER);
    const first = await (await fetch('/test/fixtures/backup/first.reverie')).blob();
    expect((await readPreamble(first, sha256, NEXT_FORMATS)).header).to.deep.include({
      app: '0.1.0',
      created: '2026-11-23',
    });
  });

  it('of which the next is not known yet: it is a newer one, not a damaged one', async () => {
    expect((await rejection(readPreamble(await written(NEXT_FORMATS), sha256))).code).to.equal('newer');
  });

  it('have none with the number 0: that is damage', async () => {
    const bytes = new Uint8Array(await (await written()).arrayBuffer());
    bytes[7] = 0;
    expect((await rejection(readPreamble(new Blob([bytes]), sha256))).code).to.equal('damaged');
  });
});
