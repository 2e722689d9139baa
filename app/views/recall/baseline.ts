import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';
import { baselineActions, sunOf, timeLeft } from './timed-parts';
import { timedStyles } from './timed-styles';

/** A still face to compare with: nothing to do but look at a dot. */
@customElement('rv-step-baseline')
export class StepBaseline extends StepView {
  override render() {
    return html`
      <div class="step calm">
        <div class="grow">
          ${sunOf(this.snapshot, { dot: true })}
          <h1 class="h2">${msg('Just look at the dot.')}</h1>
          <p class="lede">${msg('The camera reads your face at rest, so that it can tell what changes.')}</p>
          ${timeLeft(this.snapshot)}
        </div>
        ${baselineActions(this.session)}
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
