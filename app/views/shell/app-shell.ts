import { provide } from '@lit/context';
import { msg } from '@lit/localize';
import { Router } from '@lit-labs/router';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { nextTask } from '../../base/idle';
import { log } from '../../base/log';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/marks/icon';
import '../../elements/blocks/notice';
import '../../elements/blocks/status';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, type ShellState, servicesContext } from '../../services/types';
import { goingFrom } from '../shared/came-from';
import type { NavigateEvent } from '../shared/navigate';
import { notFetchedNotice } from '../shared/not-fetched-notice';
import type { ScreenEvent } from '../shared/screen';
import { navigation, topBar } from './frame';
import { turnPage } from './page-turn';
import { placed, ROUTES, type Route } from './routes';
import { shellStyles } from './shell-styles';

/*
 * [Note: Titles name the place]
 *
 * Browsers keep a window's title in the clear, in their history, among the tabs they open again and in the list of what runs; it
 * stays there when the journal is locked or erased. So it is a fixed name of the screen, never its heading: that may be the title
 * of a memory, a whole note, or what was found out. Nor does an address hold more of an entry than its random id.
 */

/** The place a screen without a tab of its own belongs to. */
function tabOf(path: string): string {
  if (path.startsWith('/entry/')) return '/history';
  if (path.startsWith('/insights/')) return '/insights';
  return ['/import', '/print', '/restore'].includes(path) ? '/settings' : path;
}

/** Paths on which the person is in the middle of something: no tabs, no cards, nothing that calls away. */
const SESSION_PATHS: readonly string[] = ['/recall', '/check-in'];
/** Whether the person is in the middle of something on this path. */
const isSession = (path: string): boolean => SESSION_PATHS.includes(path) || path.startsWith('/lock/');

/**
 * The frame around every screen: where one is, how to get elsewhere, and the few things the app itself has to say (a new
 * version, no network). It hands the services to all screens and owns the address bar, the title and the focus.
 */
@customElement('rv-app')
export class RvApp extends WordsElement {
  @provide({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private shell: ShellState | null = null;
  @state() private laterUpdate = false;
  @state() private loadFailed = false;
  /** A passing word, in the language of the page. */
  @state() private toast: (() => string) | null = null;

  readonly #router = new Router(
    this,
    ROUTES.map((route) => ({
      path: route.path,
      enter: () => this.#enter(route.name, placed(route, this.services.inSample).load),
      render: (params) => placed(route, this.services.inSample).render(params),
    })),
    { fallback: { enter: () => this.#toToday() } },
  );

  #stopListening: (() => void) | undefined;
  #shownPath: string | null = null;
  /** The place that is shown, in the language of the page. */
  #name: (() => string) | null = null;
  #returning = false;
  #movesFocus = false;
  /** Scroll position to restore on the next page: where it was left if the person goes back to it, else its top. */
  #scrollTo = 0;
  readonly #scrolled = new Map<string, number>();
  #pageShown: (() => void) | undefined;

  override connectedCallback(): void {
    // Before the router's own listener, which super adds: it must know that this step goes back.
    window.addEventListener('popstate', this.#onReturn);
    history.scrollRestoration = 'manual';
    super.connectedCallback();
    this.shell = this.services.shell.state;
    this.#stopListening = this.services.shell.subscribe((next) => this.#onShell(next));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('popstate', this.#onReturn);
    this.#stopListening?.();
  }

  protected override updated(_changed: PropertyValues): void {
    // The language may have changed.
    this.#entitle();
    const path = location.pathname;
    if (path === this.#shownPath || !this.#router.outlet()) return;
    this.#shownPath = path;
    window.scrollTo(0, this.#scrollTo);
    this.#pageShown?.();
  }

  protected override render() {
    const inSession = isSession(location.pathname);
    return html`
      <div class="frame ${inSession ? 'in-session' : ''}">
        ${this.services.inSample ? html`<rv-sample-band></rv-sample-band>` : nothing}
        ${inSession ? nothing : this.#navigation()}
        <main id="main" tabindex="-1" @rv-navigate=${this.#onNavigate} @rv-screen=${this.#onScreen}>
          ${inSession ? nothing : topBar(this.#status())}
          ${this.loadFailed ? this.#loadFailure() : this.#router.outlet()}
        </main>
        ${inSession ? nothing : this.#updateCard()}
        <rv-toast .text=${(!inSession && this.toast?.()) || ''} @rv-close=${() => (this.toast = null)}></rv-toast>
      </div>
    `;
  }

  #navigation(): TemplateResult {
    return navigation({
      here: tabOf(location.pathname),
      icon: (name) => html`<rv-icon name=${name}></rv-icon>`,
      skip: html`<button class="skip" @click=${this.#skip}>${msg('Skip to content')}</button>`,
      foot: html`<div class="rail-foot">${this.#status()}</div>`,
    });
  }

  #status(): TemplateResult {
    return html`<rv-status ?offline=${this.shell?.online === false}></rv-status>`;
  }

  #updateCard() {
    if (!this.shell?.updateReady || this.laterUpdate) return nothing;
    return html`<aside class="update" aria-label=${msg('Update')}>
      <rv-notice
        what=${msg('A new version is ready.')}
        safe=${msg('Your journal stays as it is. The app will reload.')}
      >
        <button class="primary less" @click=${() => void this.services.shell.applyUpdate()}>${msg('Update')}</button>
        <button class="link" @click=${() => (this.laterUpdate = true)}>${msg('Later')}</button>
      </rv-notice>
    </aside>`;
  }

  #loadFailure(): TemplateResult {
    const again = html`<button class="primary less" @click=${() => location.reload()}>${msg('Try again')}</button>`;
    return html`<div class="page">${notFetchedNotice(again)}</div>`;
  }

  /** Fetches the screen, then turns the page. A navigation that another one has overtaken is dropped. */
  async #enter(name: Route['name'], load: Route['load']): Promise<boolean> {
    const path = location.pathname;
    const failed = await load(this.services).then(
      () => false,
      (error: unknown) => {
        log.warn('a screen could not be loaded', error);
        return true;
      },
    );
    if (path !== location.pathname) return false;
    this.#name = name;
    this.#entitle();
    this.loadFailed = failed;
    if (this.#shownPath === null) return true;
    goingFrom(this.#shownPath);
    this.#scrolled.set(this.#shownPath, window.scrollY);
    this.#scrollTo = this.#returning ? (this.#scrolled.get(path) ?? 0) : 0;
    this.#returning = false;
    this.#movesFocus = true;
    await turnPage(() => new Promise((shown) => (this.#pageShown = shown)));
    return true;
  }

  /** See: [Note: Titles name the place] */
  #entitle(): void {
    if (this.#name) document.title = `${this.#name()} · Reverie`;
  }

  async #toToday(): Promise<boolean> {
    history.replaceState({}, '', '/');
    await this.#router.goto('/');
    return false;
  }

  #onReturn = (): void => {
    this.#returning = true;
  };

  async #onNavigate({ detail: { path, replace } }: NavigateEvent): Promise<void> {
    const url = new URL(path, location.origin);
    history[replace ? 'replaceState' : 'pushState']({}, '', url);
    await this.#router.goto(url.pathname);
  }

  /** The screen's data is there: after a navigation the focus starts at its heading. */
  #onScreen({ detail: { heading } }: ScreenEvent): void {
    if (!this.#movesFocus) return;
    this.#movesFocus = false;
    heading.focus({ preventScroll: true });
    // The parts of a list take their height a moment after the list itself.
    if (this.#scrollTo > 0) requestAnimationFrame(() => window.scrollTo(0, this.#scrollTo));
  }

  #onShell(next: ShellState): void {
    if (next.offlineReady && this.shell?.offlineReady === false) void this.#tellOfflineReady();
    this.shell = next;
  }

  /** It happens once on a phone, and only where everything has been fetched. */
  async #tellOfflineReady(): Promise<void> {
    try {
      // Drawn empty first: a screen reader says what a region comes to hold, not what it begins with.
      await import('../../elements/blocks/toast');
      await nextTask();
      this.toast = () => msg('Ready to use offline.');
    } catch (error) {
      log.warn('a toast could not be loaded', error);
    }
  }

  #skip(): void {
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }

  static override styles = [sharedStyles, shellStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-app': RvApp;
  }
}
