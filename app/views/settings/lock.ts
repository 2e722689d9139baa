import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { MINUTE_MS } from '../../base/time';
import { asFailure, type Failure } from '../../domain/failure/failure';
import { WordsElement } from '../../elements/base/words-element';
import { choices } from '../../elements/fields/choices';
import '../../elements/blocks/progress';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import { dayHere } from '../../words/day-words';
import { failureWords } from '../../words/failure/failure-words';
import { sentences } from '../../words/lists';
import { formatDuration } from '../../words/measures';
import { formatCount } from '../../words/numbers';
import { failureNotice } from '../shared/failure-notice';
import { navigate } from '../shared/navigate';
import { settingsStyles } from './settings-styles';

/** Stands for "not by this" among the choices. */
const NEVER = -1;

/** What opens the journal, and when it closes by itself. */
@customElement('rv-settings-lock')
export class RvSettingsLock extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private passkeys = false;
  @state() private failure: Failure | null = null;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    const { lock } = this.services;
    this.#stop = lock.subscribe(() => this.requestUpdate());
    void lock.passkeysMayWork().then((may) => {
      this.passkeys = may;
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  protected override render(): TemplateResult {
    return html`<section aria-labelledby="lock">
      <h2 class="h2" id="lock">${msg('Lock')}</h2>
      <div class="card">${this.services.lock.state.protected ? this.#locked() : this.#open()}</div>
      ${this.failure ? failureNotice(this.failure) : nothing}
    </section>`;
  }

  #open(): TemplateResult {
    return html`<p class="lede">
        ${msg('Your journal is encrypted with a key this browser keeps. A copy of the data alone can’t be read, but someone holding your unlocked phone can open it. To prevent that, set a passphrase.')}
      </p>
      <button class="quiet less" @click=${() => this.#to('new')}>${msg('Set a passphrase')}</button>`;
  }

  #locked(): TemplateResult {
    const { policy, renewal } = this.services.lock.state;
    return html`
      ${renewal ? this.#renewal(renewal) : html`<p class="lede">${msg('Your passphrase opens it. No one else has a key.')}</p>`}
      ${this.#sealing()}
      <button class="quiet less" @click=${this.#lockNow}>${msg('Lock now')}</button>
      <fieldset>
        <legend>${msg('Lock after inactivity')}</legend>
        ${choices('idle', times([1, 5, 15]), policy.idleMs ?? NEVER, (value) => this.#change({ idleMs: orNever(value) }))}
      </fieldset>
      <fieldset>
        <legend>${msg('Lock in the background after')}</legend>
        ${choices('hidden', times([0, 1, 5]), policy.hiddenMs ?? NEVER, (value) => this.#change({ hiddenMs: orNever(value) }))}
      </fieldset>
      ${this.#reload(policy.onReload)}
      <div class="group">
        ${renewal ? nothing : this.#changes()}
        <button class="link bad" @click=${() => this.#to('off')}>${msg('Remove the lock')}</button>
      </div>
    `;
  }

  #changes(): TemplateResult {
    return html`<button class="link" @click=${() => this.#to('passphrase')}>${msg('Change the passphrase')}</button>
      <button class="link" @click=${() => this.#to('recovery')}>${msg('New recovery code')}</button>
      ${this.#passkeyButtons()}`;
  }

  /** Why the lock has to be renewed before anything else about it can be changed. */
  #renewal(why: 'old' | 'altered'): TemplateResult {
    const { what, safe } = failureWords('lock-altered');
    const text =
      why === 'altered'
        ? sentences([what, safe])
        : msg('Your lock was made by an earlier version of Reverie. Renew it before you change anything about it.');
    return html`<p class="lede" role=${why === 'altered' ? 'alert' : nothing}>${text}</p>
      <p class="small">
        ${msg('You’ll choose a passphrase, which may be the one you have, and get a new recovery code. Passkeys have to be added again.')}
      </p>
      <button class="quiet less" @click=${() => this.#to('renew')}>${msg('Renew the lock')}</button>`;
  }

  #sealing(): TemplateResult | typeof nothing {
    const { sealing } = this.services.lock.state;
    if (!sealing) return nothing;
    const { done, total } = sealing;
    return html`<rv-progress
      label=${msg('Sealing everything with the new key')}
      amount=${msg(str`${formatCount(done)} of ${formatCount(total)}`)}
      .loaded=${done}
      .total=${total}
    ></rv-progress>`;
  }

  #reload(onReload: boolean): TemplateResult {
    const options = [
      { value: 'ask', word: msg('Ask again') },
      { value: 'stay', word: msg('Stay unlocked') },
    ] as const;
    return html`<fieldset>
      <legend>${msg('After a reload')}</legend>
      ${choices<'ask' | 'stay'>('reload', options, onReload ? 'ask' : 'stay', (value) => this.#change({ onReload: value === 'ask' }))}
      <p class="small">
        ${onReload ? msg('The key is only in memory.') : msg('While the page reloads, the key waits in memory for a few seconds, for this tab only. It’s never written to disk.')}
      </p>
    </fieldset>`;
  }

  #passkeyButtons(): TemplateResult {
    const { passkeys } = this.services.lock.state;
    return html`${passkeys.map(
      ({ id, createdMs }) =>
        html`<button class="link bad" @click=${() => this.#to(`passkey-off/${encodeURIComponent(id)}`)}>
          ${msg(str`Remove the passkey from ${dayHere(createdMs)}`)}
        </button>`,
    )}
    ${this.passkeys ? html`<button class="link" @click=${() => this.#to('passkey')}>${msg('Add a passkey')}</button>` : nothing}`;
  }

  readonly #lockNow = (): void => void this.#do(() => this.services.lock.lockNow());

  #change(change: Parameters<Services['lock']['changePolicy']>[0]): void {
    void this.#do(() => this.services.lock.changePolicy(change));
  }

  async #do(work: () => Promise<void>): Promise<void> {
    this.failure = null;
    await work().catch((error: unknown) => {
      this.failure = asFailure(error, 'save-failed');
    });
  }

  #to(what: string): void {
    navigate(this, `/lock/${what}`);
  }

  static override styles = [sharedStyles, settingsStyles];
}

const orNever = (value: number): number | null => (value === NEVER ? null : value);

function times(minutes: readonly number[]): { readonly value: number; readonly word: string }[] {
  const words = minutes.map((value) => ({
    value: value * MINUTE_MS,
    word: value === 0 ? msg('A moment') : formatDuration(value * MINUTE_MS),
  }));
  return [...words, { value: NEVER, word: msg('Never') }];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-lock': RvSettingsLock;
  }
}
