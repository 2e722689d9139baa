import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../../base/clock';
import { DAY_MS } from '../../base/time';
import { dayOf, type Moment, momentAt, wallMs } from '../../domain/moment/moment';

/** Timers are early by some milliseconds. */
const SURELY_LATER_MS = 500;

/**
 * Calls `onDay` when another day has begun: at midnight, and when the page is seen again after it was out of sight, for a timer
 * stands still while the phone sleeps. Screens that say "today" stay open for days.
 */
export class NewDay implements ReactiveController {
  #day = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly clock: () => Clock,
    private readonly onDay: () => void,
    /** The day that is shown already, if it was drawn before this was there. */
    private readonly shown?: string,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#day = this.shown ?? dayOf(this.#now);
    document.addEventListener('visibilitychange', this.#look);
    this.#look();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#look);
    clearTimeout(this.#timer);
  }

  get #now(): Moment {
    const clock = this.clock();
    return momentAt(clock.epochMs(), clock.zone());
  }

  readonly #look = (): void => {
    this.#wait();
    const day = dayOf(this.#now);
    if (document.hidden || day === this.#day) return;
    this.#day = day;
    this.onDay();
  };

  #wait(): void {
    clearTimeout(this.#timer);
    const sinceMidnight = ((wallMs(this.#now) % DAY_MS) + DAY_MS) % DAY_MS;
    this.#timer = setTimeout(this.#look, DAY_MS - sinceMidnight + SURELY_LATER_MS);
  }
}
