/** The reader rests so that it works no more than this share of the time: a phone that always works gets hot, and slower for it. */
export const MOST_BUSY_SHARE = 2 / 3;
/** However fast a reading is, no more than fifteen a second are taken, in milliseconds from one to the next. A trace keeps ten. */
export const SHORTEST_GAP_MS = 60;
/** However slow one is, five a second are taken where the device can: with fewer, a smile's onset has but one. In milliseconds. */
export const LONGEST_GAP_MS = 200;
/** How much the newest reading counts in what one takes: a change of pace shows within a second or two. */
const NEWEST_SHARE = 0.2;

/**
 * When the reader has rested.
 *
 * [Note: The reader's pace]
 * A camera gives thirty or sixty pictures a second, and a trace keeps ten readings. To read the others would cost as much battery,
 * for nothing. `FaceWatch` reads a picture only if two things hold:
 * - its reading would be kept, which `FaceRecording.wants` tells. Outside a recording each is wanted;
 * - the reader has rested, which this class tells. A phone that is slow, or slows because it is hot, shows it in what a reading
 *   takes: up to 67 ms there are ten a second, from 133 ms on five.
 */
export class ReadingPace {
  #tookMs: number | null = null;
  #lastMs = Number.NEGATIVE_INFINITY;

  /** Least time from one picture that is read to the next, in milliseconds. */
  get gapMs(): number {
    return Math.min(LONGEST_GAP_MS, Math.max(SHORTEST_GAP_MS, (this.#tookMs ?? 0) / MOST_BUSY_SHARE));
  }

  /** Whether a picture that was taken at `tMs` of its stream is late enough to be read. */
  hasRested(tMs: number): boolean {
    return Math.abs(tMs - this.#lastMs) >= this.gapMs;
  }

  /** The picture of `tMs` has been read, which took `tookMs` milliseconds. */
  add(tMs: number, tookMs: number): void {
    this.#lastMs = tMs;
    this.#tookMs = this.#tookMs === null ? tookMs : this.#tookMs + NEWEST_SHARE * (tookMs - this.#tookMs);
  }
}
