import { expect } from 'chai';
import type { Visibility } from '../../app/capture/types';
import { PageVisibility } from '../../app/capture/visibility';
import { ScreenWakeLock } from '../../app/capture/wake-lock';

class FakeVisibility implements Visibility {
  hidden = false;
  readonly #listeners = new Set<(hidden: boolean) => void>();
  subscribe(listener: (hidden: boolean) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  set(hidden: boolean): void {
    this.hidden = hidden;
    for (const listener of this.#listeners) listener(hidden);
  }
}

/** A lock that the system can take away, as it does when the page is hidden. */
class FakeSource {
  given: { released: boolean; release(): Promise<void> }[] = [];
  refuses = false;
  request(): Promise<WakeLockSentinel> {
    if (this.refuses) return Promise.reject(new DOMException('battery', 'NotAllowedError'));
    const sentinel = {
      released: false,
      async release() {
        sentinel.released = true;
      },
    };
    this.given.push(sentinel);
    return Promise.resolve(sentinel as unknown as WakeLockSentinel);
  }
  get held(): number {
    return this.given.filter((sentinel) => !sentinel.released).length;
  }
}

describe('ScreenWakeLock', () => {
  it('is held from acquire to release, once', async () => {
    const source = new FakeSource();
    const lock = new ScreenWakeLock(new FakeVisibility(), source);
    await lock.acquire();
    await lock.acquire();
    expect(source.held).to.equal(1);
    await lock.release();
    expect(source.held).to.equal(0);
  });

  it('comes back with the page after the system took it', async () => {
    const source = new FakeSource();
    const visibility = new FakeVisibility();
    const lock = new ScreenWakeLock(visibility, source);
    await lock.acquire();
    await source.given[0]!.release();
    visibility.set(true);
    expect(source.held).to.equal(0);
    visibility.set(false);
    await Promise.resolve();
    expect(source.held).to.equal(1);
    await lock.release();
    visibility.set(false);
    await Promise.resolve();
    expect(source.held).to.equal(0);
  });

  it('gives back a lock that comes after it was released', async () => {
    const source = new FakeSource();
    const lock = new ScreenWakeLock(new FakeVisibility(), source);
    const acquiring = lock.acquire();
    await lock.release();
    await acquiring;
    expect(source.held).to.equal(0);
  });

  it('takes a refusal or a browser without it calmly', async () => {
    const source = new FakeSource();
    source.refuses = true;
    await new ScreenWakeLock(new FakeVisibility(), source).acquire();
    const without = new ScreenWakeLock(new FakeVisibility(), null as never);
    await without.acquire();
    await without.release();
  });
});

describe('PageVisibility', () => {
  it('tells when the page goes away, until it is unsubscribed', () => {
    const told: boolean[] = [];
    const stop = new PageVisibility().subscribe((hidden) => told.push(hidden));
    window.dispatchEvent(new Event('pagehide'));
    window.dispatchEvent(new Event('pageshow'));
    stop();
    window.dispatchEvent(new Event('pagehide'));
    expect(told).to.deep.equal([true, document.visibilityState === 'hidden']);
  });
});
