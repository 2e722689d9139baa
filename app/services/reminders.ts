import { log } from '../base/log';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../base/time';
import { dayOf, type Moment, momentAt, wallMs } from '../domain/moment/moment';
import { type DueState, dueAt } from '../domain/reminders/due';
import { nextDayMs } from '../domain/reminders/minutes';
import { NO_REMINDERS, type ReminderChoices } from '../domain/reminders/reminder-choices';
import { streakOf } from '../domain/reminders/streak';
import { remindersChanged } from '../domain/settings/reminders-said';
import type { EntryOutline } from '../journal/journal';
import { remindersIcs } from '../portability/write/reminders-ics';
import { TEXT_VERSIONS } from '../recall/consent/consent';
import { calendarWords, notificationWords } from '../recall/reminders/reminder-words';
import * as outside from '../shell/outside-reminders';
import type { Page } from './page';

export type { Reach } from '../shell/outside-reminders';

/** How long a reminder rests when it is put aside for a while, in milliseconds. */
export const ASIDE_MS = HOUR_MS;

/** How often a page looks whether a time has come, in milliseconds. One long timer would be late after the phone has slept. */
export const LOOK_MS = MINUTE_MS;

/** When the person is reminded, and whether they are now. While the page is open, listeners hear of each change. */
export interface Reminders {
  readonly state: DueState;
  readonly choices: ReminderChoices;
  /** On how many days something was kept; see `streakOf`. */
  readonly streak: number;
  /** Resolves when the journal has been read for the first time, or couldn't be. */
  readonly ready: Promise<void>;
  subscribe(listener: () => void): () => void;
  /** A first time, and the last one that goes, are also said among the consents. Rejects with Failure where it could not be kept. */
  change(change: Partial<ReminderChoices>): Promise<void>;
  /** Puts what is due aside for `ASIDE_MS`. */
  later(): Promise<void>;
  /** Puts it aside until tomorrow. */
  notToday(): Promise<void>;
  /** How far reminders reach in this browser. */
  reach(): Promise<outside.Reach>;
  /** Whether notifications may be shown, asked if need be; call it in the person's own click. */
  allowed(): Promise<boolean>;
  /** The same times for the phone's own calendar. */
  calendar(): File;
}

/** What of the browser it works with. */
export type Outside = typeof outside;

type Host = Pick<Page, 'journal' | 'clock' | 'inSample'>;

export const open = (page: Host, ports: Partial<Outside> = {}): Reminders => {
  const reminders = new PageReminders(page, { ...outside, ...ports });
  reminders.start();
  return reminders;
};

class PageReminders implements Reminders {
  readonly #page: Host;
  readonly #outside: Outside;
  readonly #listeners = new Set<() => void>();
  #choices = NO_REMINDERS;
  #days: readonly string[] = [];
  #shown = '';
  ready: Promise<void> = Promise.resolve();

  constructor(page: Host, ports: Outside) {
    this.#page = page;
    this.#outside = ports;
  }

  start(): void {
    this.ready = this.#read();
    this.#page.journal.subscribe(() => void this.#read());
    setInterval(() => this.#look(), LOOK_MS);
    document.addEventListener('visibilitychange', () => this.#look());
  }

  get choices(): ReminderChoices {
    return this.#choices;
  }

  get state(): DueState {
    return dueAt({ ...this.#choices, doneDay: this.#doneDay }, this.#now);
  }

  get streak(): number {
    return streakOf(this.#days, dayOf(this.#now));
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async change(change: Partial<ReminderChoices>): Promise<void> {
    const { journal, clock } = this.#page;
    const about = { textVersion: TEXT_VERSIONS.reminders, atMs: clock.epochMs() };
    await journal.changeSettings((now) => remindersChanged(now, change, about));
  }

  later(): Promise<void> {
    return this.change({ asideUntilMs: this.#now.epochMs + ASIDE_MS });
  }

  notToday(): Promise<void> {
    return this.change({ asideUntilMs: nextDayMs(this.#now) });
  }

  reach(): Promise<outside.Reach> {
    return this.#outside.reach();
  }

  allowed(): Promise<boolean> {
    return this.#outside.askToNotify();
  }

  calendar(): File {
    const text = remindersIcs({ times: this.#choices.times, now: this.#now, ...calendarWords() });
    return new File([text], 'reverie.ics', { type: 'text/calendar' });
  }

  get #now(): Moment {
    const { clock } = this.#page;
    return momentAt(clock.epochMs(), clock.zone());
  }

  /** A day that is ahead, by a clock that was set back, says nothing of today. */
  get #doneDay(): string | null {
    const today = dayOf(this.#now);
    return this.#days.find((day) => day <= today) ?? null;
  }

  async #read(): Promise<void> {
    const { journal, inSample } = this.#page;
    try {
      const [{ reminders }, { outlines }] = await Promise.all([journal.settings(), journal.outlines()]);
      // Nothing that the sample holds reminds anybody.
      this.#choices = inSample ? { ...reminders, times: [] } : reminders;
      this.#days = daysOf(outlines);
      this.#look();
    } catch (error) {
      log.warn('the reminders stay as they were', error);
    }
  }

  /** Tells the listeners if anything has changed. It is told outside the app as well, but not from the sample. */
  #look(): void {
    const { state } = this;
    const { inSample } = this.#page;
    const isDue = state.is === 'due';
    if (isDue && !inSample && document.hidden && this.#choices.notify) this.#outside.remindNow();
    const shown = JSON.stringify([state, this.#choices, this.#doneDay, this.streak]);
    if (shown === this.#shown) return;
    this.#shown = shown;
    if (!inSample) this.#tellOutside(isDue);
    for (const listener of this.#listeners) listener();
  }

  #tellOutside(isDue: boolean): void {
    this.#outside.badge(isDue);
    this.#leaveMark(isDue).catch((error: unknown) => log.warn('reminders stay inside the app', error));
  }

  async #leaveMark(isDue: boolean): Promise<void> {
    const { times, quiet, asideUntilMs, notify } = this.#choices;
    if (!notify || times.length === 0 || !this.#outside.mayNotify()) return this.#outside.removeMark();
    await this.#outside.leaveMark({ times, quiet, asideUntilMs, doneDay: this.#doneDay, ...notificationWords() });
    if (!isDue) await this.#outside.takeBack();
  }
}

/** The days of the entries, newest first. Writing one down is slow, so it is done once for each run of the same day. */
function daysOf(outlines: readonly EntryOutline[]): readonly string[] {
  const days: string[] = [];
  let last: number | null = null;
  for (const { startedAt } of outlines) {
    const day = Math.floor(wallMs(startedAt) / DAY_MS);
    if (day !== last) days.push(dayOf(startedAt));
    last = day;
  }
  return days;
}
