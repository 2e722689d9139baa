import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { asFailure, type Failure } from '../../domain/failure/failure';
import { failureWords } from '../../words/failure/failure-words';
import { sentences } from '../../words/lists';
import { formatSeconds } from '../../words/measures';
import '../../elements/marks/icon';
import '../../elements/drawings/scene';
import { sharedStyles } from '../../elements/styles/shared-styles';
import '../../elements/fields/secret-field';
import type { SecretField } from '../../elements/fields/secret-field';
import type { Unlocker } from '../../services/types';
import { Screen } from '../shared/screen';

/** How often a wait is counted down, in milliseconds. */
const TICK_MS = 250;

/**
 * The journal, closed: one field, and a calm horizon. Nothing personal is on it, not even how many entries there are.
 *
 * @fires rv-unlocked - The key is there.
 */
@customElement('rv-lock')
export class RvLock extends Screen {
  @property({ attribute: false }) lock!: Unlocker;
  @state() private failure: Failure | null = null;
  @state() private busy = false;
  @state() private waitMs = 0;
  @query('rv-secret-field') private field!: SecretField;
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.title = 'Reverie';
    this.#timer = setInterval(() => {
      this.waitMs = this.lock.waitMs();
    }, TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  protected override firstUpdated(): void {
    this.waitMs = this.lock.waitMs();
    void this.field.updateComplete.then(() => this.field.focus());
  }

  protected override render(): TemplateResult {
    return html`<main>
      <div class="above">
        <rv-scene seed="lock"></rv-scene>
        <div class="stack tight">
          <p class="eyebrow">Reverie</p>
          <h1 class="h1">${msg('Your journal is locked.')}</h1>
        </div>
      </div>
      <form novalidate @submit=${this.#submit}>
        <rv-secret-field
          label=${msg('Passphrase or recovery code')}
          autocomplete="current-password"
          ?invalid=${this.failure !== null}
          @input=${this.#onInput}
        ></rv-secret-field>
        <p class="small problem" role="alert">${this.#problem()}</p>
        <button class="primary wide" ?disabled=${this.waitMs > 0} aria-disabled=${this.busy}>
          ${this.busy ? msg('Unlocking…') : msg('Unlock')}
        </button>
      </form>
      <div class="more">
        ${this.lock.state.passkeys.length > 0 ? html`<button class="quiet wide" type="button" @click=${this.#byPasskey}>${msg('Use a passkey')}</button>` : nothing}
        <details>
          <summary>${msg('Forgot your passphrase?')}</summary>
          <p class="small">
            ${msg('Your recovery code opens the journal too: type it in above. There’s no other way in, and no one can reset it. Your entries stay where they are, in case you remember.')}
          </p>
        </details>
      </div>
    </main>`;
  }

  #problem() {
    if (this.waitMs > 0) return this.#wait();
    if (!this.failure) return nothing;
    const { what, next } = failureWords(this.failure.code);
    return sentences([what, next]);
  }

  #wait(): string {
    const wait = formatSeconds(Math.ceil(this.waitMs / 1000));
    return msg(str`Too many wrong attempts. Try again in ${wait}.`);
  }

  /** What was wrong was wrong with what stood there before. */
  readonly #onInput = (): void => {
    if (this.failure?.code === 'secret-wrong') this.failure = null;
  };

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const { value } = this.field;
    if (value.trim() === '' || this.busy || this.waitMs > 0) this.field.focus();
    else void this.#try(() => this.lock.unlock(value));
  }

  readonly #byPasskey = (): void => {
    if (!this.busy) void this.#try(() => this.lock.unlockByPasskey());
  };

  async #try(unlock: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      await unlock();
      this.field.clear();
      this.dispatchEvent(new CustomEvent('rv-unlocked'));
    } catch (error) {
      this.failure = asFailure(error, 'keys-damaged');
      this.waitMs = this.lock.waitMs();
      await this.updateComplete;
      this.field.focus();
    } finally {
      this.busy = false;
    }
  }

  static override styles = [
    sharedStyles,
    css`
      main {
        display: flex;
        flex-direction: column;
        gap: var(--s5);
        min-height: 100dvh;
        max-width: 27rem;
        margin-inline: auto;
        padding: var(--edge-space);
      }
      .above {
        flex: 1;
        display: flex;
        flex-direction: column;
        justify-content: flex-end;
        gap: var(--s5);
      }
      rv-scene {
        flex: 1;
        min-height: 120px;
        max-height: 300px;
        margin-inline: calc(-1 * var(--edge-space));
      }
      form,
      .more {
        display: flex;
        flex-direction: column;
        gap: var(--s3);
      }
      .more {
        align-items: center;
        min-height: 88px;
      }
      .problem {
        color: var(--bad);
      }
      details {
        text-align: center;
      }
      summary {
        display: inline-block;
        padding-block: 12px;
        color: var(--ink-2);
        font-size: 0.9375rem;
        text-decoration: underline;
        text-decoration-color: var(--edge);
        text-underline-offset: 5px;
        cursor: pointer;
        list-style: none;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-lock': RvLock;
  }
}
