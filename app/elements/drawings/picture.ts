import { css, html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { log } from '../../base/log';
import { WordsElement } from '../base/words-element';

/** A picture of the person's own, drawn: an address of it would ask the page's policy to let pictures in. */
@customElement('rv-picture')
export class RvPicture extends WordsElement {
  @property({ attribute: false }) picture: Blob | null = null;
  /** What a screen reader says in its place. */
  @property() label = '';

  protected override render() {
    return html`<canvas role="img" aria-label=${this.label}></canvas>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('picture') && this.picture)
      this.#draw(this.picture).catch((error: unknown) => log.warn('the picture cannot be shown', error));
  }

  async #draw(picture: Blob): Promise<void> {
    const bitmap = await createImageBitmap(picture);
    const canvas = this.renderRoot.querySelector('canvas')!;
    Object.assign(canvas, { width: bitmap.width, height: bitmap.height });
    canvas.getContext('2d')!.drawImage(bitmap, 0, 0);
    bitmap.close();
  }

  static override styles = css`
    :host {
      display: block;
    }
    canvas {
      display: block;
      max-width: 100%;
      max-height: 46dvh;
      margin-inline: auto;
      border-radius: var(--r);
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-picture': RvPicture;
  }
}
