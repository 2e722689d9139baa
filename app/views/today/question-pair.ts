import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Cue } from '../../domain/memory/memory';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { cueWords } from '../../recall/cues/cue-words';

/**
 * A hard question and its equal other, in the order they are given.
 *
 * @fires rv-take with the one that is taken
 */
@customElement('rv-question-pair')
export class RvQuestionPair extends WordsElement {
  @property({ attribute: false }) pair: readonly Cue[] = [];

  protected override render() {
    return this.pair.map((cue, at) => {
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
