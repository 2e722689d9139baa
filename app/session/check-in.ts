import type { Clock } from '../base/clock';
import { log } from '../base/log';
import type { Visibility } from '../capture/types';
import { Failure, type JournalFailureCode } from '../domain/failure/failure';
import { dayOf, type Moment } from '../domain/moment/moment';
import { emptyReport, isBlank, type Report } from '../domain/report/report';
import type { CheckInDraft, Journal } from '../journal/journal';
import { checkInEntry, momentNow } from './keeping/build-entry';
import { EntryKeeper } from './keeping/entry-keeper';
import type { Timers } from './machine/timers';

export interface CheckInPorts {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly visibility: Visibility;
  readonly newId: () => string;
  readonly appVersion: string;
  /** Told once the entry is durable. */
  readonly onKept: () => void;
}

/** One quick entry without a camera. Its answers are in a draft while they are given: neither a lock nor a killed tab loses them. */
export class CheckInSession {
  /** Told how each writing of the draft went. */
  onDraft: (failure: JournalFailureCode | null) => void = () => undefined;

  #report: Report;
  #ended = false;
  #leaving = false;
  readonly entryId: string;
  #startedAt: Moment;
  /** Whether the person has said when it was. */
  #moved = false;
  readonly #keeper: EntryKeeper;
  readonly #unsubscribe: () => void;

  /** A new check-in, or with `draft` one that was cut off. */
  constructor(
    private readonly ports: CheckInPorts,
    draft: CheckInDraft | null = null,
  ) {
    const { journal, timers, clock, visibility } = ports;
    this.#report = draft?.report ?? emptyReport();
    this.entryId = draft?.entryId ?? ports.newId();
    this.#startedAt = draft?.startedAt ?? momentNow(clock);
    const onDraft = (failure: JournalFailureCode | null) => this.onDraft(failure);
    this.#keeper = new EntryKeeper(journal, timers, onDraft, this.entryId, draft !== null);
    this.#unsubscribe = visibility.subscribe((hidden) => hidden && void this.#keeper.flush());
  }

  get report(): Report {
    return this.#report;
  }

  /** Kept, or left: nothing more comes of it. */
  get ended(): boolean {
    return this.#ended;
  }

  /** What there is of it to go on with; null while nothing is answered. */
  get soFar(): CheckInDraft | null {
    return isBlank(this.#report) ? null : this.#asDraft();
  }

  answer(change: Partial<Report>): void {
    if (this.#ended) return;
    if (!this.#moved && isBlank(this.#report)) this.#beginToday();
    this.#report = { ...this.#report, ...change };
    if (isBlank(this.#report)) this.#keeper.forget().catch((error: unknown) => log.warn('an empty draft stays', error));
    else this.#keeper.draftSoon(this.#asDraft);
  }

  get startedAt(): Moment {
    return this.#startedAt;
  }

  /** It was at another time than now. */
  move(startedAt: Moment): void {
    this.#startedAt = startedAt;
    this.#moved = true;
    this.answer({});
  }

  /** It was opened on an earlier day, and is first answered now: it is about now. */
  #beginToday(): void {
    const now = momentNow(this.ports.clock);
    if (dayOf(now) !== dayOf(this.#startedAt)) this.#startedAt = now;
  }

  /**
   * Has the answers in the draft before the journal is locked; resolves with whether they are safe there, or there are none. One
   * that was left, and went on only for want of room, ends with it.
   */
  async settle(): Promise<boolean> {
    if (this.#ended || this.#leaving) return this.leave();
    if (isBlank(this.#report)) return true;
    this.#keeper.draftNow(this.#asDraft);
    return this.#keeper.settled();
  }

  /**
   * Saves the entry; resolves with its id once it is durable. Rejects with Failure (`journal-*`, `save-failed`): it was not saved
   * then, and this can be called again.
   */
  async keep(): Promise<string> {
    const { clock, appVersion } = this.ports;
    const more = { startedAt: this.#startedAt, savedAt: momentNow(clock), appVersion };
    const code = await this.#keeper.save(checkInEntry(this.entryId, this.#report, more), null);
    if (code) throw new Failure(code);
    this.end();
    this.ports.onKept();
    return this.entryId;
  }

  /**
   * The person goes elsewhere: what was answered waits in the draft. Resolves with whether it has ended: where the newest answers
   * could not be written it goes on, for they are nowhere else, and this can be called again.
   */
  async leave(): Promise<boolean> {
    if (this.#ended) return true;
    this.#leaving = true;
    let tried: Report;
    do {
      tried = this.#report;
      if (!(await this.#isSafe())) return this.#ended;
    } while (tried !== this.#report);
    if (this.#leaving) this.end();
    return this.#ended;
  }

  /** The person has come back while it was being left: it goes on. */
  stay(): void {
    this.#leaving = false;
  }

  /** Ends it as it is: nothing more is written. */
  end(): void {
    this.#ended = true;
    this.#unsubscribe();
    this.#keeper.end();
  }

  /** Ends it and removes its draft. Rejects with Failure where that is still there. */
  async withdraw(): Promise<void> {
    this.end();
    await this.ports.journal.dropDraft(this.entryId);
  }

  /** Resolves when all writes are done, with whether nothing would be lost now. What could not be written before is tried again. */
  async #isSafe(): Promise<boolean> {
    if (!this.#keeper.draftKept && !isBlank(this.#report)) this.#keeper.draftNow(this.#asDraft);
    return (await this.#keeper.settled()) || isBlank(this.#report);
  }

  readonly #asDraft = (): CheckInDraft => ({
    version: 1,
    kind: 'check-in',
    entryId: this.entryId,
    startedAt: this.#startedAt,
    report: this.#report,
  });
}
