import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import { sampleBook } from '../../words/sample/sample-book';
import { journalNotice } from '../shared/journal-notice';
import { WhenFetched } from '../shared/when-fetched';

/** The way into the sample journal. See: [Note: The sample journal] */
@customElement('rv-sample-offer')
export class RvSampleOffer extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  /** Where in the sample one begins. */
  @property() path = '/';

  readonly #entering = new WhenFetched(this);

  protected override render() {
    const { waiting, failure } = this.#entering;
    return html`<div class="stack tight">
      <button class="link" ?disabled=${waiting} @click=${this.#enter}>
        ${waiting ? msg('Making two years of a life…') : failure ? msg('Try again') : msg('See what a year looks like')}
      </button>
      ${failure ? journalNotice(failure) : nothing}
    </div>`;
  }

  readonly #enter = (): void =>
    this.#entering.do(
      async () => {
        const [samples, words] = await Promise.all([this.services.samples(), sampleBook()]);
        await samples.enter(this.path, words);
      },
      () => undefined,
    );

  static override styles = sharedStyles;
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-sample-offer': RvSampleOffer;
  }
}
