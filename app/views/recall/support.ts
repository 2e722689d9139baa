import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { consentPoints } from '../../recall/consent/consent';
import { helpLink } from '../shared/help-link';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';

/** For the moment when it gets too much: time stands still, something to hold on to, and every way out. */
@customElement('rv-session-support')
export class SessionSupport extends StepView {
  protected override get phase(): string {
    return 'support';
  }

  override render() {
    const hasCamera = this.snapshot.camera !== 'without';
    const help = consentPoints().find(({ id }) => id === 'help');
    return html`
      <div class="step">
        <h1 class="h1">${msg('You’ve stopped, and that’s OK.')}</h1>
        <p class="lede">${hasCamera ? msg('The clock has stopped. The camera is off, and nothing is being read.') : msg('The clock has stopped. Take your time.')}</p>
        <ol class="ground">
          <li>${msg('Feel both feet on the floor.')}</li>
          <li>${msg('Look around and name five things you can see.')}</li>
          <li>${msg('Breathe out slowly, for longer than you breathe in.')}</li>
        </ol>
        <details>
          <summary>${msg('Where to find help')}</summary>
          <p class="lede">${help?.text}</p>
          ${helpLink()}
        </details>
        <div class="actions">
          <button type="button" class="primary" @click=${() => this.session.rateAlone()}>
            ${msg('End here, and say how it was')}${hasCamera ? html`<small>${msg('nothing of your face is kept')}</small>` : nothing}
          </button>
          <button type="button" class="quiet" @click=${this.withdraw}>${msg('Stop and delete')}</button>
          <button type="button" class="link" @click=${() => this.session.resume()}>${msg('Go back to the memory')}</button>
        </div>
      </div>
    `;
  }

  static override styles = [
    sharedStyles,
    stepStyles,
    css`
      .step {
        padding-top: var(--s7);
      }
      .ground {
        margin: var(--s3) 0 0;
        padding: 0;
        list-style: none;
        counter-reset: ground;
      }
      .ground li {
        display: flex;
        align-items: center;
        gap: var(--s4);
        min-height: 56px;
        font: 500 var(--t1) / 1.35 var(--serif);
      }
      .ground li + li {
        border-top: 1px solid var(--line);
      }
      .ground li::before {
        content: '';
        flex: none;
        width: 10px;
        height: 10px;
        border-radius: 50%;
        background: var(--ember);
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
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-session-support': SessionSupport;
  }
}
