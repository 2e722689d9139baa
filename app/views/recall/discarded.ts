import { msg } from '@lit/localize';
import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { failureWords } from '../../words/failure/failure-words';
import { navigate } from '../shared/navigate';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';

/** Confirms that nothing was kept, or says that something still is. */
@customElement('rv-step-discarded')
export class StepDiscarded extends StepView {
  protected override get phase(): string {
    const { failure, saving } = this.snapshot;
    return `discarded-${failure ?? (saving ? 'erasing' : 'erased')}`;
  }

  override render() {
    return html`
      <div class="step calm">
        <div class="grow">${this.#outcome()}</div>
        <div class="actions">
          <button type="button" class="primary" @click=${() => navigate(this, '/', { replace: true })}>${msg('Back to Today')}</button>
        </div>
      </div>
    `;
  }

  /** "Erased." is said only once it is true. */
  #outcome(): TemplateResult {
    const { failure, saving } = this.snapshot;
    if (failure) {
      const { what, safe, next } = failureWords(failure);
      return html`
        <h1 class="h1">${what}</h1>
        <p class="lede">${safe}</p>
        <p class="lede">${next}</p>
        <button type="button" class="quiet" @click=${() => this.session.resume()}>${msg('Try again')}</button>
      `;
    }
    if (saving) return html`<h1 class="h1">${msg('Deleting…')}</h1>`;
    return html`
      <h1 class="h1">${msg('Deleted.')}</h1>
      <p class="lede">${msg('Nothing from this recall was kept. Your other entries are untouched.')}</p>
    `;
  }

  static override styles = [sharedStyles, stepStyles];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-discarded': StepDiscarded;
  }
}
