import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WordsElement } from '../base/words-element';
import '../marks/icon';

/** Fingers are taken to mean a phone or tablet. */
const onPhone = (): boolean => matchMedia('(pointer: coarse)').matches;

/**
 * The quiet line that says where the journal is: "Only on this phone"; and, without a network, that nothing is missing.
 */
@customElement('rv-status')
export class RvStatus extends WordsElement {
  @property({ type: Boolean }) offline = false;

  protected override render() {
    return this.offline
      ? html`<rv-icon name="offline"></rv-icon><span>${msg('Offline, and everything works')}</span>`
      : html`<rv-icon name="lock"></rv-icon><span>${onPhone() ? msg('Only on this phone') : msg('Only on this device')}</span>`;
  }

  static override styles = css`
    :host {
      display: inline-flex;
      align-items: center;
      gap: 6px;
      color: var(--ink-2);
      font-size: min(var(--t-1), 4vw);
      line-height: 1.4;
    }
    rv-icon {
      --icon-size: 15px;
      color: var(--ok);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-status': RvStatus;
  }
}
