import { css, html, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { Patterns } from '../../insights/findings/patterns';
import { patternsSection } from './patterns-section';
import './section';
import { summaryStyles } from '../../elements/styles/summary-styles';
import type { Ask } from './ask';
import { SECTIONS } from './sections';

/** What comes below the first chart: what stands out in the ratings, and then one section after the other. */
@customElement('rv-insights-rest')
export class InsightsRest extends WordsElement {
  @property({ attribute: false }) ask!: Ask;
  @state() private patterns: Patterns | null = null;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('ask')) void this.#look();
  }

  async #look(): Promise<void> {
    const { ask } = this;
    try {
      const patterns = await ask.chapter('patterns');
      if (ask === this.ask) this.patterns = patterns;
    } catch (error) {
      if (!this.isConnected) return;
      // The first chart says what is wrong with the journal.
      log.warn('what stands out could not be looked for', error);
    }
  }

  protected override render() {
    return html`${this.patterns ? patternsSection(this.patterns) : nothing}
      ${SECTIONS.map((section) => html`<rv-insights-section .section=${section} .ask=${this.ask}></rv-insights-section>`)}`;
  }

  static override styles = [
    sharedStyles,
    summaryStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--s7);
      }
      .patterns li {
        font: 400 var(--t1) / 1.4 var(--serif);
        text-wrap: pretty;
      }
      .patterns .small {
        margin-block: 0.25rem 0;
        font-family: var(--sans);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-insights-rest': InsightsRest;
  }
}
