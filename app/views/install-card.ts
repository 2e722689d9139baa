import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../elements/rv-icon';
import { sharedStyles } from '../elements/shared-styles';
import { cardStyles } from './card-styles';
import { type Services, type ShellState, servicesContext } from './services';

/**
 * Offers to put the app on the home screen, once: the dismissal is kept in the settings. Where the browser asks the
 * question itself it waits for the first entry, so that one has seen what one installs; on iOS it comes before it, because
 * the installed app starts with a journal of its own. It gives way to the update card.
 *
 * `entries`: how many there are. `dismissed`: from the settings.
 */
@customElement('rv-install-card')
export class RvInstallCard extends LitElement {
  static override styles = [
    sharedStyles,
    cardStyles,
    css`
      li rv-icon {
        --icon-size: 1.2em;
        vertical-align: -0.25em;
      }
      ol {
        margin: 0;
        padding-inline-start: 1.2em;
        color: var(--ink-2);
        line-height: 1.6;
      }
    `,
  ];

  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property({ type: Number }) entries = 0;
  @property({ type: Boolean }) dismissed = false;
  @state() private shell: ShellState | null = null;
  #stop: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.shell = this.services.shell.state;
    this.#stop = this.services.shell.subscribe((next) => (this.shell = next));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stop?.();
  }

  /** An empty card takes no room beside the others. */
  protected override updated(): void {
    this.hidden = this.renderRoot.childElementCount === 0;
  }

  protected override render() {
    const { shell } = this;
    if (!shell || this.dismissed || shell.updateReady) return nothing;
    if (shell.manualInstall && this.entries === 0) return this.#byHand();
    if (shell.installable && this.entries > 0) return this.#byQuestion();
    return nothing;
  }

  #byQuestion(): TemplateResult {
    return html`<section aria-labelledby="title">
      <rv-icon name="phone"></rv-icon>
      <div class="stack tight">
        <strong id="title">${msg('Keep it at hand?')}</strong>
        <p class="lede">${msg('Installed, it opens from your home screen, and the browser is less likely to clear your journal.')}</p>
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
        <strong id="title">${msg('Put it on your home screen first')}</strong>
        <p class="lede">
          ${msg('From there the browser does not clear your journal. It starts with its own, empty journal, so do it before your first entry.')}
        </p>
        <ol>
          <li>${msg('Tap Share')} <rv-icon name="share"></rv-icon></li>
          <li>${msg('Choose Add to Home Screen')}</li>
          <li>${msg('Open Reverie from there')}</li>
        </ol>
        <div class="row"><button class="link" @click=${this.#dismiss}>${msg('Stay in the browser')}</button></div>
      </div>
    </section>`;
  }

  async #dismiss(): Promise<void> {
    this.dismissed = true;
    await this.services.journal.changeSettings({ installCardDismissed: true });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-install-card': RvInstallCard;
  }
}
