import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import type { Cue } from '../../domain/memory/memory';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { cueWords, cueWordsReady } from '../../recall/cues/cue-words';
import { type Services, servicesContext } from '../../services/types';

/**
 * Today's question for somebody who is here for the first time, as a note that lies on the drawing. It comes after the welcome, and
 * nothing moves for it. Hidden until there is one; where none can be fetched, the welcome does without.
 *
 * `day`: today's date, which the question belongs to.
 *
 * @fires rv-take - The person takes it.
 */
@customElement('rv-invitation')
export class RvInvitation extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property() day = '';
  @state() private cue: Cue | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('day')) void this.#ask(this.day);
    this.hidden = this.cue === null;
  }

  protected override render() {
    if (!this.cue) return nothing;
    return html`<button type="button" @click=${() => this.dispatchEvent(new CustomEvent('rv-take'))}>
      <span class="eyebrow">${msg('Today’s question')}</span>
      <span class="question">${cueWords(this.cue).question}</span>
    </button>`;
  }

  /** It only shows what a recall would ask: that it was offered is noted when one begins, and until then nothing is written. */
  async #ask(day: string): Promise<void> {
    try {
      const [cues] = await Promise.all([this.services.cues(), cueWordsReady()]);
      const offer = await cues.peek();
      if (day === this.day) this.cue = offer?.cue ?? null;
    } catch (error) {
      log.warn('the welcome has no question', error);
    }
  }

  static override styles = [
    sharedStyles,
    css`
      /* On the foreground of Today's drawing, so that nothing moves when it comes. See: today-styles.ts */
      :host {
        grid-area: scene;
        align-self: end;
        z-index: 1;
        animation: rise var(--slow) var(--ease);
      }
      /* A phone on its side: the drawing stands beside the words, and begins at their height. */
      @media (max-height: 30em) and (min-width: 35em) and (max-width: 899px) {
        :host {
          align-self: start;
          margin-block-start: 8rem;
        }
      }
      /* In the middle of the drawing's lower half. */
      @media (min-width: 900px) {
        :host {
          place-self: center;
          margin-block-start: min(380px, 48vh);
        }
      }
      button {
        display: grid;
        gap: var(--s1);
        width: 100%;
        padding: var(--s3) var(--s4) var(--s4);
        border: 1px solid var(--line);
        border-radius: var(--r);
        background: var(--card);
        box-shadow: var(--shadow);
        color: inherit;
        text-align: start;
        cursor: pointer;
      }
      button:hover {
        border-color: var(--ember);
      }
      .question {
        font: 500 var(--t1) / 1.3 var(--serif);
        text-wrap: balance;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(6px);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        :host {
          animation: none;
        }
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-invitation': RvInvitation;
  }
}
