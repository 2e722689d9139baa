import { whenIdle } from '../base/idle';
import { log } from '../base/log';
import { Queue } from '../base/queue';
import { DAY_MS, MINUTE_MS } from '../base/time';
import type { OutsideChange } from '../domain/entry/outside-change';
import { Failure } from '../domain/failure/failure';
import { hasReserve, takeReserve } from '../journal/reserve/reserve';
import { saysLittle, TRIED_BYTES } from '../journal/reserve/room-left';
import { asksForRestart } from '../journal/second/asks-for-restart';
import { DoubtMark } from '../journal/second/doubt-mark';
import { haveRoom } from '../journal/second/room';
import { DATABASE_NAME } from '../journal/store/database-name';
import { inTurn } from '../journal/store/write-lock';
import type { Page } from './page';

/**
 * `little`: there is little room left on the phone. `restart`: its storage gave out, and the browser should be closed completely.
 * `altered`: something else has changed the entries in the store.
 */
export type RoomWord = 'little' | 'restart' | 'altered';

/** Watches the room on the phone, keeps a reserve of it, and knows what was changed from outside. See: [Note: The reserve] */
export interface Room {
  /** What there is to say; null if nothing. */
  readonly word: RoomWord | null;
  /** What was changed from outside, where that is the word. See: [Note: Order and absence] */
  readonly outside: OutsideChange | null;
  /** Calls `listener` when there is something else to say. Returns what ends it. */
  subscribe(listener: () => void): () => void;
}

/** How long after a change it is looked at again, in milliseconds: a copy of the journal is made within that time. */
const AGAIN_MS = MINUTE_MS;
/** How often taking the reserve is tried, in milliseconds: on a full disk that takes the last of the room for a moment. */
const TAKE_EVERY_MS = 10 * MINUTE_MS;

export interface RoomPorts {
  readonly name?: string;
  readonly storage?: Pick<StorageManager, 'estimate'> | undefined;
  readonly triesRoom?: typeof haveRoom;
}

export const open = (page: Pick<Page, 'journal' | 'clock'>, ports: RoomPorts = {}): Room => {
  const room = new PageRoom(page, ports);
  room.start();
  return room;
};

export class PageRoom implements Room {
  #word: RoomWord | null = null;
  #outside: OutsideChange | null = null;
  readonly #listeners = new Set<() => void>();
  /** Whether the reserve could not be taken, or what was tried out did not fit. */
  #isShort = false;
  #takenMs = -Infinity;
  #again: ReturnType<typeof setTimeout> | undefined;
  readonly #looks = new Queue();
  readonly #name: string;
  readonly #mark: DoubtMark;

  constructor(
    private readonly page: Pick<Page, 'journal' | 'clock'>,
    private readonly ports: RoomPorts,
  ) {
    this.#name = ports.name ?? DATABASE_NAME;
    this.#mark = new DoubtMark(this.#name);
  }

  get word(): RoomWord | null {
    return this.#word;
  }

  get outside(): OutsideChange | null {
    return this.#outside;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Looks now, after each change of the journal, and a while after the last one. */
  start(): void {
    this.page.journal.subscribe(() => {
      void this.look();
      clearTimeout(this.#again);
      this.#again = setTimeout(() => void this.look(), AGAIN_MS);
    });
    void this.look();
  }

  /** Never rejects. */
  async look(): Promise<void> {
    this.#say(this.#isShort);
    try {
      this.#say(await this.#looks.run(() => this.#isLittle()));
    } catch (error) {
      log.warn('the room that is left is not known', error);
    }
  }

  async #isLittle(): Promise<boolean> {
    this.#outside = await this.page.journal.outside();
    this.#say(this.#isShort);
    const { storage = navigator.storage } = this.ports;
    if (saysLittle((await storage?.estimate?.()) ?? {})) return true;
    await this.#takeReserve();
    return this.#isShort;
  }

  /** In turn with the journal's writes: while it is tried out whether there is room, nothing else must find none. */
  async #takeReserve(): Promise<void> {
    const { clock } = this.page;
    if (clock.monotonicMs() - this.#takenMs < TAKE_EVERY_MS) return;
    const isThere = await hasReserve(this.#name);
    if (isThere && !this.#isShort && !this.#isTryDue()) return;
    this.#takenMs = clock.monotonicMs();
    await whenIdle();
    this.#isShort = await inTurn(this.#name, async () => {
      try {
        await (this.ports.triesRoom ?? haveRoom)(TRIED_BYTES);
        if (!isThere) await takeReserve(this.#name);
        return false;
      } catch (error) {
        log.warn('the reserve could not be taken', error);
        // A file that is not free yet says nothing of the room.
        return this.#isShort || saysFull(error);
      }
    });
  }

  /** Once a day, because it writes much. */
  #isTryDue(): boolean {
    const key = `${this.#name}-room`;
    const today = String(Math.floor(this.page.clock.epochMs() / DAY_MS));
    try {
      if (localStorage.getItem(key) === today) return false;
      localStorage.setItem(key, today);
      return true;
    } catch {
      return false;
    }
  }

  #wordFor(little: boolean): RoomWord | null {
    if (asksForRestart(this.#mark.doubt)) return 'restart';
    if (this.#outside) return 'altered';
    return little ? 'little' : null;
  }

  #say(little: boolean): void {
    const word = this.#wordFor(little);
    if (word === this.#word) return;
    this.#word = word;
    for (const listener of [...this.#listeners]) listener();
  }
}

const saysFull = (error: unknown): boolean =>
  error instanceof Failure || (error instanceof DOMException && error.name === 'QuotaExceededError');
