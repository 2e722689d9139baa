import { html } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { Permits } from '../../domain/settings/consents';
import '../onboarding/onboarding';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';

/** Before the first recall: what this is, that nothing leaves the phone, and what is agreed to. */
@customElement('rv-step-consent')
export class StepConsent extends StepView {
  override render() {
    // "Not now" needs no confirmation: nothing has been gathered yet, and what an earlier start had gathered stays.
    return html`<rv-onboarding @rv-agree=${({ detail }: CustomEvent<Permits>) => this.session.agree(detail)} @rv-decline=${() => this.session.leave()}></rv-onboarding>`;
  }

  static override styles = stepStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-step-consent': StepConsent;
  }
}
