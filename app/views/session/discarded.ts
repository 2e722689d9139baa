import { msg } from '@lit/localize';
import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sharedStyles } from '../../elements/shared-styles';
import { navigate } from '../navigate';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';

/** Confirms that nothing was kept. */
@customElement('rv-step-discarded')
export class StepDiscarded extends StepView {
  override render() {
    return html`
      <div class="step calm">
        <div class="grow">
          <h1 class="h1">${msg('Erased.')}</h1>
          <p class="lede">${msg('Nothing of this recall was kept. Your other entries are untouched.')}</p>
        </div>
        <div class="actions">
          <button type="button" class="primary" @click=${() => navigate(this, '/', { replace: true })}>${msg('Back to today')}</button>
        </div>
      </div>
    `;
  }

  static override styles = [sharedStyles, stepStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-discarded': StepDiscarded;
  }
}
