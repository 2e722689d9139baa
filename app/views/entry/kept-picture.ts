import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { fromBase64 } from '../../base/base64';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/drawings/picture';

/** The picture that a memory began with, where the person kept it. */
@customElement('rv-kept-picture')
export class RvKeptPicture extends WordsElement {
  /** A JPEG in base64. */
  @property({ attribute: false }) picture: string | null = null;
  #blob: Blob | null = null;

  protected override willUpdate(): void {
    this.#blob = this.picture ? new Blob([fromBase64(this.picture)], { type: 'image/jpeg' }) : null;
  }

  protected override render() {
    if (!this.#blob) return nothing;
    return html`<rv-picture .picture=${this.#blob} label=${msg('The picture this memory began with')}></rv-picture>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-kept-picture': RvKeptPicture;
  }
}
