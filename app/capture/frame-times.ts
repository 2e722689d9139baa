/** What the browser tells of a camera picture; all but `now` depend on browser and camera. */
export interface PictureTimes {
  /** When the callback ran, in milliseconds of the page's clock. */
  readonly now: number;
  /** When the camera took it, in milliseconds of the page's clock (Chromium, local cameras). */
  readonly captureTime?: number;
  /** Its place in the stream, in seconds. */
  readonly mediaTime?: number;
}

type Source = 'captureTime' | 'mediaTime' | 'now';

/**
 * Turns what the browser tells into milliseconds since the stream's first frame, never going back. The best clock the first
 * picture offers is kept for the whole stream, since two clocks mixed would make time jump.
 */
export class FrameTimes {
  #source: Source | null = null;
  #firstMs = 0;
  #lastMs = 0;

  since(times: PictureTimes): number {
    if (!this.#source) {
      this.#source = times.captureTime ? 'captureTime' : times.mediaTime ? 'mediaTime' : 'now';
      this.#firstMs = msOf(times, this.#source) ?? times.now;
      return 0;
    }
    const ms = msOf(times, this.#source);
    this.#lastMs = Math.max(this.#lastMs, ms === undefined ? this.#lastMs : ms - this.#firstMs);
    return this.#lastMs;
  }
}

const msOf = (times: PictureTimes, source: Source): number | undefined =>
  source === 'mediaTime' && times.mediaTime !== undefined ? times.mediaTime * 1000 : times[source];
