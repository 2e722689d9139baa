import { expect } from 'chai';
import { AutoLock } from '../../app/shell/auto-lock';

describe('the automatic lock', () => {
  let nowMs: number;
  let busy: boolean;
  let locks: number;
  let covered: number;
  let failing: boolean;
  let policy: { idleMs: number | null; hiddenMs: number | null } | null;
  let hidden: boolean;
  let stop: () => void;

  beforeEach(() => {
    [nowMs, busy, locks, covered, hidden, failing] = [1_000_000, false, 0, 0, false, false];
    policy = { idleMs: 60_000, hiddenMs: 10_000 };
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (hidden ? 'hidden' : 'visible'),
    });
    stop = new AutoLock({
      policy: () => policy,
      busy: () => busy,
      cover: () => covered++,
      uncover: () => covered--,
      lock: async () => {
        locks++;
        if (failing) throw new Error('not now');
      },
      nowMs: () => nowMs,
    }).start();
  });
  afterEach(() => {
    stop();
    Reflect.deleteProperty(document, 'visibilityState');
  });

  const look = () => dispatchEvent(new Event('pageshow'));
  const touch = () => dispatchEvent(new Event('pointerdown'));
  const show = (visible: boolean) => {
    hidden = !visible;
    document.dispatchEvent(new Event('visibilitychange'));
  };

  it('comes when nothing was touched for so long, and not a moment earlier', () => {
    nowMs += 59_999;
    look();
    expect(locks).to.equal(0);
    nowMs += 1;
    look();
    expect([locks, covered]).to.deep.equal([1, 1]);
  });

  it('is put off by a touch, but not by one that comes too late', () => {
    nowMs += 50_000;
    touch();
    nowMs += 50_000;
    look();
    expect(locks).to.equal(0);
    nowMs += 60_000;
    touch();
    look();
    expect(locks).to.equal(1);
  });

  it('comes when the app was out of sight for so long, also where its timers slept', () => {
    show(false);
    nowMs += 9_999;
    show(true);
    expect(locks).to.equal(0);
    show(false);
    nowMs += 10_000;
    show(true);
    expect(locks).to.equal(1);
  });

  it('waits while a recall runs', () => {
    busy = true;
    nowMs += 200_000;
    look();
    busy = false;
    nowMs += 59_999;
    look();
    expect(locks).to.equal(0);
  });

  it('does nothing without a lock, or where the person wants neither', () => {
    for (const none of [null, { idleMs: null, hiddenMs: null }]) {
      policy = none;
      show(false);
      nowMs += 10_000_000;
      show(true);
    }
    expect(locks).to.equal(0);
  });

  it('shows the screen again where it could not come about, and tries again after as long', async () => {
    failing = true;
    nowMs += 60_000;
    look();
    expect([locks, covered]).to.deep.equal([1, 1]);
    await new Promise((resolve) => setTimeout(resolve));
    expect(covered).to.equal(0);
    nowMs += 59_999;
    look();
    expect(locks).to.equal(1);
    failing = false;
    nowMs += 1;
    look();
    expect([locks, covered]).to.deep.equal([2, 1]);
  });

  it('is not put off for ever by a clock that was set back', () => {
    nowMs -= 3_600_000;
    look();
    nowMs += 60_000;
    look();
    expect(locks).to.equal(1);
  });
});
