import { expect } from 'chai';
import { openDB } from 'idb';
import { exportRaw } from '../../../app/journal/rescue/raw-export';
import { eraseStore, storeState } from '../../../app/journal/rescue/store-state';
import { memorySink } from '../backup/support';
import { checkIn, NOON_MS, recall, trace } from '../support/samples';
import { Desk, whileStubbed } from '../support/with-journal';

const exported = async (name: string) => {
  const { stream, file } = memorySink();
  const counts = await exportRaw(stream, () => undefined, name);
  const lines = (await (await file()).text()).trim().split('\n');
  return { counts, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

describe('the store, looked at without the app', () => {
  let desk: Desk;
  beforeEach(() => {
    desk = new Desk();
  });
  afterEach(() => desk.clear());

  it('is not there where there is none, and looking makes none', async () => {
    expect(await storeState(desk.name)).to.deep.equal({ kind: 'none' });
    expect((await indexedDB.databases()).map(({ name }) => name)).not.to.include(desk.name);
    expect((await exported(desk.name)).counts.records).to.equal(0);
  });

  it('opens beside the app and tells how many records there are', async () => {
    const journal = await desk.tab();
    await journal.save(recall(), trace());
    await journal.save(checkIn('second', NOON_MS), null);
    const state = await storeState(desk.name);
    expect(state).to.deep.include({ kind: 'open', newer: false });
    expect((state as { records: Record<string, number> }).records).to.deep.include({ entries: 2, traces: 1 });
  });

  it('of a newer version is known as such, and not changed', async () => {
    await (await desk.tab()).save(recall(), trace());
    await desk.clear();
    const newer = await openDB(desk.name, 99, { upgrade: (db) => void db.createObjectStore('entries') });
    await newer.put('entries', { words: 'kept' }, 1);
    newer.close();
    expect(await storeState(desk.name)).to.deep.equal({
      kind: 'open',
      version: 99,
      newer: true,
      records: { entries: 1 },
    });
    const { lines } = await exported(desk.name);
    expect(lines).to.deep.equal([
      { database: desk.name, version: 99, stores: ['entries'] },
      { store: 'entries', key: 1, value: { words: 'kept' } },
    ]);
  });

  it('that does not answer or does not open is told apart', async () => {
    const silent = () => document.createElement('div') as never as IDBOpenDBRequest;
    const broken = () => {
      throw new DOMException('backing store', 'UnknownError');
    };
    const stateWith = (open: () => never) =>
      whileStubbed(IDBFactory.prototype, 'open', open as never, () => storeState(desk.name, 30));
    expect(await stateWith(silent as never)).to.deep.equal({ kind: 'silent' });
    expect(await stateWith(broken)).to.deep.equal({ kind: 'broken', problem: 'UnknownError: backing store' });
  });

  it('is saved as it lies there: sealed, with what cannot be read named', async () => {
    const journal = await desk.tab();
    await journal.save(recall(), trace());
    await journal.save(checkIn('second', NOON_MS), null);
    const get = IDBObjectStore.prototype.get;
    const torn = function (this: IDBObjectStore, key: IDBValidKey) {
      if (key === 'second') throw new DOMException('torn', 'UnknownError');
      return get.call(this, key);
    };
    const { counts, lines } = await whileStubbed(IDBObjectStore.prototype, 'get', torn as never, () =>
      exported(desk.name),
    );
    expect(counts.unreadable).to.equal(1);
    const entries = lines.filter(({ store }) => store === 'entries');
    expect(entries.find(({ key }) => key === 'second')).to.have.property('problem');
    expect(entries.find(({ key }) => key === 'first')).to.have.nested.property('value.body.$bytes');
    expect(JSON.stringify(lines)).not.to.contain('snow');
    // The device's own key is there by name only: it cannot be read out.
    expect(JSON.stringify(lines.filter(({ store }) => store === 'vault'))).to.contain('$key');
  });

  it('is erased for good, and says when another tab holds it', async () => {
    const other = await openDB(desk.name, 1);
    expect(await eraseStore(desk.name)).to.equal(false);
    other.close();
    expect(await eraseStore(desk.name)).to.equal(true);
    expect(await storeState(desk.name)).to.deep.equal({ kind: 'none' });
  });
});
