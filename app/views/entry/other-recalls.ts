import { consume } from '@lit/context';
import { msg } from '@lit/localize';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { momentAt } from '../../domain/moment/moment';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { EntryOutline } from '../../journal/journal';
import { type Services, servicesContext } from '../../services/types';
import { whenWords } from '../../words/dates';
import '../history/entry-row';

/** The other times the person went to a memory, each a link to its entry. */
@customElement('rv-other-recalls')
export class RvOtherRecalls extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property({ attribute: false }) recalls: readonly EntryOutline[] = [];

  protected override render() {
    const { clock } = this.services;
    const now = momentAt(clock.epochMs(), clock.zone());
    return html`<section class="stack" aria-labelledby="title">
      <h2 class="h2" id="title">${msg('Other times you were there')}</h2>
      <ul class="list card">
        ${this.recalls.map((outline) => html`<li><rv-entry-row .outline=${outline} when=${whenWords(outline.startedAt, now)}></rv-entry-row></li>`)}
      </ul>
    </section>`;
  }

  static override styles = [
    sharedStyles,
    css`
      .list {
        padding: 0;
      }
      li + li {
        border-block-start: 1px solid var(--line);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-other-recalls': RvOtherRecalls;
  }
}
