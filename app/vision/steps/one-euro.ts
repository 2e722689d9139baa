/** Options of MediaPipe's face_landmarks_smoothing; frequencies in hertz. */
export interface OneEuroOptions {
  /** Cut-off when nothing moves: lower is steadier. */
  readonly minCutoff: number;
  /** How fast the cut-off rises with speed: higher lags less. */
  readonly beta: number;
  /** Cut-off of the speed itself. */
  readonly dCutoff: number;
}

export const LANDMARK_SMOOTHING: OneEuroOptions = { minCutoff: 0.05, beta: 80, dCutoff: 1 };

/**
 * Steadies `size` coordinates over time: still points stop trembling, quick ones are hardly delayed.
 * Casiez, Roussel & Vogel 2012, 1 Euro Filter, CHI; with MediaPipe's scaling of the speed by the object's size.
 */
export class OneEuroFilter {
  readonly #values: Float64Array;
  readonly #speeds: Float64Array;
  #lastMs: number | null = null;

  constructor(
    readonly size: number,
    readonly options: OneEuroOptions = LANDMARK_SMOOTHING,
  ) {
    this.#values = new Float64Array(size);
    this.#speeds = new Float64Array(size);
  }

  /** Forgets everything: the next values pass unchanged. */
  reset(): void {
    this.#lastMs = null;
  }

  /**
   * The filtered `values` (a new array). `objectScale` is the size of what they belong to, in their own unit, so that the
   * same movement is smoothed alike near and far. A time that does not advance leaves `values` as they are.
   */
  filter(values: Float32Array, tMs: number, objectScale: number): Float32Array {
    if (this.#lastMs === null) return this.#start(values, tMs);
    const seconds = (tMs - this.#lastMs) / 1000;
    if (seconds <= 0 || !(objectScale > 0)) return values.slice();
    this.#lastMs = tMs;
    const out = new Float32Array(this.size);
    const speedAlpha = smoothing(this.options.dCutoff, seconds);
    for (let i = 0; i < this.size; i++) {
      const before = this.#values[i]!;
      const speed = (values[i]! - before) / (objectScale * seconds);
      this.#speeds[i]! += speedAlpha * (speed - this.#speeds[i]!);
      const cutoff = this.options.minCutoff + this.options.beta * Math.abs(this.#speeds[i]!);
      this.#values[i] = before + smoothing(cutoff, seconds) * (values[i]! - before);
      out[i] = this.#values[i]!;
    }
    return out;
  }

  #start(values: Float32Array, tMs: number): Float32Array {
    this.#values.set(values);
    this.#speeds.fill(0);
    this.#lastMs = tMs;
    return values.slice();
  }
}

/** Share of the new value in an exponential filter with this cut-off, 0..1. */
const smoothing = (cutoffHz: number, seconds: number): number => {
  const rate = 2 * Math.PI * cutoffHz * seconds;
  return rate / (rate + 1);
};
