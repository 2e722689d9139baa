import type { PropertyValues } from 'lit';
import { WordsElement } from '../../elements/base/words-element';

/** A screen has a heading to show: the shell moves the focus there after a navigation. */
export class ScreenEvent extends CustomEvent<{ readonly heading: HTMLElement }> {
  static readonly eventName = 'rv-screen';
  constructor(heading: HTMLElement) {
    super(ScreenEvent.eventName, { detail: { heading }, bubbles: true, composed: true });
  }
}

/**
 * What every screen extends: it renders one `<h1>`, at once or when its data has come, and each new heading is announced.
 * The heading gets `tabindex="-1"`, so that the focus can start there without a stop in the tab order.
 */
export class Screen extends WordsElement {
  #announced = '';

  protected override updated(_changed: PropertyValues<this>) {
    const heading = this.renderRoot.querySelector('h1');
    const title = heading?.textContent?.trim() ?? '';
    if (!heading || !title || title === this.#announced) return;
    this.#announced = title;
    heading.tabIndex = -1;
    this.dispatchEvent(new ScreenEvent(heading));
  }
}

declare global {
  interface HTMLElementEventMap {
    'rv-screen': ScreenEvent;
  }
}
