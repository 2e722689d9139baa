import { consume } from '@lit/context';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type Moment, momentAt } from '../../domain/moment/moment';
import type { Report } from '../../domain/report/report';
import { WordsElement } from '../../elements/base/words-element';
import { LONGEST_NOTE, noteLeft } from '../../elements/fields/note-left';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { reportQuestions } from '../../recall/interview/interview';
import { type Services, servicesContext } from '../../services/types';
import type { CheckInSession } from '../../session/check-in';
import { moreFeelings, tagFields } from '../report/more-report';
import { NOTHING_LATELY, usedLately } from '../report/used-lately';
import { whenField } from '../report/when-field';
import { FromJournal } from '../shared/from-journal';

/**
 * What most check-ins do without: all feelings, tags, a note, and another time than now. Its answers go to the session by themselves.
 *
 * @fires rv-change: something was answered
 */
@customElement('rv-check-in-more')
export class CheckInMore extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @property({ attribute: false }) session!: CheckInSession;

  readonly #lately = new FromJournal(this, () => this.services.journal, usedLately);

  protected override render() {
    const { clock } = this.services;
    const { report, startedAt } = this.session;
    const lately = this.#lately.value ?? NOTHING_LATELY;
    const answer = (change: Partial<Report>): void => this.#answer(change);
    return html`
      ${moreFeelings(report, lately, answer)} ${tagFields(report, lately, answer)}
      <label class="field">
        <span>${reportQuestions().note.text}</span>
        <textarea maxlength=${LONGEST_NOTE} rows="3" .value=${report.note} @input=${this.#onNote}></textarea>
      </label>
      ${noteLeft(report.note)}
      ${whenField(startedAt, momentAt(clock.epochMs(), clock.zone()), this.#move)}
    `;
  }

  readonly #move = (moment: Moment): void => {
    this.session.move(moment);
    this.#tell();
  };

  readonly #onNote = ({ target }: Event): void => this.#answer({ note: (target as HTMLTextAreaElement).value });

  #answer(change: Partial<Report>): void {
    this.session.answer(change);
    this.#tell();
  }

  #tell(): void {
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('rv-change'));
  }

  static override styles = [
    sharedStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        gap: var(--s4);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'rv-check-in-more': CheckInMore;
  }
}
