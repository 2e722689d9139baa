import { expect } from 'chai';
import { dayOfMs } from '../../../app/journal/index/days';
import type { Journal } from '../../../app/journal/journal';
import { checkIn, NOON_MS, recall, trace } from '../support/samples';
import { Desk, rejection, whileStubbed } from '../support/with-journal';

describe('an entry that cannot be read', () => {
  let desk: Desk;
  let journal: Journal;

  beforeEach(async () => {
    desk = new Desk();
    journal = await desk.tab();
    await journal.save(checkIn('sound', NOON_MS), null);
  });
  afterEach(() => desk.clear());

  const torn = { ...recall({ id: 'torn' }), report: { valence: 0.5 } };
  const plantTorn = (value: unknown = torn) => desk.plantSealed('entries', 'torn', value, { day: dayOfMs(NOON_MS) });
  const stored = async (id: string) => (await desk.raw('entries')).find((record) => record.id === id);

  it('is listed as such, with the place that is wrong, beside those that can', async () => {
    await plantTorn();
    journal = await desk.tab();
    for (const range of [{}, { fromMs: NOON_MS }]) {
      const { entries, unreadable } = await journal.list(range);
      expect(entries.map(({ id }) => id)).to.deep.equal(['sound']);
      expect(unreadable).to.deep.equal([{ id: 'torn', problem: 'report.valence: expected an object' }]);
    }
    expect(await journal.entry('torn')).to.have.property('problem');
  });

  it('is listed also when even its date is gone', async () => {
    await desk.plant('entries', { id: 'husk' });
    expect((await journal.list()).unreadable.map(({ id }) => id)).to.deep.equal(['husk']);
  });

  it('stays untouched by saves, also by one under its own id', async () => {
    await plantTorn();
    const planted = await stored('torn');
    await journal.save(checkIn('later', NOON_MS + 1), null);
    const error = await rejection(journal.save(recall({ id: 'torn' }), trace('torn')));
    expect(error.code).to.equal('save-failed');
    expect(await stored('torn')).to.deep.equal(planted);
  });

  it('is one whose format is newer than this app', async () => {
    await plantTorn({ version: 2, secret: 'shape' });
    expect((await journal.list()).unreadable[0]?.problem).to.contain('format version 1, found 2');
  });

  it('is one that lies under another id than its own', async () => {
    await plantTorn(recall({ id: 'sound' }));
    expect((await journal.list()).unreadable.map(({ id }) => id)).to.deep.equal(['torn']);
  });

  it('does not hide the others when the database cannot give out all at once', async () => {
    await journal.save(checkIn('broken', NOON_MS + 1), null);
    const { getAll: getAllOfIndex } = IDBIndex.prototype;
    const get = IDBObjectStore.prototype.get;
    const cannot = () => {
      throw new DOMException('could not be read', 'DataError');
    };
    const getOthers = function (this: IDBObjectStore, key: IDBValidKey) {
      return key === 'broken' ? cannot() : get.call(this, key);
    };
    await whileStubbed(IDBObjectStore.prototype, 'getAll', cannot, () =>
      whileStubbed(IDBIndex.prototype, 'getAll', cannot as typeof getAllOfIndex, () =>
        whileStubbed(IDBObjectStore.prototype, 'get', getOthers as typeof get, async () => {
          for (const range of [{}, { limit: 5 }]) {
            const { entries, unreadable } = await journal.list(range);
            expect(entries.map(({ id }) => id)).to.deep.equal(['sound']);
            expect(unreadable.map(({ id }) => id)).to.deep.equal(['broken']);
          }
        }),
      ),
    );
  });

  it('can be erased', async () => {
    await plantTorn();
    await journal.erase('torn');
    expect(await journal.list()).to.have.property('unreadable').that.is.empty;
  });

  it('has a trace that is refused when its columns do not fit', async () => {
    await desk.plantSealed('traces', 'sound', { ...trace('sound'), pose: new Float32Array(2) });
    const error = await rejection(journal.trace('sound'));
    expect(error.code).to.equal('journal-unreadable');
    expect(error.message).to.contain('pose: expected 9 numbers');
  });
});
