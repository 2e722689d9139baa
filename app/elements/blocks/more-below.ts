import { msg } from '@lit/localize';
import { css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { WordsElement } from '../base/words-element';
import { sharedStyles } from '../styles/shared-styles';

/** So little left below is not worth a word, in pixels. */
const LITTLE_PX = 48;

/**
 * Says that the page goes on below, where its end would be taken for what is seen: put it before the bar at the foot of a screen that
 * has to be read to its end. A press shows what follows. Screen readers, which read on anyway, don't hear of it.
 */
@customElement('rv-more-below')
export class RvMoreBelow extends WordsElement {
  @state() private more = false;
  #watch: ResizeObserver | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('scroll', this.#look, { passive: true });
    addEventListener('resize', this.#look);
    this.#watch = new ResizeObserver(this.#look);
    this.#watch.observe(document.body);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('scroll', this.#look);
    removeEventListener('resize', this.#look);
    this.#watch?.disconnect();
  }

  protected override render() {
    if (!this.more) return nothing;
    return html`<button type="button" class="quiet less" aria-hidden="true" tabindex="-1" @click=${this.#show}>
      ${msg('More below')}
    </button>`;
  }

  readonly #look = (): void => {
    const { scrollHeight } = document.documentElement;
    this.more = scrollHeight - scrollY - innerHeight > LITTLE_PX;
  };

  readonly #show = (): void => {
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches;
    scrollBy({ top: innerHeight / 2, behavior: isStill ? 'instant' : 'smooth' });
  };

  static override styles = [
    sharedStyles,
    css`
      :host {
        position: sticky;
        bottom: 9.5rem;
        z-index: 1;
        height: 0;
      }
      /* Upwards from there, over the words and not behind the bar. */
      button {
        position: absolute;
        bottom: 0;
        inset-inline: 0;
        width: fit-content;
        margin-inline: auto;
        box-shadow: var(--shadow);
      }
      /* Where the bar does not stay, neither does this. */
      @media (max-height: 30em) {
        :host {
          bottom: var(--s3);
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-more-below': RvMoreBelow;
  }
}
