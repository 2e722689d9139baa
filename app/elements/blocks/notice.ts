import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WordsElement } from '../base/words-element';
import type { IconName } from '../marks/icon-paths';
import '../marks/icon';
import { sharedStyles } from '../styles/shared-styles';

const TONE_ICON = { info: 'info', warn: 'warning', bad: 'warning' } as const satisfies Record<string, IconName>;

/**
 * What the person must know: what happened, what is safe, what to do next; with the actions in the slot.
 *
 * `what`: one sentence, the heading. `safe`, `next`: one sentence each, may be empty. `detail`: technical, folded away.
 * `tone`: `info`, `warn` or `bad`. It is announced when it appears (`bad` at once, the others politely).
 */
@customElement('rv-notice')
export class RvNotice extends WordsElement {
  @property() what = '';
  @property() safe = '';
  @property() next = '';
  @property() detail = '';
  @property() tone: 'info' | 'warn' | 'bad' = 'info';

  protected override render() {
    return html`
      <section class=${this.tone} role=${this.tone === 'bad' ? 'alert' : 'status'}>
        <rv-icon name=${TONE_ICON[this.tone]}></rv-icon>
        <div class="stack tight">
          <p class="what">${this.what}</p>
          ${this.safe ? html`<p class="lede">${this.safe}</p>` : nothing}
          ${this.next ? html`<p class="lede">${this.next}</p>` : nothing}
          ${this.childElementCount > 0 ? html`<div class="actions"><slot></slot></div>` : nothing}
          ${this.detail ? html`<details><summary>${msg('Technical details')}</summary><code>${this.detail}</code></details>` : nothing}
        </div>
      </section>
    `;
  }

  static override styles = [
    sharedStyles,
    css`
      section {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: var(--s3);
        padding: var(--s4);
        border-radius: var(--r);
        background: var(--card);
        box-shadow: var(--shadow);
      }
      rv-icon {
        margin-top: 2px;
        color: var(--tone);
      }
      .info {
        --tone: var(--dusk);
      }
      .warn {
        --tone: var(--warn);
      }
      .bad {
        --tone: var(--bad);
      }
      .what {
        font: 500 var(--t1) / 1.3 var(--serif);
      }
      .actions {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s3);
      }
      summary {
        padding-block: 10px;
        color: var(--ink-2);
        font-size: var(--t-1);
        cursor: pointer;
      }
      code {
        font-size: var(--t-1);
        overflow-wrap: anywhere;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-notice': RvNotice;
  }
}
