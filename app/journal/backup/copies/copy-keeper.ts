import type { Clock } from '../../../base/clock';
import { log } from '../../../base/log';
import { Queue } from '../../../base/queue';
import { BackupProblem } from '../../../domain/backup/backup';
import { dayOf, momentAt } from '../../../domain/moment/moment';
import type { Journal } from '../../journal';
import type { JournalLock } from '../../vault/journal-lock';
import { JournalSource } from '../file/source';
import { Copies, type CopyTime, type JournalKeys } from './copies';
import type { CopyFolder } from './copy-folder';
import { dayCopy } from './copy-schedule';
import { makeRoom } from './make-room';
import { reseal } from './reseal';

/** A copy is made once nothing has changed for this long, so that it never competes with somebody who is writing. */
const QUIET_MS = 20_000;
/** Two tabs must not write one folder at once. */
export const COPIES_LOCK = 'reverie-copies';

export interface KeeperPorts {
  readonly journal: Journal;
  readonly folder: CopyFolder;
  readonly clock: Clock;
  readonly appVersion: string;
  /** The journal's keys, or null while it is locked. */
  keys(): Promise<JournalKeys | null>;
  /** Tells when the secrets that open the journal may be others. */
  readonly lock?: Pick<JournalLock, 'subscribe'> | undefined;
  readonly quietMs?: number;
}

export const copyTime = (clock: Clock, app: string): CopyTime => {
  const epochMs = clock.epochMs();
  return { app, epochMs, day: dayOf(momentAt(epochMs, clock.zone())) };
};

/** Makes a copy of the journal on each day on which it has changed, when the phone has nothing else to do. */
export class CopyKeeper {
  readonly #copies: Copies;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stops: (() => void)[] = [];
  readonly #visits = new Queue();

  constructor(private readonly ports: KeeperPorts) {
    this.#copies = new Copies(ports.folder);
  }

  /** Looks as soon as nothing else is done, and again after each change: who stays for a short check-in shall have copies as well. */
  start(): void {
    const { journal, lock } = this.ports;
    const later = () => this.#later();
    this.#stops = [journal.subscribe(later), lock?.subscribe(later) ?? (() => undefined)];
    this.#whenIdle();
  }

  close(): void {
    for (const stop of this.#stops.splice(0)) stop();
    clearTimeout(this.#timer);
  }

  /**
   * Makes what is due, after what is being made: a change in the midst of one visit must not be passed over by the next. Never
   * rejects: a copy that could not be made is tried again after the next change.
   */
  visit(): Promise<void> {
    return this.#visits.run(() => this.#look());
  }

  async #look(): Promise<void> {
    try {
      await navigator.locks.request(COPIES_LOCK, { ifAvailable: true }, async (lock) => {
        // The tab that has it may be ended in the midst.
        if (!lock) return this.#later();
        const keys = await this.ports.keys();
        if (keys) await this.#makeDue(keys);
      });
    } catch (error) {
      log.warn('no copy of the journal was made', error);
      // Who wrote meanwhile may have been ended before it could tell.
      if (error instanceof BackupProblem && error.code === 'busy') this.#later();
    }
  }

  async #makeDue(keys: JournalKeys): Promise<void> {
    const now = copyTime(this.ports.clock, this.ports.appVersion);
    const source = new JournalSource(this.ports.journal);
    // Rejects where the journal has been erased or replaced: the copies that are there are not this tab's to touch.
    await source.state();
    await this.#seeToOthers(keys, now);
    if (!(await this.#isDue(source, now))) return;
    await makeRoom(this.#copies, keys).catch((error: unknown) => log.warn('no room was made for a copy', error));
    await this.#copies.keep('day', source, keys, now);
  }

  /** What fails here is tried again by the next visit, and must not keep a copy that is due from being made. */
  async #seeToOthers(keys: JournalKeys, now: CopyTime): Promise<void> {
    try {
      await this.#copies.tidy();
      await reseal(this.#copies, keys, now, () => this.#present());
    } catch (error) {
      log.warn('the copies that are there could not be seen to', error);
    }
  }

  /**
   * Whether there is none of this day, nor any of the journal as it is. That goes by its state and by no time: a file's is renewed
   * when it is sealed anew, and clocks are set. An empty journal needs no copy; least of all one that pushes out a fuller one.
   */
  async #isDue(source: JournalSource, { day }: CopyTime): Promise<boolean> {
    const [newest] = (await this.ports.journal.list({ limit: 1 })).entries;
    if (!newest || (await this.ports.folder.file(dayCopy(day)))) return false;
    return !(await this.#copies.areOf(await source.state()));
  }

  async #present(): Promise<ReadonlySet<string>> {
    const { outlines, unreadable } = await this.ports.journal.outlines();
    return new Set([...outlines, ...unreadable].map(({ id }) => id));
  }

  #later(): void {
    clearTimeout(this.#timer);
    if (this.#stops.length === 0) return;
    this.#timer = setTimeout(() => this.#whenIdle(), this.ports.quietMs ?? QUIET_MS);
  }

  #whenIdle(): void {
    whenIdle(() => this.#stops.length > 0 && void this.visit());
  }
}

const whenIdle = (work: () => void): void => {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work);
  else work();
};
