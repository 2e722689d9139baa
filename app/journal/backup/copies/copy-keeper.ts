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

/** How long nothing must have changed before a copy is made, in milliseconds, so that copying does not slow down writing. */
const QUIET_MS = 20_000;
/** Held while the folder of the copies is written: only one tab at a time may do that. */
export const COPIES_LOCK = 'reverie-copies';
/** How long a deletion or a replacement waits for it, in milliseconds: a tab that is frozen while it copies would hold it for ever. */
export const COPIES_TURN_MS = 30_000;

export interface KeeperPorts {
  readonly journal: Journal;
  readonly folder: CopyFolder;
  readonly clock: Clock;
  readonly appVersion: string;
  /** The journal's keys, or null while it is locked. */
  keys(): Promise<JournalKeys | null>;
  /** Tells when the secrets that open the journal may have changed. */
  readonly lock?: Pick<JournalLock, 'subscribe'> | undefined;
  readonly quietMs?: number;
}

export const copyTime = (clock: Clock, app: string): CopyTime => {
  const epochMs = clock.epochMs();
  return { app, epochMs, day: dayOf(momentAt(epochMs, clock.zone())) };
};

/** Copies the journal once a day if it has changed, when the page is idle. See: [Note: Copies and what was erased] */
export class CopyKeeper {
  readonly #copies: Copies;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #stops: (() => void)[] = [];
  readonly #visits = new Queue();

  constructor(private readonly ports: KeeperPorts) {
    this.#copies = new Copies(ports.folder);
  }

  /** Visits the copies as soon as the page is idle, so that even a short check-in gets a copy, and again after each change. */
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
   * Does what is due. Visits run one after another, so that a change during one visit is seen by the next. Never rejects: a copy that
   * could not be made is tried again after the next change.
   */
  visit(): Promise<void> {
    return this.#visits.run(() => this.#look());
  }

  async #look(): Promise<void> {
    try {
      await navigator.locks.request(COPIES_LOCK, { ifAvailable: true }, async (lock) => {
        // Another tab is at it, but may be closed before it is done.
        if (!lock) return this.#later();
        await this.#makeDue();
      });
    } catch (error) {
      log.warn('no copy of the journal was made', error);
      // The tab that wrote in the meantime may have been killed before it could tell us.
      if (error instanceof BackupProblem && error.code === 'busy') this.#later();
    }
  }

  async #makeDue(): Promise<void> {
    const now = copyTime(this.ports.clock, this.ports.appVersion);
    const source = new JournalSource(this.ports.journal);
    if (!(await this.ports.keys())) return;
    // Rejects if the journal was erased or replaced: then the copies are not this tab's to touch. If another tab has changed the
    // key, it waits for the new one, so the keys are taken afterwards.
    await source.state();
    const keys = await this.ports.keys();
    if (!keys) return;
    await this.#updateOthers(keys, now);
    if (!(await this.#isDue(source, now))) return;
    await makeRoom(this.#copies, keys).catch((error: unknown) => log.warn('no room was made for a copy', error));
    await this.#copies.keep('day', source, keys, now);
  }

  /** If this fails, the next visit tries again. A copy that is due must be made all the same. */
  async #updateOthers(keys: JournalKeys, now: CopyTime): Promise<void> {
    try {
      await this.#copies.tidy();
      await reseal(this.#copies, keys, now, () => this.#present());
    } catch (error) {
      log.warn('the present copies could not be brought up to date', error);
    }
  }

  /**
   * Whether there is no copy of this day, and no copy of the journal's present state. States are compared, not times: a file gets a new
   * time when it is sealed again, and clocks are changed. An empty journal needs no copy, because it would push out a fuller one.
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
