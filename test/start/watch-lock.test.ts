import { expect } from 'chai';
import { watchLock } from '../../app/start/watch-lock';
import { SamplePage } from '../services/support/page';
import { settle } from '../session/support/fake-time';
import { FakeLock } from '../support/fake-lock';
import { FakeSession } from '../support/fake-session';
import { until } from '../support/mount';

const IDLE_MS = 300_000;

describe('the watch over the lock', () => {
  let nowMs: number;
  let page: SamplePage;
  let lock: FakeLock;
  let app: HTMLElement;
  let stop: () => void;
  beforeEach(async () => {
    nowMs = 0;
    page = Object.assign(new SamplePage(), {
      clock: { epochMs: () => nowMs, monotonicMs: () => 0, zone: () => 'UTC' },
    });
    lock = new FakeLock();
    lock.state = { ...lock.state, protected: true, policy: { ...lock.state.policy, idleMs: IDLE_MS } };
    app = document.createElement('div');
    stop = await watchLock(page, lock, app);
  });
  afterEach(() => stop());

  /** The page comes back into view when that much time has passed: then it is looked at the clock. */
  async function after(ms: number): Promise<void> {
    nowMs += ms;
    dispatchEvent(new Event('pageshow'));
    await settle();
  }

  it('hides what is on the screen and locks, once nobody has touched it for as long as was set', async () => {
    await after(IDLE_MS - 1);
    expect([app.hidden, lock.calls]).to.deep.equal([false, []]);
    await after(1);
    expect([app.hidden, lock.calls]).to.deep.equal([true, [['lockNow']]]);
  });

  it('shows it again where the lock did not come about', async () => {
    lock.failure = new Error('waits');
    await after(IDLE_MS);
    expect([app.hidden, lock.calls]).to.deep.equal([false, [['lockNow']]]);
  });

  it('does not take who sits still in a recall for one who has gone, but one who has paused it', async () => {
    const session = new FakeSession({ step: 'recall' });
    page.live.recalls.show(session);
    await after(IDLE_MS);
    expect(lock.calls).to.deep.equal([]);
    session.pause();
    await after(IDLE_MS);
    expect(lock.calls).to.deep.equal([['lockNow']]);
  });

  it('begins with the lock that an open journal is given', async () => {
    stop();
    const open = new FakeLock();
    stop = await watchLock(page, open, app);
    await after(10 * IDLE_MS);
    expect([app.hidden, open.calls]).to.deep.equal([false, []]);
    open.state = { ...open.state, protected: true };
    await open.changePolicy({ idleMs: IDLE_MS });
    await until(() => {
      nowMs += IDLE_MS;
      dispatchEvent(new Event('pageshow'));
      return open.calls.some(([name]) => name === 'lockNow');
    }, 'it locks by itself');
    expect(app.hidden).to.equal(true);
  });

  it('leaves a journal without a lock open', async () => {
    lock.state = { ...lock.state, protected: false };
    await after(10 * IDLE_MS);
    expect([app.hidden, lock.calls]).to.deep.equal([false, []]);
  });
});
