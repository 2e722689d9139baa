import { expect } from 'chai';
import type { Journal } from '../../../app/journal/journal';
import { checkIn, NOON_MS } from '../support/samples';
import { Desk, rejection } from '../support/with-journal';

const WHAT = { kind: 'merge', total: 50 } as const;

describe('the note of what is brought in', () => {
  let desk: Desk;
  let journal: Journal;

  beforeEach(async () => {
    desk = new Desk();
    journal = await desk.tab();
  });
  afterEach(() => desk.clear());

  /** What is left in the store of notes, but for the count that the second place goes by. */
  const stateLeft = async () => (await desk.raw('state')).filter(({ id }) => id !== 'second');

  it('is there while it lasts, of how many at least, and is no news to anyone then; afterwards it is gone', async () => {
    const other = await desk.tab();
    await journal.bulkWrite(WHAT, async (tell) => {
      for (let done = 1; done <= 45; done++) tell(done);
      // A write comes after the notes before it.
      await journal.save(checkIn('one', NOON_MS), null);
      expect(await desk.unsealed('state', 'bringing')).to.deep.equal({ version: 1, ...WHAT, done: 40 });
      expect(await other.interrupted()).to.equal(null);
    });
    expect((await stateLeft()).map(({ id }) => id)).to.deep.equal(['month-list', 'revision']);
  });

  it('goes also where it fails, for that is told at once', async () => {
    const failed = journal.bulkWrite(WHAT, () => Promise.reject(new Error('the disk is gone')));
    expect((await rejection(failed)).message).to.equal('the disk is gone');
    expect(await stateLeft()).to.deep.equal([]);
  });

  it('that a tab left behind which was ended is told until it is left at that, and is sealed', async () => {
    await desk.plantSealed('state', 'bringing', { version: 1, ...WHAT, done: 20 });
    const next = await desk.tab();
    expect(await next.interrupted()).to.deep.equal({ version: 1, ...WHAT, done: 20 });
    expect((await desk.raw('state'))[0]!.body).to.be.instanceOf(Uint8Array);
    let told = 0;
    next.subscribe(() => {
      told += 1;
    });
    await next.forgetInterrupted();
    expect(told).to.equal(1);
    expect(await journal.interrupted()).to.equal(null);
  });

  it('that cannot be read says nothing, and hinders nothing', async () => {
    await desk.plantSealed('state', 'bringing', { version: 2 });
    expect(await journal.interrupted()).to.equal(null);
    await journal.bulkWrite(WHAT, async () => undefined);
    expect(await stateLeft()).to.deep.equal([]);
  });
});
