import { consume } from '@lit/context';
import { msg, str } from '@lit/localize';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { fieldOfMinute, isQuiet, MOST_TIMES, minuteOfField, withTime } from '../../domain/reminders/minutes';
import { EVENING, NO_REMINDERS, type ReminderChoices } from '../../domain/reminders/reminder-choices';
import { WordsElement } from '../../elements/base/words-element';
import '../../elements/marks/icon';
import { choices } from '../../elements/fields/choices';
import { sharedStyles } from '../../elements/styles/shared-styles';
import { consentParts } from '../../recall/consent/consent';
import type { Reach } from '../../services/reminders';
import { type Services, servicesContext } from '../../services/types';
import { clockTime } from '../../words/clock-time';
import { FromReminders } from '../shared/from-reminders';
import { journalNotice } from '../shared/journal-notice';
import { offerFile } from '../shared/offer-file';
import { settingsStyles } from './settings-styles';

/** At which times of the day the person is reminded, and how far that reaches in this browser. */
@customElement('rv-settings-reminders')
export class RvSettingsReminders extends WordsElement {
  @consume({ context: servicesContext })
  @property({ attribute: false })
  services!: Services;

  @state() private reach: Reach | null = null;
  readonly #reminders = new FromReminders(this, async () => {
    const reminders = await this.services.reminders();
    this.reach = await reminders.reach();
    return reminders;
  });

  protected override render() {
    const { value, failure } = this.#reminders;
    const chosen = value?.choices;
    return html`<div class="card">
      ${failure ? journalNotice(failure) : nothing}
      ${chosen && this.reach ? [this.#times(chosen), chosen.times.length > 0 ? this.#ways(chosen, this.reach) : nothing, this.#streak(chosen)] : nothing}
    </div>`;
  }

  #times({ times, quiet, notify }: ReminderChoices): TemplateResult {
    return html`<div class="group">
      <h3>${msg('When to remind you')}</h3>
      <p class="small">${consentParts().reminders.text}</p>
      ${times.length === 0 ? html`<p class="small">${msg('No times yet. Once you’ve kept something, the rest of that day stays quiet.')}</p>` : nothing}
      <ul class="times">
        ${times.map(
          (minute) => html`<li>
            ${timeField(msg('Time'), minute, (chosen) => this.#change({ times: withTime(without(times, minute), chosen) }))}
            <button class="icon" aria-label=${msg(str`Remove ${clockTime(minute)}`)} @click=${() => this.#change({ times: without(times, minute) })}>
              <rv-icon name="close"></rv-icon>
            </button>
            ${notify && isQuiet(quiet, minute) ? html`<span class="small">${msg('in your quiet hours')}</span>` : nothing}
          </li>`,
        )}
      </ul>
      ${
        times.length < MOST_TIMES
          ? html`<button class="link" @click=${() => this.#change({ times: withTime(times, nextTime(times)) })}>
            <rv-icon name="plus"></rv-icon>${times.length === 0 ? msg('Add a time') : msg('Add another time')}
          </button>`
          : nothing
      }
    </div>`;
  }

  #ways(chosen: ReminderChoices, reach: Reach): TemplateResult {
    const canNotify = reach === 'closed' || reach === 'open';
    const options = [
      { value: 'app', word: msg('Here in the app') },
      { value: 'phone', word: msg('Also as a notification') },
    ] as const;
    const now = chosen.notify && canNotify ? 'phone' : 'app';
    return html`<fieldset>
        <legend>${msg('How')}</legend>
        ${canNotify ? choices<'app' | 'phone'>('how', options, now, (how) => this.#notify(how === 'phone')) : nothing}
        <p class="small" role="status">${reachWords(reach)}</p>
        <button class="plain less" @click=${this.#toCalendar}>${msg('Put the times in my calendar')}</button>
      </fieldset>
      ${now === 'phone' ? this.#quiet(chosen) : nothing}`;
  }

  #quiet({ quiet }: ReminderChoices): TemplateResult {
    const options = [
      { value: 'on', word: msg('Yes') },
      { value: 'off', word: msg('No') },
    ] as const;
    return html`<fieldset>
      <legend>${msg('Quiet hours, without notifications')}</legend>
      ${choices<'on' | 'off'>('quiet', options, quiet ? 'on' : 'off', (is) => this.#change({ quiet: is === 'on' ? NO_REMINDERS.quiet : null }))}
      ${
        quiet
          ? html`<div class="row">
            ${timeField(msg('From'), quiet.from, (from) => this.#change({ quiet: { ...quiet, from } }), true)}
            ${timeField(msg('To'), quiet.to, (to) => this.#change({ quiet: { ...quiet, to } }), true)}
          </div>`
          : nothing
      }
    </fieldset>`;
  }

  #streak({ streak }: ReminderChoices): TemplateResult {
    const options = [
      { value: 'on', word: msg('Yes, with days off') },
      { value: 'off', word: msg('No') },
    ] as const;
    return html`<fieldset>
      <legend>${msg('Count the days you’ve kept something')}</legend>
      ${choices<'on' | 'off'>('streak', options, streak ? 'on' : 'off', (is) => this.#change({ streak: is === 'on' }))}
      <p class="small">${msg('Up to two days off in a row are fine, and a fresh start is never called a loss.')}</p>
    </fieldset>`;
  }

  #change(change: Partial<ReminderChoices>): void {
    void this.#reminders.wish((reminders) => reminders.change(change));
  }

  /** The question whether notifications may be shown needs the person's own click. */
  #notify(on: boolean): void {
    void this.#reminders.wish(async (reminders) => {
      const allowed = on && (await reminders.allowed());
      this.reach = await reminders.reach();
      await reminders.change({ notify: allowed });
      // The platform has checked what was clicked, and what is drawn has not changed.
      const inApp = this.renderRoot.querySelector<HTMLInputElement>('input[name=how]');
      if (inApp && !allowed) inApp.checked = true;
    });
  }

  readonly #toCalendar = (): void => {
    const file = this.#reminders.value!.calendar();
    offerFile(file, file.name);
  };

  static override styles = [
    sharedStyles,
    settingsStyles,
    css`
      .times {
        display: flex;
        flex-direction: column;
        gap: var(--s2);
      }
      .times li {
        display: flex;
        align-items: center;
        gap: var(--s2);
      }
      .time input {
        min-height: 44px;
        padding: var(--s1) var(--s3);
        border: 1px solid var(--edge);
        border-radius: var(--r-s);
        background: var(--card);
        color: var(--ink);
        font: 500 var(--t1) / 1.2 var(--serif);
        font-variant-numeric: tabular-nums;
      }
      .time.told {
        display: inline-flex;
        align-items: center;
        gap: var(--s2);
        font: inherit;
      }
    `,
  ];
}

const without = (times: readonly number[], minute: number): readonly number[] => times.filter((one) => one !== minute);

/** A new time stands where there is none yet: in the evening, or as many hours earlier as it takes. */
function nextTime(times: readonly number[]): number {
  let minute = EVENING;
  while (times.includes(minute)) minute -= 60;
  return minute;
}

/** What this phone can and cannot do, in one sentence. */
const reachWords = (reach: Reach): string =>
  ({
    closed: msg('Your browser decides when it looks for reminders, so one may come late; your calendar is on time.'),
    open: msg(
      'This browser can only remind you while Reverie is open, if only in the background; your calendar can do the rest.',
    ),
    inside: msg('This browser can only remind you inside Reverie; your calendar can do it while it’s closed.'),
    refused: msg(
      'Notifications are off for Reverie in this browser’s settings, so it reminds you only here; your calendar can do the rest.',
    ),
  })[reach];

/** `told`: its label is shown beside it; else it is only read out. */
const timeField = (label: string, minute: number, choose: (minute: number) => void, told = false): TemplateResult =>
  html`<label class="time ${told ? 'told' : ''}">
    <span class=${told ? '' : 'visually-hidden'}>${label}</span>
    <input
      type="time"
      required
      .value=${fieldOfMinute(minute)}
      @change=${({ target }: Event) => {
        const field = target as HTMLInputElement;
        const chosen = minuteOfField(field.value);
        if (chosen === null) field.value = fieldOfMinute(minute);
        else if (chosen !== minute) choose(chosen);
      }}
    />
  </label>`;

declare global {
  interface HTMLElementTagNameMap {
    'rv-settings-reminders': RvSettingsReminders;
  }
}
