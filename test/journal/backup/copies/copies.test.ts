import { expect } from 'chai';
import { newId } from '../../../../app/base/ids';
import type { Copies, JournalKeys } from '../../../../app/journal/backup/copies/copies';
import { CopyFolder } from '../../../../app/journal/backup/copies/copy-folder';
import { dayCopy } from '../../../../app/journal/backup/copies/copy-schedule';
import { rejection, whileStubbed } from '../../support/with-journal';
import { recordsIn, SECRET, sourceOf } from '../support';
import { CopyShelf, inBothWays, NOW, RECORDS, withoutPassphrase } from './copy-shelf';

inBothWays('copies', () => {
  let shelf: CopyShelf;
  let folder: CopyFolder;
  let copies: Copies;
  let own: JournalKeys;
  beforeEach(async () => {
    shelf = await CopyShelf.open();
    ({ folder, copies, own } = shelf);
  });
  afterEach(() => shelf.clear());

  it('of a journal with a passphrase open with its secrets and with nothing that lies beside them', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    const [copy] = await copies.list();
    expect(copy).to.deep.include({ name: 'day-2026-11-22.reverie', kind: 'day', day: '2026-11-22' });
    expect(copy!.bytes).to.be.greaterThan(500);
    expect(await copies.secretBeside()).to.equal(null);
    const opened = await (await copies.open(copy!.name)).withSecret(SECRET);
    expect(await recordsIn(opened)).to.deep.equal(RECORDS);
  });

  it('of a journal without one open with the code beside them, whatever became of the journal’s own key', async () => {
    await copies.keep('day', sourceOf(RECORDS), await withoutPassphrase(), NOW);
    await copies.keep('day', sourceOf(RECORDS), await withoutPassphrase(), { ...NOW, day: '2026-11-23' });
    const beside = (await copies.secretBeside())!;
    for (const copy of await copies.list()) {
      const opened = await (await copies.open(copy.name)).withSecret(beside);
      expect(await recordsIn(opened)).to.deep.equal(RECORDS);
    }
  });

  it('are all listed where one of them cannot be looked at', async () => {
    await shelf.fill(own);
    const { file } = folder;
    const stub: typeof file = async (asked) => {
      if (asked === dayCopy('2026-11-22')) throw new DOMException('staged', 'NotReadableError');
      return file.call(folder, asked);
    };
    const listed = await whileStubbed(folder, 'file', stub, () => copies.list());
    expect(listed.map(({ bytes }) => bytes > 0)).to.deep.equal([true, false, true, true]);
  });

  it('are made with a new code where the one beside them is none any more', async () => {
    await folder.writeText('code.txt', '7K2M-');
    await copies.keep('day', sourceOf(RECORDS), await withoutPassphrase(), NOW);
    const opened = await (await copies.open(dayCopy(NOW.day))).withSecret((await copies.secretBeside())!);
    expect(await recordsIn(opened)).to.deep.equal(RECORDS);
  });

  it('are whole or not there: what failed half way leaves the old one', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    const failing = {
      ...sourceOf([]),
      records: async function* () {
        yield RECORDS[0]!;
        throw new Error('the journal is gone');
      },
    };
    expect((await rejection(copies.keep('day', failing, own, NOW))).message).to.equal('the journal is gone');
    expect(await folder.names()).to.deep.equal(['day-2026-11-22.reverie']);
    expect(await shelf.idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['first', 'second']);
  });
});

describe('copies where a worker writes them', () => {
  const { createWritable } = FileSystemFileHandle.prototype;
  before(() => Reflect.deleteProperty(FileSystemFileHandle.prototype, 'createWritable'));
  after(() => {
    FileSystemFileHandle.prototype.createWritable = createWritable;
  });

  it('are not kept where files cannot even be renamed', async () => {
    const { move } = FileSystemFileHandle.prototype as never as { move: unknown };
    Reflect.deleteProperty(FileSystemFileHandle.prototype, 'move');
    try {
      expect(await CopyFolder.open(`copies-${newId()}`)).to.equal(null);
    } finally {
      Object.assign(FileSystemFileHandle.prototype, { move });
    }
  });

  it('leave the one that was there when the worker fails in the middle', async () => {
    const name = `copies-${newId()}`;
    const folder = (await CopyFolder.open(name))!;
    await folder.writeText('kept', 'as it was');
    const half = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('half')),
      pull: (controller) => controller.error(new Error('staged')),
    });
    const failing = folder.write('kept', (sink) => half.pipeTo(sink));
    expect((await rejection(failing)).message).to.equal('staged');
    expect(await folder.text('kept')).to.equal('as it was');
    // A file that is still held by a worker could not be written again.
    await folder.writeText('kept', 'new');
    expect([await folder.text('kept'), await folder.names()]).to.deep.equal(['new', ['kept']]);
    await (await navigator.storage.getDirectory()).removeEntry(name, { recursive: true });
  });
});
