import { expect } from 'chai';
import type { RecallEntry } from '../../../../app/domain/entry/entry';
import { BackupFile } from '../../../../app/journal/backup/file/backup-file';
import type { EntryRecord } from '../../../../app/journal/backup/file/record-lines';
import { recordsIn, SECRET } from '../support';

describe('the backup that Node’s crypto made of the documented format', () => {
  // Of versions 1 and 2.
  for (const name of ['first', 'second']) it(`is read as what was put in (${name})`, () => isRead(name));

  async function isRead(name: string): Promise<void> {
    const file = await (await fetch(`/test/fixtures/backup/${name}.reverie`)).blob();
    const backup = await (await BackupFile.open(file)).withSecret(SECRET);
    const [first, second, ...more] = (await recordsIn(backup)) as EntryRecord[];
    expect(more).to.deep.equal([]);
    expect((first!.entry as RecallEntry).memory.title).to.equal('First snow on the hill');
    expect(first!.entry.report.note).to.equal('First snow. Ça va — 雪');
    expect(first!.trace!.tMs).to.deep.equal(Float64Array.of(0, 100.5));
    expect(first!.trace!.facialValence).to.deep.equal(Float32Array.of(0.25, NaN));
    expect(second!.entry.kind).to.equal('check-in');
    expect(second!.trace).to.equal(null);
    expect(await backup.verify()).to.deep.include({ entries: 2, traces: 1, lastDay: '2026-11-23' });
  }
});
