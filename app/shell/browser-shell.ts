import type { MessageToServiceWorker } from '../../sw/messages';
import { log } from '../base/log';
import { HOUR_MS } from '../base/time';
import type { Shell, ShellState } from './shell';

/** How often an open app looks for a newer version when it comes back into view. */
const UPDATE_CHECK_MS = HOUR_MS;

/** Chromium's install question, which no type library knows. */
interface InstallQuestion extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** What the service worker and the browser offer, as one state; started once by `main.ts`. */
export class BrowserShell implements Shell {
  #state: ShellState = {
    offlineReady: Boolean(navigator.serviceWorker?.controller),
    updateReady: false,
    installable: false,
    manualInstall: isIosTab(navigator),
    online: navigator.onLine,
  };
  readonly #listeners = new Set<(state: ShellState) => void>();
  #registration: ServiceWorkerRegistration | null = null;
  #question: InstallQuestion | null = null;
  /** A service worker is in charge of this page; the first to take it over is newer than nothing, whichever tab brought it. */
  #controlled = Boolean(navigator.serviceWorker?.controller);
  /** Who was in charge when the page was opened: it is started a while later, and nobody else listens until then. */
  readonly #opener = navigator.serviceWorker?.controller ?? null;
  /** The person asked for the update in this tab: the page opens again as soon as the new version is in charge. */
  #updating = false;
  /** Another tab has put a newer version in charge: nothing waits any more, this page only has to open again. */
  #overtaken = false;
  #checkedAtMs = performance.now();

  /** @param reload opens the page again; given by tests. */
  constructor(
    private readonly scriptUrl = '/sw.js',
    private readonly reload: () => void = () => location.reload(),
  ) {
    window.addEventListener('online', () => this.#change({ online: true }));
    window.addEventListener('offline', () => this.#change({ online: false }));
    window.addEventListener('beforeinstallprompt', (event) => this.#keepQuestion(event as InstallQuestion));
    window.addEventListener('appinstalled', () => this.#forgetQuestion());
  }

  get state(): ShellState {
    return this.#state;
  }

  subscribe(listener: (state: ShellState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Registers the service worker. Without one the app works as long as there is a network, so a failure is only logged. */
  async start(): Promise<void> {
    const { serviceWorker } = navigator;
    if (!serviceWorker) return;
    serviceWorker.addEventListener('controllerchange', () => this.#onNewController());
    document.addEventListener('visibilitychange', () => this.#lookForUpdate());
    const { controller } = serviceWorker;
    if (controller && controller !== this.#opener) this.#onNewController();
    await loaded();
    try {
      this.#follow(await serviceWorker.register(this.scriptUrl));
    } catch (error) {
      log.warn('no service worker', error);
    }
  }

  async applyUpdate(): Promise<void> {
    if (this.#overtaken || !navigator.serviceWorker) return this.reload();
    this.#updating = true;
    const message: MessageToServiceWorker = { type: 'SKIP_WAITING' };
    const registration = await navigator.serviceWorker.getRegistration();
    // Another tab may have let it in meanwhile; then there is nothing to wait for.
    if (!registration?.waiting) return this.reload();
    registration.waiting.postMessage(message);
  }

  async install(): Promise<boolean> {
    const question = this.#question;
    if (!question) return false;
    this.#forgetQuestion();
    return (await question.prompt()).outcome === 'accepted';
  }

  #follow(registration: ServiceWorkerRegistration): void {
    this.#registration = registration;
    const look = (): void => {
      if (isUpdate(registration)) this.#change({ updateReady: true });
    };
    const watch = (): void => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'activated') this.#change({ offlineReady: true });
        else look();
      });
    };
    registration.addEventListener('updatefound', watch);
    watch();
    look();
  }

  #onNewController(): void {
    const isNewer = this.#controlled;
    this.#controlled = true;
    if (this.#updating) this.reload();
    if (this.#updating || !isNewer) return;
    // Never reload by ourselves: a session may be under way. The card says that a new version is ready.
    this.#overtaken = true;
    this.#change({ updateReady: true });
  }

  #lookForUpdate(): void {
    const now = performance.now();
    if (document.hidden || now - this.#checkedAtMs < UPDATE_CHECK_MS) return;
    this.#checkedAtMs = now;
    this.#registration?.update().catch(() => undefined);
  }

  #keepQuestion(question: InstallQuestion): void {
    question.preventDefault();
    this.#question = question;
    this.#change({ installable: true });
  }

  #forgetQuestion(): void {
    this.#question = null;
    this.#change({ installable: false });
  }

  #change(change: Partial<ShellState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener(this.#state);
  }
}

/** Whether what waits is a newer version: the very first one waits a moment too, until it takes over by itself. */
export const isUpdate = (registration: Pick<ServiceWorkerRegistration, 'active' | 'waiting'> | undefined): boolean =>
  Boolean(registration?.active && registration.waiting);

/** Resolves when the page has loaded: the service worker fetches the whole app, and what the page itself needs comes first. */
const loaded = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve();
    else addEventListener('load', () => resolve(), { once: true });
  });

/** What tells an iPhone or iPad, and whether the app runs from its home screen. */
type Device = Pick<Navigator, 'userAgent' | 'platform' | 'maxTouchPoints'> & { readonly standalone?: boolean };

/** Whether this is a tab on iOS. An iPad calls itself a Mac; Macs have no touch screen. */
export const isIosTab = (device: Device): boolean =>
  (/iPhone|iPad|iPod/.test(device.userAgent) || (device.platform === 'MacIntel' && device.maxTouchPoints > 1)) &&
  device.standalone !== true;
