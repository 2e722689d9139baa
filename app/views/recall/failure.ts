import { msg } from '@lit/localize';
import { css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { FailureCode } from '../../domain/failure/failure';
import type { IconName } from '../../elements/marks/icon-paths';
import { failureWords } from '../../words/failure/failure-words';
import '../../elements/marks/icon';
import '../../elements/blocks/notice';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { stepStyles } from './step-styles';
import { StepView } from './step-view';

/**
 * What went wrong, what is safe, and what can be done: a screen of its own where the step cannot go on, or (`inline`) a
 * notice above a step whose words must stay in sight.
 */
@customElement('rv-session-failure')
export class SessionFailure extends StepView {
  @property({ type: Boolean, reflect: true }) inline = false;

  protected override get phase(): string {
    return `failure-${this.snapshot.failure}`;
  }

  override render() {
    const code = this.snapshot.failure;
    if (!code) return html``;
    return this.inline ? this.#notice(code) : this.#screen(code);
  }

  #screen(code: FailureCode): TemplateResult {
    const { what, safe, next } = failureWords(code);
    return html`
      <div class="step">
        <div class="grow" role="alert">
          <span class="badge"><rv-icon name=${failureIcon(code)}></rv-icon></span>
          <h1 class="h1">${what}</h1>
          <p class="safe">${safe}</p>
          <p class="lede">${next}</p>
        </div>
        <div class="actions">
          <button type="button" class="primary" @click=${() => this.session.resume()}>${retryWords(code)}</button>
          ${
            isOfJournal(code)
              ? ''
              : html`<button type="button" class="quiet" @click=${() => this.session.continueWithoutCamera()}>${msg('Continue without the camera')}</button>`
          }
          ${
            this.snapshot.step === 'recall'
              ? html`<button type="button" class="link" @click=${() => this.session.stop()}>${msg('I need to stop')}</button>`
              : ''
          }
        </div>
      </div>
    `;
  }

  #notice(code: FailureCode): TemplateResult {
    const { what, safe, next } = failureWords(code);
    return html`
      <rv-notice tone="warn" what=${what} safe=${safe} next=${next}>
        <button type="button" class="quiet less" @click=${() => this.session.resume()}>${retryWords(code)}</button>
      </rv-notice>
    `;
  }

  static override styles = [
    sharedStyles,
    stepStyles,
    css`
      :host([inline]) {
        flex: none;
        width: 100%;
        max-width: 31rem;
        margin-inline: auto;
        padding: var(--s3) var(--edge-space);
      }
      .badge {
        display: grid;
        place-items: center;
        width: 72px;
        height: 72px;
        border-radius: 50%;
        background: var(--ember-soft);
        color: var(--ember);
        font-size: 1.25rem;
      }
      .safe {
        padding-inline-start: var(--s3);
        border-inline-start: 3px solid var(--ok);
        line-height: 1.45;
      }
    `,
  ];
}

const isOfJournal = (code: FailureCode): boolean =>
  code.startsWith('journal-') || code === 'save-failed' || code === 'store-doubtful';

const retryWords = (code: FailureCode): string => (code === 'page-hidden' ? msg('Continue') : msg('Try again'));

function failureIcon(code: FailureCode): IconName {
  if (code === 'page-hidden') return 'pause';
  if (code === 'model-download') return 'offline';
  if (code === 'model-altered') return 'refresh';
  return code.startsWith('camera-') ? 'no-camera' : 'warning';
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-session-failure': SessionFailure;
  }
}
