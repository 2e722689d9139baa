import type { Clock } from '../../base/clock';
import type { Timers } from './timers';

/** How often a running step is redrawn, in milliseconds. */
export const TICK_MS = 100;

/** The time of one step: runs, stands still, and ticks while it runs. Measured with the monotonic clock. */
export class StepTimer {
  #banked = 0;
  #sinceMs: number | null = null;
  #handle: number | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly timers: Timers,
    private readonly onTick: () => void,
  ) {}

  get elapsedMs(): number {
    return this.#banked + (this.#sinceMs === null ? 0 : this.clock.monotonicMs() - this.#sinceMs);
  }

  start(): void {
    if (this.#sinceMs !== null) return;
    this.#sinceMs = this.clock.monotonicMs();
    this.#schedule();
  }

  stop(): void {
    this.#banked = this.elapsedMs;
    this.#sinceMs = null;
    if (this.#handle !== null) this.timers.clear(this.#handle);
    this.#handle = null;
  }

  /** Stops and begins again from 0. */
  reset(): void {
    this.stop();
    this.#banked = 0;
  }

  #schedule(): void {
    this.#handle = this.timers.set(() => {
      this.#schedule();
      this.onTick();
    }, TICK_MS);
  }
}
