import { msg } from '@lit/localize';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/blocks/when-near';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { journalNotice } from '../shared/journal-notice';
import type { Ask } from './ask';
import type { Section } from './sections';

/** One section of Insights: drawn as soon as somebody comes near it, and again when they choose another range. */
@customElement('rv-insights-section')
export class InsightsSection extends WordsElement {
  @property({ attribute: false }) section!: Section;
  @property({ attribute: false }) ask!: Ask;
  @state() private isNear = false;
  @state() private shown: TemplateResult | typeof nothing | null = null;
  @state() private failure: JournalFailure | null = null;

  protected override updated(changed: PropertyValues): void {
    if (this.isNear && (changed.has('ask') || changed.has('isNear'))) void this.#fetch();
  }

  protected override render() {
    return html`<rv-when-near @rv-near=${this.#onNear}>
      ${this.failure ? journalNotice(this.failure, html`<button class="quiet less" @click=${this.#fetch}>${msg('Try again')}</button>`) : nothing}
      ${this.shown ?? html`<div class="room"></div>`}
    </rv-when-near>`;
  }

  readonly #onNear = (): void => {
    this.isNear = true;
  };

  readonly #fetch = async (): Promise<void> => {
    const { ask, section } = this;
    const asked = section.ask(ask);
    try {
      const [data] = await Promise.all([asked, asked && section.fetch()]);
      // Another range was chosen meanwhile.
      if (ask !== this.ask) return;
      this.shown = asked ? section.render(data as never) : nothing;
      this.failure = null;
    } catch (error) {
      if (ask !== this.ask || !this.isConnected) return;
      log.warn(`a section of insights could not be shown: ${section.name}`, error);
      this.failure = asJournalFailure(error, 'not-fetched');
    }
  };

  static override styles = [
    sharedStyles,
    css`
      .room {
        min-height: 18rem;
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-insights-section': InsightsSection;
  }
}
