import type { QuietHours } from './minutes';

/** When the person wants to be reminded, and how. It is part of the settings, because they are sealed. */
export interface ReminderChoices {
  /** Minutes after the local midnight, 0..1439, ascending, each once. */
  readonly times: readonly number[];
  readonly quiet: QuietHours | null;
  /** A notification may be shown; only then there is a mark outside the journal. See: [Note: The reminder's mark] */
  readonly notify: boolean;
  /** Nothing is due before this moment, because the person put a reminder aside; null if they did not. */
  readonly asideUntilMs: number | null;
  /** Today tells on how many days something was kept. */
  readonly streak: boolean;
}

/** The first time that is offered, in minutes after midnight: when the day is over for most. */
export const EVENING = 20 * 60;

export const NO_REMINDERS: ReminderChoices = {
  times: [],
  quiet: { from: 22 * 60, to: 8 * 60 },
  notify: false,
  asideUntilMs: null,
  streak: true,
};
