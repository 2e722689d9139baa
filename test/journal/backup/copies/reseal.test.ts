import { expect } from 'chai';
import type { Copies, JournalKeys } from '../../../../app/journal/backup/copies/copies';
import type { CopyFolder } from '../../../../app/journal/backup/copies/copy-folder';
import { dayCopy } from '../../../../app/journal/backup/copies/copy-schedule';
import { reseal as resealCopies } from '../../../../app/journal/backup/copies/reseal';
import { newFileKeys } from '../../../../app/journal/backup/file/file-keys';
import { rejection, whileStubbed } from '../../support/with-journal';
import { recordsIn, SECRET, sourceOf } from '../support';
import { CopyShelf, cutShort, flipped, inBothWays, NOW, RECORDS, whileRoomIs, withoutPassphrase } from './copy-shelf';

inBothWays('copies that are seen to again', () => {
  let shelf: CopyShelf;
  let folder: CopyFolder;
  let copies: Copies;
  let own: JournalKeys;
  beforeEach(async () => {
    shelf = await CopyShelf.open();
    ({ folder, copies, own } = shelf);
  });
  afterEach(() => shelf.clear());

  const reseal = (keys: JournalKeys, ...present: string[]) =>
    resealCopies(copies, keys, NOW, async () => new Set(present));

  it('are sealed anew when a passphrase is set, and the code beside them goes', async () => {
    const before = await withoutPassphrase();
    await copies.keep('day', sourceOf(RECORDS), before, NOW);
    const code = (await copies.secretBeside())!;
    const after: JournalKeys = { ...before, wraps: own.wraps };
    await reseal(after);
    expect(await copies.secretBeside()).to.equal(null);
    expect(await shelf.idsIn('day-2026-11-22.reverie', after)).to.deep.equal(['first', 'second']);
    const file = await copies.open('day-2026-11-22.reverie');
    expect((await rejection(file.withSecret(code))).code).to.equal('wrong-secret');
    expect(file.created).to.equal('2026-11-22');
  });

  it('that cannot be sealed anew for want of room keep the code beside them until there is some', async () => {
    const before = await withoutPassphrase();
    await copies.keep('day', sourceOf(RECORDS), before, NOW);
    const code = (await copies.secretBeside())!;
    const after: JournalKeys = { ...before, wraps: own.wraps };
    await shelf.whileFull(() => reseal(after));
    expect(await copies.secretBeside()).to.deep.equal(code);
    const opened = await (await copies.open('day-2026-11-22.reverie')).withSecret(code);
    expect(await recordsIn(opened)).to.deep.equal(RECORDS);
    await reseal(after);
    expect(await copies.secretBeside()).to.equal(null);
    expect(await shelf.idsIn('day-2026-11-22.reverie', after)).to.deep.equal(['first', 'second']);
  });

  it('make room before they are sealed anew: the oldest go, and the newest two stay', async () => {
    const before = await withoutPassphrase();
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23'])
      await copies.keep('day', sourceOf(RECORDS), before, { ...NOW, day });
    const after: JournalKeys = { ...before, wraps: own.wraps };
    await whileRoomIs(1_000, async () => {
      await reseal(after);
      expect((await copies.list()).map(({ day }) => day)).to.deep.equal(['2026-11-23', '2026-11-22']);
      for (const { name: copy } of await copies.list())
        expect(await shelf.idsIn(copy, after)).to.deep.equal(['first', 'second']);
      expect(await copies.secretBeside()).to.equal(null);
    });
  });

  it('still say how many entries they could not hold when they are written anew', async () => {
    await copies.keep('day', { ...sourceOf(RECORDS), unreadable: 2 }, own, NOW);
    await copies.marks.put(['first']);
    await reseal(own);
    const opened = await (await copies.open(dayCopy(NOW.day))).withKeys(own);
    expect(await opened!.verify()).to.deep.include({ entries: 1, unreadable: 2 });
  });

  it('keep the code while one of them is of a newer version, and not for one that is corrupt for good', async () => {
    const before = await withoutPassphrase();
    await copies.keep('day', sourceOf(RECORDS), before, NOW);
    const other = dayCopy('2026-11-21');
    await shelf.put(other, (await shelf.bytesOf(dayCopy(NOW.day))).with(7, 99));
    const after: JournalKeys = { ...before, wraps: own.wraps };
    await reseal(after);
    expect(await copies.secretBeside()).to.not.equal(null);
    await shelf.put(other, cutShort(await shelf.bytesOf(dayCopy(NOW.day))));
    await reseal(after);
    expect(await copies.secretBeside()).to.equal(null);
    expect(await copies.list(), 'nothing was erased').to.have.length(2);
  });

  it('forget what was erased, in every copy', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    await copies.keep('before', sourceOf(RECORDS), own, NOW);
    await copies.marks.put(['first']);
    await copies.marks.put(['elsewhere']);
    await reseal(own);
    for (const copy of await copies.list()) expect(await shelf.idsIn(copy.name, own)).to.deep.equal(['second']);
    expect(await folder.names()).to.have.length(2);
  });

  it('are told to forget also while another tab takes away what a killed one left', async () => {
    const { write } = folder;
    const tidied: typeof write = (file, fill, check) =>
      write.call(folder, file, fill, async (part) => {
        await copies.tidy();
        await check?.(part);
      });
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    await whileStubbed(folder, 'write', tidied, () => copies.marks.put(['first', 'second.part']));
    await copies.tidy();
    await reseal(own);
    expect(await shelf.idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['second']);
    expect(await folder.names(), 'no mark stays').to.have.length(1);
  });

  it('forget what was erased when there was no room for it at first', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    await copies.marks.put(['first']);
    await shelf.whileFull(() => reseal(own));
    expect(await shelf.idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['first', 'second']);
    await reseal(own);
    expect(await shelf.idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['second']);
    expect(await folder.names(), 'no mark stays').to.have.length(1);
  });

  it('are not lost when one that is written anew does not come out sound', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    await copies.marks.put(['first']);
    const { write } = folder;
    const cutOff: typeof write = (file, fill, check) =>
      write.call(folder, file, fill, (part) => check!(part.slice(0, -1) as File));
    await whileStubbed(folder, 'write', cutOff, () => reseal(own));
    expect(await shelf.idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['first', 'second']);
    await reseal(own);
    expect(await shelf.idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['second']);
  });

  it('that are corrupt for good go once something was erased, and keep no mark', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    const sound = await shelf.bytesOf(dayCopy(NOW.day));
    await shelf.put(dayCopy('2026-11-21'), cutShort(sound));
    await shelf.put(dayCopy('2026-11-20'), sound.with(0, 0));
    await shelf.put(dayCopy('2026-11-19'), flipped(sound));
    await copies.marks.put(['first']);
    await reseal(own);
    expect(await folder.names()).to.deep.equal(['day-2026-11-22.reverie']);
    expect(await shelf.idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['second']);
  });

  it('forget what was erased while the first of them was being written', async () => {
    const erasedMeanwhile = {
      ...sourceOf([]),
      records: async function* () {
        yield RECORDS[0]!;
        await copies.marks.put(['first']);
        yield RECORDS[1]!;
      },
    };
    await copies.keep('day', erasedMeanwhile, own, NOW);
    await reseal(own);
    expect(await shelf.idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['second']);
  });

  it('keep what is marked while the journal has it: not erased yet, or brought back', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    await copies.marks.put(['first']);
    await reseal(own, 'first', 'second');
    expect(await shelf.idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['first', 'second']);
    await reseal(own, 'second');
    expect(await shelf.idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['second']);
    expect(await folder.names(), 'no mark stays').to.have.length(1);
  });

  it('are not touched where they do not hold what was erased', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    const before = await shelf.bytesOf('day-2026-11-22.reverie');
    await copies.marks.put(['elsewhere']);
    await reseal(own);
    expect(await shelf.bytesOf('day-2026-11-22.reverie')).to.deep.equal(before);
    expect(await folder.names(), 'no mark stays').to.have.length(1);
  });

  it('are not touched while nothing was erased and no secret has changed', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    const before = (await folder.file('day-2026-11-22.reverie'))!;
    await reseal(own);
    const after = (await folder.file('day-2026-11-22.reverie'))!;
    expect(await after.arrayBuffer()).to.deep.equal(await before.arrayBuffer());
  });

  it('of another journal are left alone', async () => {
    await copies.keep('day', sourceOf(RECORDS), own, NOW);
    const other = await newFileKeys(SECRET, 0);
    await copies.marks.put(['first']);
    await reseal(other);
    expect(await shelf.idsIn('day-2026-11-22.reverie', own)).to.deep.equal(['first', 'second']);
  });
});
