import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** How far below the screen something is near it already: it is there before it is seen, and not fetched by who never comes so far. */
const NEAR_PX = 120;

/**
 * Says once that it has come near what is seen, so that what it holds can be fetched then and not before.
 *
 * @fires rv-near
 */
@customElement('rv-when-near')
export class WhenNear extends LitElement {
  /** How far below the screen it may be, in pixels; below 0 for how much of it must be seen. */
  @property({ type: Number }) reach = NEAR_PX;
  #watch: IntersectionObserver | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#watch = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        this.#watch?.disconnect();
        this.dispatchEvent(new CustomEvent('rv-near'));
      },
      { rootMargin: `${this.reach}px` },
    );
    this.#watch.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#watch?.disconnect();
  }

  override render() {
    return html`<slot></slot>`;
  }

  static override styles = css`
    :host {
      display: block;
    }
  `;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-when-near': WhenNear;
  }
}
