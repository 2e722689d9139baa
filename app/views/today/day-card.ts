import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { log } from '../../base/log';
import { asJournalFailure, type JournalFailure } from '../../domain/failure/failure';
import { FEWEST_DAYS } from '../../domain/reminders/streak';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/marks/icon';
import { sharedStyles } from '../../elements/styles/shared-styles';
import type { Reminders } from '../../services/reminders';
import { type Services, servicesContext } from '../../services/types';
import { clockTime } from '../../words/clock-time';
import { plural } from '../../words/plural';
import { cardStyles } from '../shared/card-styles';
import '../looking-back/month-link';
import { journalNotice } from '../shared/journal-notice';

/** What there is to say of this day: that a reminder is due, or on how many days something was kept. Hidden if nothing. */
@customElement('rv-day-card')
export class RvDayCard extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private failure: JournalFailure | null = null;
  #reminders: Reminders | null = null;
  #stopListening: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#listen().catch((error: unknown) => log.warn('nothing is said of this day', error));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopListening?.();
  }

  /** An empty card takes no room beside the others. */
  protected override updated(): void {
    this.hidden = this.renderRoot.childElementCount === 0;
  }

  protected override render() {
    const reminders = this.#reminders;
    if (!reminders) return nothing;
    const { state, streak, choices } = reminders;
    if (state.is === 'due') return this.#due(reminders, state.since);
    if (choices.streak && streak >= FEWEST_DAYS) return streakLine(streak);
    return nothing;
  }

  #due(reminders: Reminders, since: number): TemplateResult {
    return html`<section aria-labelledby="title">
      <rv-icon name="clock"></rv-icon>
      <div class="stack tight">
        <strong id="title">${msg('A minute for yourself?')}</strong>
        <p class="lede">${msg(str`You wanted a reminder at ${clockTime(since)}.`)}</p>
        ${this.failure ? journalNotice(this.failure) : nothing}
        <div class="row">
          <button class="link" @click=${() => this.#do(() => reminders.later())}>${msg('In an hour')}</button>
          <button class="link" @click=${() => this.#do(() => reminders.notToday())}>${msg('Not today')}</button>
        </div>
      </div>
    </section>`;
  }

  async #listen(): Promise<void> {
    const reminders = await this.services.reminders();
    await reminders.ready;
    if (!this.isConnected) return;
    this.#reminders = reminders;
    this.#stopListening = reminders.subscribe(() => this.requestUpdate());
    this.requestUpdate();
  }

  async #do(work: () => Promise<void>): Promise<void> {
    this.failure = null;
    try {
      await work();
    } catch (error) {
      this.failure = asJournalFailure(error, 'save-failed');
    }
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
