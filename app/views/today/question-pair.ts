import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Cue } from '../../domain/memory/memory';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { cueWords } from '../../recall/cues/cue-words';
import type { CueWords } from '../../recall/cues/own-memory-words';
import type { CueOffer } from '../../services/cues';

/** What stands above two questions. */
export const pairWords = (): CueWords => ({
  question: msg('Two questions today.'),
  invitation: msg('Take whichever you like.'),
});

/**
 * A hard question and its equal other, in an order that says nothing of which is which.
 *
 * @fires rv-take with the one that is taken
 */
@customElement('rv-question-pair')
export class RvQuestionPair extends WordsElement {
  @property({ attribute: false }) offer!: CueOffer;

  protected override render() {
    const { cue: one, beside } = this.offer;
    const pair = [one, ...(beside ? [beside] : [])].sort((a, b) => (a.id < b.id ? -1 : 1));
    return pair.map((cue, at) => {
      const { question, invitation } = cueWords(cue);
      return html`<section class="card">
        <h2 class="h3" id="question-${at}">${question}</h2>
        <p>${invitation}</p>
        <button type="button" class="quiet less" aria-describedby="question-${at}" @click=${() => this.#take(cue)}>
          ${msg('Relive it')}
        </button>
      </section>`;
    });
  }

  #take(cue: Cue): void {
    this.dispatchEvent(new CustomEvent('rv-take', { detail: cue }));
  }

  static override styles = [
    sharedStyles,
    css`
      :host,
      .card {
        display: grid;
        gap: var(--s3);
      }
      .card {
        gap: var(--s2);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-question-pair': RvQuestionPair;
  }
}
