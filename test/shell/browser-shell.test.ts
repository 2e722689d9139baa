import { expect } from 'chai';
import type { ShellState } from '../../app/services/types';
import { BrowserShell, isIosTab, isUpdate } from '../../app/shell/browser-shell';

describe('BrowserShell', () => {
  const question = (outcome: 'accepted' | 'dismissed') =>
    Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: async () => ({ outcome }) });

  it('keeps the install question until it is asked, and asks it once', async () => {
    const shell = new BrowserShell('/no-such-worker.js');
    const states: ShellState[] = [];
    const stop = shell.subscribe((state) => states.push(state));
    expect(await shell.install()).to.equal(false);

    const event = question('accepted');
    window.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
    expect(states.at(-1)!.installable).to.equal(true);
    expect(await shell.install()).to.equal(true);
    expect(states.at(-1)!.installable).to.equal(false);
    expect(await shell.install()).to.equal(false);

    stop();
    const heard = states.length;
    window.dispatchEvent(question('dismissed'));
    expect(states.length).to.equal(heard);
  });

  it('follows the network', () => {
    const shell = new BrowserShell('/no-such-worker.js');
    window.dispatchEvent(new Event('offline'));
    expect(shell.state.online).to.equal(false);
    window.dispatchEvent(new Event('online'));
    expect(shell.state.online).to.equal(true);
  });

  for (const [before, updateReady] of [
    ['an older version', true],
    ['none', false],
  ] as const) {
    it(`notices who took over before it was started: after ${before}`, async () => {
      let controller = updateReady ? {} : null;
      Object.defineProperty(navigator.serviceWorker, 'controller', { configurable: true, get: () => controller });
      try {
        const shell = new BrowserShell('/no-such-worker.js');
        controller = {};
        await shell.start();
        expect(shell.state.updateReady).to.equal(updateReady);
      } finally {
        Reflect.deleteProperty(navigator.serviceWorker, 'controller');
      }
    });
  }

  /** A registration of a service worker that comes and goes as the test says. */
  class FakeRegistration extends EventTarget {
    installing: (EventTarget & { state: string }) | null = null;
    waiting: object | null = null;
    active: object | null = null;

    /** A version is being installed. */
    found(): void {
      this.installing = Object.assign(new EventTarget(), { state: 'installing' });
      this.dispatchEvent(new Event('updatefound'));
    }

    /** The version that is being installed has come to this state. */
    comesTo(state: 'installed' | 'activated'): void {
      const worker = this.installing!;
      worker.state = state;
      this.waiting = state === 'installed' ? worker : null;
      if (state === 'activated') this.active = worker;
      worker.dispatchEvent(new Event('statechange'));
    }
  }

  async function startedWith(registration: FakeRegistration): Promise<BrowserShell> {
    const { register } = navigator.serviceWorker;
    navigator.serviceWorker.register = async () => registration as unknown as ServiceWorkerRegistration;
    const shell = new BrowserShell();
    await shell.start();
    navigator.serviceWorker.register = register;
    return shell;
  }

  it('is ready to work without a network once its first service worker is active, and calls that no update', async () => {
    const registration = new FakeRegistration();
    registration.found();
    const shell = await startedWith(registration);
    expect(shell.state.offlineReady).to.equal(false);
    registration.comesTo('installed');
    expect(shell.state).to.include({ offlineReady: false, updateReady: false });
    registration.comesTo('activated');
    expect(shell.state).to.include({ offlineReady: true, updateReady: false });
  });

  it('tells of a newer version as soon as that waits, whether it came before or while the page was open', async () => {
    const before = Object.assign(new FakeRegistration(), { active: {}, waiting: {} });
    expect((await startedWith(before)).state.updateReady).to.equal(true);
    const later = Object.assign(new FakeRegistration(), { active: {} });
    const shell = await startedWith(later);
    later.found();
    expect(shell.state.updateReady).to.equal(false);
    later.comesTo('installed');
    expect(shell.state.updateReady).to.equal(true);
  });

  it('works on without a service worker, and opens the page again when asked to update', async () => {
    let reloads = 0;
    const shell = new BrowserShell('/no-such-worker.js', () => (reloads += 1));
    await shell.start();
    expect(shell.state.updateReady).to.equal(false);
    await shell.applyUpdate();
    expect(reloads).to.equal(1);
  });
});

describe('isUpdate', () => {
  const worker = {} as ServiceWorker;

  it('is a version that waits for an older one, never the first one on its way in', () => {
    expect(isUpdate({ active: worker, waiting: worker })).to.equal(true);
    expect(isUpdate({ active: null, waiting: worker })).to.equal(false);
    expect(isUpdate({ active: worker, waiting: null })).to.equal(false);
    expect(isUpdate(undefined)).to.equal(false);
  });
});

describe('isIosTab', () => {
  const iphone = {
    userAgent: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)',
    platform: 'iPhone',
    maxTouchPoints: 5,
  };

  it('knows an iPhone, and an iPad that calls itself a Mac', () => {
    expect(isIosTab(iphone)).to.equal(true);
    expect(isIosTab({ userAgent: 'Macintosh', platform: 'MacIntel', maxTouchPoints: 5 })).to.equal(true);
  });

  it('knows what is not one, or is installed already', () => {
    expect(isIosTab({ userAgent: 'Macintosh', platform: 'MacIntel', maxTouchPoints: 0 })).to.equal(false);
    expect(isIosTab({ userAgent: 'Linux; Android 15', platform: 'Linux armv8l', maxTouchPoints: 5 })).to.equal(false);
    expect(isIosTab({ ...iphone, standalone: true })).to.equal(false);
  });
});
