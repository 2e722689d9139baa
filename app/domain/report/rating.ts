/**
 * One answer on a bipolar scale: the inside value and what the person really touched.
 * A rating exists only if the control was touched; an untouched slider is `null`, never the middle
 * (the rule of Betella & Verschure 2016, PLoS ONE 11:e0148037).
 */
export interface Rating {
  /** -1..1. */
  readonly value: number;
  /** The instrument's own number, between `bounds`. */
  readonly raw: number;
  readonly bounds: readonly [low: number, high: number];
  /** The instrument's name and version, such as `reverie-slider` 1. */
  readonly instrument: string;
  readonly instrumentVersion: number;
}

export const SLIDER = { instrument: 'reverie-slider', instrumentVersion: 1, bounds: [0, 100] } as const;

/** The rating for a slider standing at `raw` (0..100). */
export const sliderRating = (raw: number): Rating => ({
  ...SLIDER,
  raw,
  value: (2 * (raw - SLIDER.bounds[0])) / (SLIDER.bounds[1] - SLIDER.bounds[0]) - 1,
});

/** Where our slider (0..100) stands for a rating of any instrument. */
export const sliderRaw = ({ value }: Rating): number => Math.round(50 * (value + 1));
