import { msg, str } from '@lit/localize';
import { css, html, type PropertyValues } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { formatCount } from '../../words/numbers';
import { pointStyles } from '../recall/point-styles';
import { stepStyles } from '../recall/step-styles';
import { Screen } from '../shared/screen';
import { agreementPanel, privatePanel, welcomePanel } from './onboarding-panels';

const PANELS = [welcomePanel, privatePanel, agreementPanel] as const;
const LAST = PANELS.length - 1;

/**
 * Three panels before the first recall. Reading on is the only way to the agreement, and not agreeing is as easy as agreeing.
 *
 * @fires rv-agree - An adult agreed.
 * @fires rv-decline - Not now.
 */
@customElement('rv-onboarding')
export class Onboarding extends Screen {
  @state() private panel = 0;
  #shown = -1;

  override render() {
    return html`
      <div class="step">
        <div class="spread bar">
          ${
            this.panel === 0
              ? html`<span></span>`
              : html`<button type="button" class="link" @click=${() => this.#go(this.panel - 1)}>${msg('Back')}</button>`
          }
          <p class="small">${msg(str`${formatCount(this.panel + 1)} of ${formatCount(PANELS.length)}`)}</p>
        </div>
        ${PANELS[this.panel]!()}
        <div class="actions">
          ${
            this.panel === LAST
              ? html`<button type="button" class="primary" @click=${() => this.#tell('rv-agree')}>${msg('I’m 18 or older, and I agree')}</button>`
              : html`<button type="button" class="primary" @click=${() => this.#go(this.panel + 1)}>${msg('Continue')}</button>`
          }
          <button type="button" class="link" @click=${() => this.#tell('rv-decline')}>${msg('Not now')}</button>
        </div>
      </div>
    `;
  }

  protected override updated(changed: PropertyValues<this>) {
    super.updated(changed);
    if (this.#shown === this.panel) return;
    this.#shown = this.panel;
    this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  #go(panel: number): void {
    this.panel = panel;
  }

  #tell(name: 'rv-agree' | 'rv-decline'): void {
    this.dispatchEvent(new CustomEvent(name));
  }

  static override styles = [
    sharedStyles,
    stepStyles,
    pointStyles,
    css`
      .scene {
        height: clamp(150px, 34vh, 300px);
        margin-inline: calc(-1 * var(--edge-space));
      }
      .agreement {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
        padding-bottom: var(--s4);
      }
      dt {
        font: 500 var(--t1) / 1.3 var(--serif);
      }
      dd {
        margin-top: 2px;
        color: var(--ink-2);
        line-height: 1.5;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-onboarding': Onboarding;
  }
}
