import { nextTask } from './idle';

/** Work without a pause longer than this, in milliseconds, and a page no longer answers. */
export const LONGEST_STRETCH_MS = 40;

/**
 * Long work in stretches: call `rest` often, and it pauses whenever it is time. Not by `scheduler.yield`, because then only what is
 * more urgent than the work itself gets in, and all else waits until the work has ended.
 */
export class Stretch {
  #sinceMs = performance.now();

  /** Whether it is time for a pause. */
  get isOver(): boolean {
    return performance.now() - this.#sinceMs >= LONGEST_STRETCH_MS;
  }

  /** Pauses if it is time. Throws the signal's reason. */
  async rest(signal?: AbortSignal): Promise<void> {
    if (this.isOver) {
      await nextTask();
      this.#sinceMs = performance.now();
    }
    signal?.throwIfAborted();
  }
}
