import { expect } from 'chai';
import { Failure } from '../../../../app/domain/failure/failure';
import type { Copies, JournalKeys } from '../../../../app/journal/backup/copies/copies';
import { makeRoom } from '../../../../app/journal/backup/copies/make-room';
import { reseal } from '../../../../app/journal/backup/copies/reseal';
import { newFileKeys } from '../../../../app/journal/backup/file/file-keys';
import { rejection } from '../../support/with-journal';
import { SECRET, sourceOf } from '../support';
import {
  CopyShelf,
  cutShort,
  emptied,
  flipped,
  inBothWays,
  NOW,
  RECORDS,
  whileRoomIs,
  withoutPassphrase,
} from './copy-shelf';

inBothWays('copies where room is needed', () => {
  let shelf: CopyShelf;
  let copies: Copies;
  let own: JournalKeys;
  beforeEach(async () => {
    shelf = await CopyShelf.open();
    ({ copies, own } = shelf);
  });
  afterEach(() => shelf.clear());

  it('that are corrupt go first when room is needed, and none that is sound for one that is not', async () => {
    for (const keys of [own, await withoutPassphrase()]) {
      for (const spoils of [flipped, cutShort, emptied]) {
        await copies.clear();
        await shelf.fill(keys);
        await shelf.spoil('2026-11-23', spoils);
        await shelf.spoil('2026-11-22', spoils);
        await whileRoomIs(1_000, () => makeRoom(copies, keys));
        expect(await shelf.days()).to.deep.equal(['2026-11-21', '2026-11-20']);
      }
    }
  });

  it('that are sound all stay where those that are corrupt leave room enough', async () => {
    await shelf.fill(own);
    const { bytes } = (await copies.list())[0]!;
    await shelf.spoil('2026-11-22', flipped);
    await whileRoomIs(4 * bytes - 1, () => makeRoom(copies, own));
    expect(await shelf.days()).to.deep.equal(['2026-11-23', '2026-11-21', '2026-11-20']);
  });

  it('of another journal are nothing that can be told corrupt: the newest two stay, and the newest two of this one', async () => {
    const other = await newFileKeys(SECRET, 0);
    await shelf.fill(own);
    for (const day of ['2026-11-24', '2026-11-25', '2026-11-26'])
      await copies.keep('day', sourceOf(RECORDS), other, { ...NOW, day });
    await whileRoomIs(1_000, () => makeRoom(copies, own));
    expect(await shelf.days()).to.deep.equal(['2026-11-26', '2026-11-25', '2026-11-23', '2026-11-22']);
  });

  it('all stay where the journal is locked while it is looked which of them are corrupt', async () => {
    await shelf.fill(own);
    await shelf.spoil('2026-11-23', flipped);
    await shelf.spoil('2026-11-22', flipped);
    const locked = () => Promise.reject(new Failure('journal-locked'));
    await whileRoomIs(1_000, () => rejection(makeRoom(copies, { ...own, fileKey: locked })));
    expect(await shelf.days()).to.have.length(4);
  });

  it('are all left where there is little room and nothing to be written', async () => {
    for (const day of ['2026-11-20', '2026-11-21', '2026-11-22'])
      await copies.keep('day', sourceOf(RECORDS), own, { ...NOW, day });
    await whileRoomIs(1_000, () => reseal(copies, own, NOW, async () => new Set()));
    expect(await copies.list()).to.have.length(3);
  });
});
