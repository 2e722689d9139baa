import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import { cardStyles } from '../shared/card-styles';

/** Offers to put the app on the home screen, once: that it was put aside is kept in the settings. See `offersInstall`. */
@customElement('rv-install-card')
export class RvInstallCard extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  /** The browser does not ask the question itself; the person finds it under Share. */
  @property({ type: Boolean }) byHand = false;
  /** There are entries already: they have to be taken along. */
  @property({ type: Boolean }) late = false;
  @state() private aside = false;

  /** An empty card takes no room beside the others. */
  protected override updated(): void {
    this.hidden = this.aside;
  }

  protected override render() {
    if (this.aside) return nothing;
    return this.byHand ? this.#byHand() : this.#byQuestion();
  }

  #byQuestion(): TemplateResult {
    return html`<section aria-labelledby="title">
      <rv-icon name="phone"></rv-icon>
      <div class="stack tight">
        <strong id="title">${msg('Keep it handy?')}</strong>
        <p class="lede">${msg('Install it, and it opens from your home screen. The browser is also less likely to clear your journal.')}</p>
        <div class="row">
          <button class="primary less" @click=${() => void this.services.shell.install()}>${msg('Install')}</button>
          <button class="link" @click=${this.#dismiss}>${msg('Not now')}</button>
        </div>
      </div>
    </section>`;
  }

  #byHand(): TemplateResult {
    return html`<section aria-labelledby="title">
      <rv-icon name="phone"></rv-icon>
      <div class="stack tight">
        <strong id="title">${this.late ? msg('Move it to your home screen') : msg('Add it to your home screen first')}</strong>
        <p class="lede">
          ${
            this.late
              ? msg(
                  'In a tab, Safari may clear your journal if you stay away for a week. On your home screen it won’t. The app there starts empty, so take your entries along.',
                )
              : msg(
                  'From there, the browser won’t clear your journal. The home screen app starts with its own empty journal, so add it before your first entry.',
                )
          }
        </p>
        <ol>
          ${this.late ? html`<li><a href="/settings">${msg('Save a backup')}</a></li>` : nothing}
          <li>${msg('Tap Share')} <rv-icon name="share"></rv-icon></li>
          <li>${msg('Choose Add to Home Screen')}</li>
          <li>${msg('Open Reverie from there')}</li>
          ${this.late ? html`<li>${msg('Restore the backup in its Settings')}</li>` : nothing}
        </ol>
        <div class="row"><button class="link" @click=${this.#dismiss}>${msg('Stay in the browser')}</button></div>
      </div>
    </section>`;
  }

  async #dismiss(): Promise<void> {
    this.aside = true;
    await this.services.journal.changeSettings({ installCardDismissed: true });
  }

  static override styles = [
    sharedStyles,
    cardStyles,
    css`
      li rv-icon {
        --icon-size: 1.2em;
        vertical-align: -0.25em;
      }
      a {
        display: inline-block;
        padding-block: 10px;
        color: inherit;
      }
      ol {
        margin: 0;
        padding-inline-start: 1.2em;
        color: var(--ink-2);
        line-height: 1.6;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-install-card': RvInstallCard;
  }
}
