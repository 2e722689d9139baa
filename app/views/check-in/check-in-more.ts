import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Moment } from '../../domain/moment/moment';
import type { Report } from '../../domain/report/report';
import { WordsElement } from '../../elements/base/words-element';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { reportQuestions } from '../../recall/interview/interview';
import { dateFieldStyles } from '../shared/date-field-styles';
import { whenField } from '../shared/when-field';

/** Fired for every answer. */
export type MoreChange = CustomEvent<{ readonly report?: Partial<Report>; readonly startedAt?: Moment }>;

/**
 * What most check-ins do without: a note, and another time than now.
 *
 * @fires rv-change {MoreChange}
 */
@customElement('rv-check-in-more')
export class CheckInMore extends WordsElement {
  @property({ attribute: false }) report!: Report;
  @property({ attribute: false }) startedAt!: Moment;
  @property({ attribute: false }) now!: Moment;

  protected override render() {
    return html`
      <label class="field">
        <span>${reportQuestions().note.text}</span>
        <textarea maxlength="4000" rows="3" .value=${this.report.note} @input=${this.#onNote}></textarea>
      </label>
      ${whenField(this.startedAt, this.now, (startedAt) => this.#tell({ startedAt }))}
    `;
  }

  readonly #onNote = ({ target }: Event): void =>
    this.#tell({ report: { note: (target as HTMLTextAreaElement).value } });

  #tell(detail: MoreChange['detail']): void {
    this.dispatchEvent(new CustomEvent('rv-change', { detail }));
  }

  static override styles = [
    sharedStyles,
    dateFieldStyles,
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
