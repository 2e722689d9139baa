import { msg } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Failure } from '../../domain/failure/failure';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { failureWords } from '../../words/failure/failure-words';
import { Screen } from '../shared/screen';

/**
 * The whole screen when the journal could not be opened. The app stops here: an empty journal in its place would look as if
 * everything were gone, and the next save might make it so.
 */
@customElement('rv-journal-failure')
export class RvJournalFailure extends Screen {
  @property({ attribute: false }) failure!: Failure;

  protected override render(): TemplateResult {
    const { what, safe, next } = failureWords(this.failure.code);
    return html`<main>
      <svg viewBox="0 0 160 80" aria-hidden="true">
        <circle cx="84" cy="38" r="23"></circle>
        <path d="M4 64 Q44 46 84 58 T156 52"></path>
      </svg>
      <div class="stack" role="alert">
        <h1 class="h1">${what}</h1>
        <p class="lede">${safe}</p>
        <p class="lede">${next}</p>
      </div>
      ${
        this.failure.code === 'journal-lost'
          ? html`<a class="primary" href="/rescue.html">${msg('Restore a copy')}</a>`
          : html`<button class="primary" @click=${() => location.reload()}>${msg('Try again')}</button>
              <a class="link" href="/rescue.html">${msg('Save the records or restore a copy')}</a>`
      }
      ${this.failure.detail ? html`<details><summary>${msg('Technical details')}</summary><code>${this.failure.code}: ${this.failure.detail}</code></details>` : nothing}
    </main>`;
  }

  static override styles = [
    sharedStyles,
    css`
      main {
        display: grid;
        align-content: center;
        min-height: 100dvh;
        max-width: 30rem;
        margin-inline: auto;
        padding: var(--edge-space);
      }
      svg {
        width: 160px;
        margin-block-end: var(--s5);
        overflow: visible;
      }
      circle {
        fill: none;
        stroke: var(--ember);
        stroke-width: 1.6;
        stroke-dasharray: 3 4;
      }
      path {
        fill: none;
        stroke: var(--ink-3);
        stroke-width: 1.4;
        stroke-linecap: round;
      }
      .primary {
        margin-block-start: var(--s5);
        justify-self: start;
      }
      .link {
        justify-self: start;
        margin-inline-start: calc(-1 * var(--s2));
      }
      summary {
        padding-block: 10px;
        cursor: pointer;
      }
      code {
        overflow-wrap: anywhere;
      }
      details {
        margin-block-start: var(--s4);
        color: var(--ink-2);
        font-size: var(--t-1);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-journal-failure': RvJournalFailure;
  }
}
