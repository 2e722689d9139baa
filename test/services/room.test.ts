import { expect } from 'chai';
import { newId } from '../../app/base/ids';
import { DAY_MS, MINUTE_MS } from '../../app/base/time';
import { Failure } from '../../app/domain/failure/failure';
import { giveUpReserve, hasReserve } from '../../app/journal/reserve/reserve';
import { LITTLE_ROOM_BYTES, TRIED_BYTES } from '../../app/journal/reserve/room-left';
import { DoubtMark } from '../../app/journal/second/doubt-mark';
import { PageRoom } from '../../app/services/room';
import { FakeJournal } from '../support/fake-journal';

describe('the room on the phone', () => {
  let name: string;
  let nowMs: number;
  let left: number;
  let fits: boolean;
  let tried: number[];
  const journal = new FakeJournal();

  beforeEach(() => {
    name = `room-${newId()}`;
    [nowMs, left, fits, tried] = [20 * DAY_MS, 10 * LITTLE_ROOM_BYTES, true, []];
  });
  afterEach(async () => {
    await giveUpReserve(name);
    new DoubtMark(name).clear();
    localStorage.removeItem(`${name}-room`);
  });

  const clock = { epochMs: () => nowMs, monotonicMs: () => nowMs, zone: () => 'UTC' };
  const room = () =>
    new PageRoom(
      { journal, clock },
      {
        name,
        storage: { estimate: async () => ({ usage: 1_000, quota: 1_000 + left }) },
        triesRoom: async (bytes = 0) => {
          tried.push(bytes);
          if (!fits) throw new Failure('store-doubtful');
        },
      },
    );

  it('is nothing to speak of while there is enough, and a reserve is taken of it, once', async () => {
    const page = room();
    await page.look();
    expect(page.word).to.equal(null);
    expect(await hasReserve(name)).to.equal(true);
    expect(tried).to.deep.equal([TRIED_BYTES]);
  });

  it('is told as little on one side of the threshold, and not on the other', async () => {
    const page = room();
    left = LITTLE_ROOM_BYTES - 1;
    await page.look();
    expect(page.word).to.equal('little');
    expect(await hasReserve(name), 'what little there is is left to the journal').to.equal(false);
    left = LITTLE_ROOM_BYTES;
    await page.look();
    expect(page.word).to.equal(null);
  });

  it('is told as little where the browser says there is enough and it does not fit, until it does', async () => {
    const page = room();
    fits = false;
    await page.look();
    expect(page.word).to.equal('little');
    expect(await hasReserve(name)).to.equal(false);
    fits = true;
    nowMs += 10 * MINUTE_MS - 1;
    await page.look();
    expect(page.word, 'not tried again so soon').to.equal('little');
    nowMs += 1;
    await page.look();
    expect(page.word).to.equal(null);
    expect(await hasReserve(name)).to.equal(true);
  });

  it('is taken again once the reserve was given up', async () => {
    const page = room();
    await page.look();
    await giveUpReserve(name);
    nowMs += 10 * MINUTE_MS;
    await page.look();
    expect(await hasReserve(name)).to.equal(true);
  });

  it('is tried out once a day, though a reserve is there', async () => {
    await room().look();
    localStorage.setItem(`${name}-room`, String(nowMs / DAY_MS));
    await room().look();
    expect(tried).to.have.length(1);
    nowMs += DAY_MS;
    fits = false;
    const page = room();
    await page.look();
    expect(page.word).to.equal('little');
    expect(await hasReserve(name), 'the reserve stays').to.equal(true);
  });

  it('asks for a fresh start of the browser once a save has worked in doubt, and tells who listens', async () => {
    const page = room();
    await page.look();
    const told: unknown[] = [];
    const stop = page.subscribe(() => told.push(page.word));
    new DoubtMark(name).raise();
    await page.look();
    expect(told).to.deep.equal(['restart']);
    new DoubtMark(name).note({ wholeMs: [1, 2] });
    await page.look();
    stop();
    new DoubtMark(name).raise();
    await page.look();
    expect(told).to.deep.equal(['restart', null]);
  });

  it('is looked at after each change of the journal', async () => {
    const changing = new FakeJournal();
    const page = new PageRoom(
      { journal: changing, clock },
      { name, storage: undefined, triesRoom: async () => undefined },
    );
    const told = new Promise<void>((resolve) => page.subscribe(resolve));
    page.start();
    new DoubtMark(name).raise();
    await changing.changeSettings({ recallMs: 30_000 });
    await told;
    expect(page.word).to.equal('restart');
  });

  it('tells what something else has changed, until it was seen', async () => {
    const changed = new FakeJournal();
    changed.changedOutside = { missing: 1, added: 0, older: 0, months: 0, unlisted: false };
    const page = new PageRoom({ journal: changed, clock }, { name, triesRoom: async () => undefined });
    await page.look();
    expect([page.word, page.outside?.missing]).to.deep.equal(['altered', 1]);
    await changed.forgetOutside();
    await page.look();
    expect(page.word).to.equal(null);
  });
});
