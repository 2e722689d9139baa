import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { FEWEST_DAYS } from '../../domain/reminders/streak';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { type Services, servicesContext } from '../../services/types';
import { clockTime } from '../../words/clock-time';
import { plural } from '../../words/plural';
import { cardStyles } from '../shared/card-styles';
import { FromReminders } from '../shared/from-reminders';
import { journalNotice } from '../shared/journal-notice';
// Today shows them under this card, and all come together.
import '../looking-back/month-link';
import '../shared/day-word';

/** What there is to say of this day: that a reminder is due, or on how many days something was kept. Hidden if nothing. */
@customElement('rv-day-card')
export class RvDayCard extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  readonly #reminders = new FromReminders(this, () => this.services.reminders());

  /** An empty card takes no room beside the others. */
  protected override updated(): void {
    this.hidden = this.renderRoot.childElementCount === 0;
  }

  protected override render() {
    const { value } = this.#reminders;
    if (!value) return nothing;
    const { state, streak, choices } = value;
    if (state.is === 'due') return this.#due(state.since);
    if (choices.streak && streak >= FEWEST_DAYS) return streakLine(streak);
    return nothing;
  }

  #due(since: number): TemplateResult {
    const { failure } = this.#reminders;
    return html`<section aria-labelledby="title">
      <rv-icon name="clock"></rv-icon>
      <div class="stack tight">
        <strong id="title">${msg('A minute for yourself?')}</strong>
        <p class="lede">${msg(str`You wanted a reminder at ${clockTime(since)}.`)}</p>
        ${failure ? journalNotice(failure) : nothing}
        <div class="row">
          <button class="link" @click=${() => this.#reminders.wish((reminders) => reminders.later())}>${msg('In an hour')}</button>
          <button class="link" @click=${() => this.#reminders.wish((reminders) => reminders.notToday())}>${msg('Not today')}</button>
        </div>
      </div>
    </section>`;
  }

  static override styles = [
    sharedStyles,
    cardStyles,
    css`
      .row {
        margin-inline-start: calc(-1 * var(--s2));
      }
      .streak {
        padding-inline: var(--s1);
        color: var(--ink-3);
      }
    `,
  ];
}

const streakLine = (days: number): TemplateResult =>
  html`<p class="small streak">
    ${plural(msg('You’ve kept something on {days, plural, one {one day} other {{days} days}}, and days off are fine.'), { days })}
  </p>`;

declare global {
  interface HTMLElementTagNameMap {
    'rv-day-card': RvDayCard;
  }
}
