import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newId } from '../../base/ids';
import { asFailure, type Failure } from '../../domain/failure/failure';
import { LONGEST_QUESTION, OWN_CUE } from '../../domain/memory/cue-choices';
import type { AskedByOneself, Cue } from '../../domain/memory/memory';
import '../../elements/drawings/picture';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, type Shared, servicesContext } from '../../services/types';
import { failureNotice } from '../shared/failure-notice';
import { navigate } from '../shared/navigate';
import { Screen } from '../shared/screen';

/**
 * What another app shared, looked at once more before a recall that begins with it. Nothing but the person looks at it. It is on this
 * page alone, and gone with it, unless they ask that it be kept with the memory.
 */
@customElement('rv-shared-cue')
export class RvSharedCue extends Screen {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  /** Undefined until it was asked for; null if nothing was shared. */
  @state() private shared: Shared | null | undefined;
  @state() private keeping = false;
  @state() private beginning = false;
  @state() private failure: Failure | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#take();
  }

  protected override render(): TemplateResult {
    if (this.shared === undefined) return html`<div class="page"></div>`;
    if (!this.shared || (!this.shared.picture && this.shared.text === '')) return nothingShared();
    const { text, picture } = this.shared;
    return html`<div class="page">
      <header class="stack tight">
        <p class="eyebrow">${msg('Shared with Reverie')}</p>
        <h1 class="h1">${msg('Where does this take you?')}</h1>
        <p class="lede">${msg('Look at it for as long as you like. Nobody and nothing else does.')}</p>
      </header>
      ${picture ? html`<rv-picture .picture=${picture} label=${msg('The picture you shared')}></rv-picture>` : nothing}
      ${text === '' ? nothing : html`<p class="said card">${text}</p>`}
      <label class="check">
        <input type="checkbox" .checked=${this.keeping} @change=${this.#onKeep} />
        <span>${picture ? msg('Keep it with the memory, encrypted and made smaller') : msg('Keep it with the memory, encrypted')}</span>
      </label>
      <p class="small">${this.keeping ? msg('It’s only kept if you save the memory.') : msg('Otherwise it’s gone from here once you go on.')}</p>
      ${this.failure ? failureNotice(this.failure) : nothing}
      <div class="stack">
        <button class="primary wide" aria-disabled=${this.beginning} @click=${this.#relive}>${msg('Relive it')}</button>
        <div class="row around"><button class="link" @click=${() => navigate(this, '/', { replace: true })}>${msg('Not now')}</button></div>
      </div>
    </div>`;
  }

  async #take(): Promise<void> {
    const shares = await this.services.shares();
    this.shared = await shares.take();
  }

  readonly #onKeep = ({ target }: Event): void => {
    this.keeping = (target as HTMLInputElement).checked;
  };

  readonly #relive = async (): Promise<void> => {
    if (this.beginning || !this.shared) return;
    this.beginning = true;
    this.failure = null;
    try {
      const cue = this.keeping ? await this.#cueOf(this.shared) : null;
      (await this.services.recalls()).start(cue);
      navigate(this, '/recall', { replace: true });
    } catch (error) {
      this.failure = asFailure(error, 'not-fetched');
    } finally {
      this.beginning = false;
    }
  };

  /** A question of the person's own, for this one memory. */
  async #cueOf({ text, picture }: Shared): Promise<Cue & AskedByOneself> {
    const shares = await this.services.shares();
    const kept = picture ? { picture: await shares.small(picture) } : {};
    const question = text.slice(0, LONGEST_QUESTION) || msg('The picture you shared');
    return { id: OWN_CUE + newId(), valence: 'neutral', direction: 'past', question, ...kept };
  }

  static override styles = [
    sharedStyles,
    css`
      .said {
        max-height: 40dvh;
        overflow: auto;
        overflow-wrap: anywhere;
      }
      .check + .small {
        margin-block-start: calc(-1 * var(--s4));
      }
    `,
  ];
}

const nothingShared = (): TemplateResult => html`<div class="page">
  <h1 class="h1">${msg('There’s nothing here any more.')}</h1>
  <p class="lede">${msg('What you share waits a few minutes, and is never stored. Share it again to begin with it.')}</p>
  <a class="link" href="/">${msg('Go to Today')}</a>
</div>`;

declare global {
  interface HTMLElementTagNameMap {
    'rv-shared-cue': RvSharedCue;
  }
}
