import { newId } from '../../base/ids';
import { Queue } from '../../base/queue';
import { edited } from '../../domain/entry/edits';
import type { CheckInEntry } from '../../domain/entry/entry';
import { dayOf, type Moment } from '../../domain/moment/moment';
import { momentOfField } from '../../domain/moment/wall-time';
import { fieldOfMinute } from '../../domain/reminders/minutes';
import { EVENING } from '../../domain/reminders/reminder-choices';
import { emptyReport, type Report } from '../../domain/report/report';
import { checkInEntry, momentNow } from '../../session/keeping/build-entry';
import { keepForGood } from '../keep-for-good';
import type { Page } from '../page';

/** What a person says of a day: a word or a line, and if they want how pleasant it was. */
export type DaySaid = Pick<Report, 'note' | 'valence'>;

/**
 * [Note: A day's word]
 *
 * Once a day the person may say how all of it was. That is an entry like a check-in, so that it is searched, edited, exported,
 * backed up and erased like one. Its mark `ofDay` says that it is about no one moment: lists show it at the head of its day, a
 * calendar colours the day by it, and insights, which compare moments, leave it out. A local day has one: saying it again changes
 * that, and what it said before stays among its edits.
 */
export interface DayWords {
  /** That of a local day, `YYYY-MM-DD`; null if there is none, or none that can be read. Rejects with Failure. */
  of(day: string): Promise<CheckInEntry | null>;
  /** Keeps what is said of a day, which is today or an earlier one. Rejects with Failure where it could not be kept. */
  keep(day: string, said: DaySaid): Promise<void>;
}

export const open = (page: Page): DayWords => new JournalDayWords(page);

class JournalDayWords implements DayWords {
  readonly #page: Page;
  /** One after another, so that a second press can't make a second one. */
  readonly #writes = new Queue();

  constructor(page: Page) {
    this.#page = page;
  }

  async of(day: string): Promise<CheckInEntry | null> {
    const { journal } = this.#page;
    const { outlines } = await journal.outlines();
    const its = outlines.find(({ ofDay, startedAt }) => ofDay && dayOf(startedAt) === day);
    const entry = its ? await journal.entry(its.id) : null;
    return entry && !('problem' in entry) && entry.kind === 'check-in' ? entry : null;
  }

  keep(day: string, said: DaySaid): Promise<void> {
    return this.#writes.run(async () => {
      const there = await this.of(day);
      await (there ? this.#change(there, said) : this.#add(day, said));
    });
  }

  async #change(entry: CheckInEntry, said: DaySaid): Promise<void> {
    const changed = edited(entry, { report: { ...entry.report, ...said } }, momentNow(this.#page.clock));
    if (changed !== entry) await this.#page.journal.save(changed, null);
  }

  async #add(day: string, said: DaySaid): Promise<void> {
    const { journal, clock, appVersion } = this.#page;
    const savedAt = momentNow(clock);
    const more = { startedAt: momentOf(day, savedAt), savedAt, appVersion };
    await journal.save({ ...checkInEntry(newId(), { ...emptyReport(), ...said }, more), ofDay: true }, null);
    void keepForGood(this.#page);
  }
}

/** When it stands among the entries of its day: now if that is today, and else in the evening. */
const momentOf = (day: string, now: Moment): Moment =>
  day === dayOf(now) ? now : (momentOfField(`${day}T${fieldOfMinute(EVENING)}`, now.zone) ?? now);
