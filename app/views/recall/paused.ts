import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';
import { sunOf } from './timed-parts';
import { timedStyles } from './timed-styles';

/** The person stopped the clock: it says that nothing runs, and waits. */
@customElement('rv-session-paused')
export class SessionPaused extends StepView {
  protected override get phase(): string {
    return 'paused';
  }

  override render() {
    const { camera, step } = this.snapshot;
    return html`
      <div class="step calm">
        <div class="grow">
          ${sunOf(this.snapshot, { dot: step !== 'recall' })}
          <h1 class="h2">${msg('Paused.')}</h1>
          <p class="lede">
            ${camera === 'without' ? msg('The clock has stopped. Take your time.') : msg('The clock has stopped. The camera is off, and nothing is being read.')}
          </p>
        </div>
        <div class="actions">
          <button type="button" class="primary" @click=${() => this.session.resume()}>
            ${msg('Go on')}${step === 'recall' ? nothing : html`<small>${msg('these few seconds start over')}</small>`}
          </button>
          ${step === 'recall' ? this.#waysOut() : nothing}
        </div>
      </div>
    `;
  }

  #waysOut(): TemplateResult {
    return html`<div class="ways">
      <button type="button" class="link" @click=${() => this.session.finishStep()} aria-label=${msg('Finish early, and keep what there is')}>${msg('Finish early')}</button>
      <button type="button" class="link" @click=${() => this.session.stop()}>${msg('I need to stop')}</button>
    </div>`;
  }

  static override styles = [
    sharedStyles,
    stepStyles,
    timedStyles,
    css`
      rv-countdown-sun {
        opacity: 0.6;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-session-paused': SessionPaused;
  }
}
