import { expect } from 'chai';
import { Failure } from '../../../app/domain/failure/failure';
import { Connection } from '../../../app/journal/store/connection';
import { FREE_TRIES, FRESH_WAIT_MS, LONGEST_WAIT_MS } from '../../../app/journal/vault/slow-down';
import { Tries } from '../../../app/journal/vault/tries';
import { NO_TRIES, readTries } from '../../../app/journal/vault/vault-records';
import { VaultStore } from '../../../app/journal/vault/vault-store';
import { NOON_MS } from '../support/samples';
import { Desk, rejection } from '../support/with-journal';

const DAY_MS = 86_400_000;

describe('counting tries', () => {
  let desk: Desk;
  let clock: { wall: number; running: number };
  beforeEach(async () => {
    desk = new Desk();
    clock = { wall: NOON_MS, running: 1_000 };
    await desk.tab();
  });
  afterEach(() => desk.clear());

  /** A page that has just been opened on the vault; its monotonic clock begins somewhere of its own. */
  const page = async (from = Math.floor(Math.random() * DAY_MS)): Promise<Tries> => {
    const connection = new Connection({ name: desk.name });
    desk.alsoClose(connection);
    const store = new VaultStore(connection);
    const tries = new Tries(store, { epochMs: () => clock.wall, monotonicMs: () => from + clock.running });
    const byId = new Map((await store.load()).map((record) => [record.id, record]));
    tries.learn(readTries(byId.get('tries'), byId.get('lock')));
    return tries;
  };
  const wrong = () => Promise.reject(new Failure('secret-wrong'));
  const right = async () => 'open';
  /** Wrong tries one after another; resolves with how many were made before one had to wait. */
  const triesUntilWait = async (...pages: Tries[]): Promise<number> => {
    for (let made = 0; ; made++) {
      const { code } = await rejection(pages[made % pages.length]!.counted(wrong));
      if (code === 'try-later') return made;
    }
  };
  const plant = (wrongTries: number) => desk.plant('vault', { ...NO_TRIES, wrongTries, lastTryMs: clock.wall });

  it('is one count for all tabs, one after another and at once', async () => {
    const six = await Promise.all(Array.from({ length: 6 }, () => page()));
    expect(await triesUntilWait(...six)).to.equal(FREE_TRIES);
    clock.running += LONGEST_WAIT_MS;
    expect(await (await page()).counted(right).catch(() => 'waits'), 'a new tab').to.equal('waits');

    await plant(0);
    const others = await Promise.all(Array.from({ length: 6 }, () => page()));
    const codes = await Promise.all(
      others.flatMap((tries) => [tries, tries]).map((tries) => rejection(tries.counted(wrong))),
    );
    expect(codes.filter(({ code }) => code === 'secret-wrong')).to.have.length(FREE_TRIES);
    expect((await page()).wrong).to.equal(FREE_TRIES);
  });

  it('begins again after a right one, in every tab', async () => {
    const [here, there] = [await page(), await page()];
    for (let made = 0; made < FREE_TRIES - 1; made++) await rejection(here.counted(wrong));
    expect(await there.counted(right)).to.equal('open');
    expect(await triesUntilWait(here)).to.equal(FREE_TRIES);
  });

  it('does not take back another tab’s wrong try where this one found damage', async () => {
    const [here, there] = [await page(), await page()];
    let damage = (): void => undefined;
    const slow = here.counted(() => new Promise((_, reject) => (damage = () => reject(new Failure('keys-damaged')))));
    const ended = rejection(slow);
    await rejection(there.counted(wrong));
    damage();
    expect((await ended).code).to.equal('keys-damaged');
    expect((await page()).wrong).to.equal(1);
  });

  it('waits as long as the page really waited, however the phone’s clock is set', async () => {
    await plant(9);
    const here = await page();
    clock.running += FRESH_WAIT_MS;
    await rejection(here.counted(wrong));
    expect(here.waitMs()).to.equal(32_000);
    for (const moved of [DAY_MS, -2 * DAY_MS, DAY_MS]) {
      clock.wall += moved;
      expect(here.waitMs()).to.equal(32_000);
      expect((await rejection(here.counted(wrong))).code).to.equal('try-later');
    }
    clock.running += 32_000;
    expect(await here.counted(right)).to.equal('open');
  });

  it('leaves a part of the wait to a new page after the clock was set on, and never more than the whole', async () => {
    await plant(20);
    clock.wall += DAY_MS;
    expect((await page()).waitMs()).to.equal(FRESH_WAIT_MS);
    clock.wall -= 2 * DAY_MS;
    expect((await page()).waitMs()).to.equal(LONGEST_WAIT_MS);
    await plant(FREE_TRIES);
    clock.wall += DAY_MS;
    expect((await page()).waitMs()).to.equal(1_000);
  });

  it('goes on from the count that was kept with the lock, and from none where it cannot be read', async () => {
    expect(readTries(undefined, { id: 'lock', wrongTries: 7, lastTryMs: 5 } as never).wrongTries).to.equal(7);
    for (const damaged of [{}, { wrongTries: -1, lastTryMs: 0 }, { wrongTries: 0.5, lastTryMs: 0 }, undefined]) {
      expect(readTries(damaged as never, undefined)).to.deep.equal(NO_TRIES);
    }
  });
});
