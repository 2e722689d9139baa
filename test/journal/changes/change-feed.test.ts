import { expect } from 'chai';
import { ClockAhead, compareStamps, MAX_AHEAD_MS } from '../../../app/base/hybrid-clock';
import type { ChangeFeed, Journal } from '../../../app/journal/journal';
import { checkIn, NOON_MS, recall, trace } from '../support/samples';
import { Desk, rejection, whileStubbed } from '../support/with-journal';

describe('the change feed', () => {
  let desk: Desk;
  let journal: Journal;
  let feed: ChangeFeed;
  beforeEach(async () => {
    desk = new Desk();
    journal = await desk.tab();
    feed = await journal.changeFeed();
  });
  afterEach(() => desk.clear());

  const save = (id: string, by = journal) => by.save(checkIn(id, NOON_MS), null);
  const told = async () => (await feed.list())?.map(({ put, erased }) => [put, erased]);

  it('keeps nothing before it begins, nor after it has ended', async () => {
    await save('before');
    expect([await feed.list(), await desk.raw('changes')]).to.deep.equal([null, []]);
    const first = await feed.start();
    await save('during');
    expect(await desk.raw('changes')).to.have.length(2);
    await feed.stop();
    await save('after');
    expect([await feed.list(), await desk.raw('changes')]).to.deep.equal([null, []]);
    expect(await feed.start()).to.not.equal(first);
  });

  it('tells of every write in order, with what it erased', async () => {
    const device = await feed.start();
    expect(await feed.start(), 'a second time').to.equal(device);
    await journal.save(recall(), trace());
    await journal.saveAll(['a', 'b'].map((id) => ({ entry: checkIn(id, NOON_MS), trace: null })));
    await journal.erase(['a', 'first']);
    await journal.changeSettings({ recallMs: 60_000 });
    expect(await told()).to.deep.equal([
      [['first'], []],
      [['a', 'b'], []],
      [[], ['a', 'first']],
    ]);
    const stamps = (await feed.list())!.map(({ at }) => at);
    expect([...stamps].sort(compareStamps)).to.deep.equal(stamps);
    expect(new Set(stamps.map(({ node }) => node))).to.deep.equal(new Set([device]));
  });

  it('shares the transaction of the write: if it cannot be told, nothing is written', async () => {
    await feed.start();
    const put = IDBObjectStore.prototype.put;
    const failing = function (this: IDBObjectStore, ...args: Parameters<typeof put>) {
      if (this.name === 'changes') throw new DOMException('killed', 'UnknownError');
      return put.apply(this, args);
    };
    await whileStubbed(IDBObjectStore.prototype, 'put', failing, () => rejection(save('lost')));
    expect([await journal.entry('lost'), await told()]).to.deep.equal([null, []]);
  });

  it('reaches a tab that did not hear of its beginning, and gives no stamp twice', async () => {
    const other = await desk.tab();
    await save('early', other);
    await feed.start();
    await Promise.all([save('x'), save('y', other), save('z'), save('w', other)]);
    const stamps = (await feed.list())!.map(({ at }) => `${at.ms}.${at.counter}`);
    expect(new Set(stamps).size).to.equal(4);
    expect((await told())!.flat(2).sort()).to.deep.equal(['w', 'x', 'y', 'z']);
  });

  it('is there at the next start, and drops what was passed on', async () => {
    await feed.start();
    await save('one');
    await save('two');
    journal.close();
    journal = await desk.tab();
    feed = await journal.changeFeed();
    await feed.drop([(await feed.list())![0]!.id]);
    await save('three');
    expect(await told()).to.deep.equal([
      [['two'], []],
      [['three'], []],
    ]);
  });

  it('makes stamps later than those it saw, but does not follow a clock that is far ahead', async () => {
    await feed.start();
    const seen = { ms: Date.now() + MAX_AHEAD_MS - 1_000, counter: 7, node: 'other' };
    await feed.saw(seen);
    await save('one');
    expect((await feed.list())![0]!.at).to.include({ ms: seen.ms, counter: 8 });
    const far = { ms: Date.now() + 2 * MAX_AHEAD_MS, counter: 0, node: 'other' };
    expect((await rejection(feed.saw(far))).cause).to.be.instanceOf(ClockAhead);
  });

  it('says nothing of the entries in the clear', async () => {
    await feed.start();
    await save('secret-id');
    const text = JSON.stringify(await desk.raw('changes'), (_key, value) =>
      ArrayBuffer.isView(value) ? new TextDecoder('latin1').decode(value) : value,
    );
    expect(text).to.not.contain('secret-id');
    expect(Object.keys((await desk.raw('changes'))[0]!).sort()).to.deep.equal(['body', 'id', 'version']);
  });

  it('is refused rather than passed over if one of it cannot be read', async () => {
    await feed.start();
    await save('one');
    await desk.plant('changes', { id: 'planted', version: 1, body: new Uint8Array(40) });
    expect((await rejection(feed.list())).code).to.equal('journal-unreadable');
  });
});
