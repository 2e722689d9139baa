import { css, html, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type MarkKind, markWord } from '../../words/mark-words';
import { WordsElement } from '../base/words-element';

/**
 * The two marks of the app: the person is a filled ember circle, the face a hollow dusk diamond. They differ in shape,
 * filling and colour, so that no one of these has to carry the difference alone.
 *
 * `kind`: whose mark. `missing`: drawn dashed and pale, for what was not said or not read. `labelled`: the word beneath.
 * `value`: set beneath the mark instead of the bare word, such as "you 0.72".
 * Without a label it is decoration and the words must stand beside it.
 */
@customElement('rv-mark')
export class RvMark extends WordsElement {
  @property() kind: MarkKind = 'you';
  @property({ type: Boolean }) missing = false;
  @property({ type: Boolean }) labelled = false;
  @property() value = '';

  protected override render() {
    const look = this.missing ? 'missing' : this.kind;
    const shape =
      this.kind === 'you'
        ? svg`<circle class=${look} cx="12" cy="12" r="8.4"></circle>`
        : svg`<path class=${look} d="M12 2.2 21.8 12 12 21.8 2.2 12Z"></path>`;
    const label = this.value || (this.labelled ? markWord(this.kind) : '');
    return html`<svg viewBox="0 0 24 24" aria-hidden="true">${shape}</svg>${label ? html`<span>${label}</span>` : null}`;
  }

  static override styles = css`
    :host {
      display: inline-flex;
      flex-direction: column;
      align-items: center;
      gap: 3px;
      color: var(--ink-2);
      font-size: var(--t-2);
      line-height: 1.3;
      vertical-align: middle;
      text-align: center;
    }
    svg {
      display: block;
      width: var(--mark-size, 22px);
      height: var(--mark-size, 22px);
      overflow: visible;
    }
    .you {
      fill: var(--ember);
      stroke: var(--ember);
    }
    .face {
      fill: none;
      stroke: var(--dusk);
    }
    .you,
    .face {
      stroke-width: 2.4;
      stroke-linejoin: round;
    }
    .missing {
      fill: none;
      stroke: var(--edge);
      stroke-width: 1.6;
      stroke-dasharray: 2.6 2.6;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-mark': RvMark;
  }
}
