import { expect } from 'chai';
import type { Journal } from '../../../app/journal/journal';
import type { StoreName } from '../../../app/journal/store/schema';
import { checkIn, draft, NOON_MS, recall, trace } from '../support/samples';
import { Desk, rejection } from '../support/with-journal';

/** Every record of an entry and what hangs on it, with every field that lies in the database. */
const SEALED: readonly StoreName[] = ['entries', 'traces', 'drafts', 'settings'];

describe('a database that was tampered with', () => {
  let desk: Desk;
  let journal: Journal;

  beforeEach(async () => {
    desk = new Desk();
    journal = await desk.tab();
    await journal.save(recall(), trace());
    await journal.save(recall({ id: 'second', memory: { ...recall().memory, title: 'The sea' } }), trace('second'));
    await journal.keepDraft(draft({ entryId: 'draft' }));
    await journal.changeSettings({ recallMs: 60_000 });
  });
  afterEach(() => desk.clear());

  /** What the journal gives out of a store for the record `id`; undefined where it refuses to. */
  const read = async (tab: Journal, store: StoreName, id: string): Promise<unknown> => {
    if (store === 'traces') return tab.trace(id).catch(() => undefined);
    if (store === 'settings') return tab.settings().catch(() => undefined);
    if (store === 'drafts') return (await tab.draft('recall')) ?? undefined;
    const entry = await tab.entry(id);
    return entry && 'problem' in entry ? undefined : entry;
  };

  it('with a bit flipped anywhere in any field of any record gives nothing wrong out, and is not written over', async () => {
    for (const store of SEALED) {
      const record = (await desk.raw(store)).find(({ id }) => id !== 'second')!;
      const id = String(record.id);
      const body = record.body as Uint8Array;
      const sound = await read(journal, store, id);
      expect(sound, store).to.not.equal(undefined);
      const flips = [0, 1, 6, 12, 13, 20, body.length >> 1, body.length - 17, body.length - 16, body.length - 1];
      for (const at of flips) {
        await desk.plant(store, { ...record, body: body.with(at, body[at]! ^ 4) });
        expect(await read(journal, store, id), `${store}, byte ${at}`).to.equal(undefined);
      }
      if (record.day !== undefined) {
        await desk.plant(store, { ...record, day: Number(record.day) + 1 });
        expect(await read(journal, store, id), `${store}, day`).to.equal(undefined);
      }
      await desk.plant(store, record);
      expect(await read(journal, store, id)).to.deep.equal(sound);
    }
  });

  it('with records put in the place of others gives neither out', async () => {
    for (const store of ['entries', 'traces'] as const) {
      const [one, two] = (await desk.raw(store)) as { id: string; body: unknown }[];
      await desk.plant(store, { ...one!, body: two!.body });
      await desk.plant(store, { ...two!, body: one!.body });
      for (const { id } of [one!, two!]) expect(await read(journal, store, id)).to.equal(undefined);
      await desk.plant(store, one);
      await desk.plant(store, two);
    }
    const [entry] = await desk.raw('entries');
    await desk.plant('traces', { ...entry, id: 'first' });
    expect((await rejection(journal.trace('first'))).code).to.equal('journal-unreadable');
  });

  it('keeps what cannot be read: an entry of the same id is not saved over it', async () => {
    const record = (await desk.raw('entries'))[0]!;
    const damaged = { ...record, body: (record.body as Uint8Array).with(30, 0) };
    await desk.plant('entries', damaged);
    expect((await rejection(journal.save(recall({ id: String(record.id) }), null))).code).to.equal('save-failed');
    expect((await desk.raw('entries'))[0]).to.deep.equal(damaged);
  });

  it('takes an entry that was written with the clock set back, in its place by time', async () => {
    await journal.save(checkIn('back', NOON_MS - 10 * 365 * 86_400_000), null);
    await journal.save(checkIn('dawn of time', 0), null);
    const ids = (await (await desk.tab()).outlines()).outlines.map(({ id }) => id);
    expect(ids.slice(-2)).to.deep.equal(['back', 'dawn of time']);
  });
});
