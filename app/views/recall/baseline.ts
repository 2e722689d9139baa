import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { formatCountdown } from '../../words/measures';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';
import { timedStyles } from './timed-styles';

/** A still face to compare with: nothing to do but look at a dot. */
@customElement('rv-step-baseline')
export class StepBaseline extends StepView {
  override render() {
    const { elapsedMs, durationMs, paused } = this.snapshot;
    return html`
      <div class="step calm">
        <div class="grow">
          <rv-countdown-sun dot ?paused=${paused} .elapsedMs=${elapsedMs} .durationMs=${durationMs}></rv-countdown-sun>
          <h1 class="h2">${msg('Just look at the dot.')}</h1>
          <p class="lede">${msg('The camera reads your face at rest, so that it can tell what changes.')}</p>
          <p class="time" role="timer" aria-live="off" aria-label=${msg('Time left')}>${formatCountdown(durationMs - elapsedMs)}</p>
        </div>
        <div class="actions">
          <button type="button" class="link" @click=${() => this.session.finishStep()}>${msg('Skip')}</button>
        </div>
      </div>
    `;
  }

  static override styles = [sharedStyles, stepStyles, timedStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-baseline': StepBaseline;
  }
}
