import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';
import { sunOf } from './timed-parts';
import { timedStyles } from './timed-styles';

/** A few seconds to come back before anything is asked. */
@customElement('rv-step-rest')
export class StepRest extends StepView {
  override render() {
    return html`
      <div class="step calm">
        <div class="grow">
          ${sunOf(this.snapshot)}
          <h1 class="h2">${msg('Now let it go.')}</h1>
          <p class="lede">${msg('Breathe out. You’re back here now.')}</p>
        </div>
        <div class="actions">
          <button type="button" class="link" @click=${() => this.session.finishStep()}>${msg('Continue')}</button>
        </div>
      </div>
    `;
  }

  static override styles = [sharedStyles, stepStyles, timedStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-rest': StepRest;
  }
}
