import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { CameraPart, Permits } from '../../domain/settings/consents';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { pointStyles } from '../recall/point-styles';
import { stepStyles } from '../recall/step-styles';
import { notFetchedNotice } from '../shared/not-fetched-notice';
import { Screen } from '../shared/screen';
import { WhenFetched } from '../shared/when-fetched';
import { agreementPanel, welcomePanel } from './onboarding-panels';

type Panel = 'welcome' | 'demo' | 'agreement';

const NOTHING: Permits = { face: false, readings: false };

/**
 * What it is, then what is agreed to, before the first recall. Those who want to look first are shown how it goes, without a
 * camera. Nothing is ticked beforehand, and each way out is as easy as agreeing.
 *
 * @fires rv-agree - An adult said what may be done, part by part: perhaps nothing of it.
 * @fires rv-decline - Not now.
 */
@customElement('rv-onboarding')
export class Onboarding extends Screen {
  @state() private panel: Panel = 'welcome';
  @state() private said: Permits = NOTHING;
  readonly #demo = new WhenFetched(this);
  #shown: Panel | null = null;

  override render() {
    if (this.panel === 'demo') return html`<rv-demo @rv-done=${() => this.#go('agreement')}></rv-demo>`;
    const isFirst = this.panel === 'welcome';
    return html`
      <div class="step">
        ${
          isFirst
            ? nothing
            : html`<div class="spread bar"><button type="button" class="link" @click=${() => this.#go('welcome')}>${msg('Back')}</button></div>`
        }
        ${isFirst ? welcomePanel() : agreementPanel(this.said, this.#toggle)}
        ${isFirst ? this.#welcomeWays() : this.#agreementWays()}
      </div>
    `;
  }

  #welcomeWays(): TemplateResult {
    const { failure, again } = this.#demo;
    return html`
      ${failure ? notFetchedNotice(html`<button type="button" class="quiet less" @click=${again}>${msg('Try again')}</button>`) : nothing}
      <div class="actions">
        <button type="button" class="primary" @click=${() => this.#go('agreement')}>${msg('Continue')}</button>
        <button type="button" class="quiet" @click=${this.#look}>
          ${msg('Try it first without the camera')}<small>${msg('half a minute')}</small>
        </button>
        ${this.#notNow()}
      </div>
    `;
  }

  #agreementWays(): TemplateResult {
    const { face } = this.said;
    return html`
      <div class="actions">
        <button type="button" class=${face ? 'primary' : 'quiet'} @click=${this.#agree}>
          ${face ? msg('I’m 18 or older, and I agree') : msg('I’m 18 or older, and I’ll skip the camera')}
        </button>
        ${this.#notNow()}
      </div>
    `;
  }

  #notNow(): TemplateResult {
    return html`<button type="button" class="link" @click=${() => this.dispatchEvent(new CustomEvent('rv-decline'))}>${msg('Not now')}</button>`;
  }

  protected override updated(changed: PropertyValues<this>) {
    super.updated(changed);
    if (this.#shown === this.panel) return;
    this.#shown = this.panel;
    this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }

  readonly #look = (): void =>
    this.#demo.do(
      () => import('./demo'),
      () => this.#go('demo'),
    );

  readonly #toggle = (part: CameraPart): void => {
    const said = { ...this.said, [part]: !this.said[part] };
    // What isn't read can't be kept.
    this.said = said.face ? said : NOTHING;
  };

  #go(panel: Panel): void {
    this.panel = panel;
  }

  readonly #agree = (): void => {
    this.dispatchEvent(new CustomEvent<Permits>('rv-agree', { detail: this.said }));
  };

  static override styles = [
    sharedStyles,
    stepStyles,
    pointStyles,
    css`
      .scene {
        height: clamp(120px, 26vh, 260px);
        margin-inline: calc(-1 * var(--edge-space));
      }
      .parts {
        display: flex;
        flex-direction: column;
        gap: var(--s3);
      }
      .part {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--s3);
        align-items: start;
        min-height: 44px;
        padding: var(--s4);
        border-radius: var(--r);
        background: var(--card);
        box-shadow: var(--shadow);
        cursor: pointer;
      }
      .part:has(:checked) {
        box-shadow: inset 0 0 0 2px var(--ember);
      }
      .part:has(:disabled) {
        color: var(--ink-2);
        cursor: default;
      }
      .part:has(:focus-visible) {
        outline: var(--focus);
        outline-offset: 3px;
      }
      .part input {
        width: 24px;
        height: 24px;
        margin: 0;
        accent-color: var(--ember);
      }
      .part input:focus-visible {
        outline: none;
      }
      .part b,
      .part .small {
        display: block;
      }
      .part b {
        font: 500 var(--t1) / 1.3 var(--serif);
      }
      .limits {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
        line-height: 1.4;
      }
      .limits li {
        padding-inline-start: var(--s4);
        border-inline-start: 2px solid var(--line);
      }
      summary {
        display: flex;
        align-items: center;
        min-height: 44px;
        color: var(--ink-2);
        text-decoration: underline;
        text-decoration-color: var(--edge);
        text-underline-offset: 5px;
        cursor: pointer;
      }
      details .points,
      .agreement {
        padding-block: var(--s3) var(--s4);
      }
      .agreement {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
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
