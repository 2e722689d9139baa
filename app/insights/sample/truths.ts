/**
 * What is true of the person whose journal is made up. Valences are -1..1.
 *
 * The defaults come from two diaries of feelings whose authors share them (Rowland & Wenzel 2020, Mindfulness 11:1253, 125 students; Fried,
 * Papanikolaou & Epskamp 2022, Clin Psychol Sci 10:340, 79 students): within a person ratings of happiness have a standard deviation of 17 to 21 of
 * 100 and a mean of 59, and neighbouring ones go together by .24 to .41.
 */
export interface Truths {
  /** Mean valence of an ordinary day. */
  readonly mean: number;
  /** Standard deviation of ratings apart from what is planted below. */
  readonly deviation: number;
  /** Share of the variance of ratings that is of the moment, not of the day: 0..1. */
  readonly momentary: number;
  /** How the ratings of neighbouring days go together, 0..1 less `momentary`. */
  readonly inertia: number;
  /** Half of what lies between the best and the worst time of the year. */
  readonly season: number;
  /** How much higher one weekday is, 0 for Monday to 6 for Sunday; below 0 for a dip. */
  readonly weekday: { readonly which: number; readonly effect: number };
  /** From this share of the days on the level is another, and stays. */
  readonly change: { readonly at: number; readonly effect: number };
  /** How much higher the ratings beside the first label are. */
  readonly label: number;
  /** How much higher memories of a positive cue are rated, and those of a negative one lower. */
  readonly cue: number;
  /** How rating and face go together: Pearson's r, -1..1. */
  readonly relation: number;
  /** How many more times a minute somebody blinks who says "tired". */
  readonly tired: number;
  /** Whether the feelings that are chosen follow the rating, or are any. */
  readonly feelingsFollow: boolean;
}

/** Nothing goes with anything; even neighbouring days do not. */
export const NOTHING: Truths = {
  mean: 0.15,
  deviation: 0.36,
  momentary: 0.1,
  inertia: 0,
  season: 0,
  weekday: { which: 0, effect: 0 },
  change: { at: 0.6, effect: 0 },
  label: 0,
  cue: 0,
  relation: 0,
  tired: 0,
  feelingsFollow: false,
};

/** The journal that is there to be explored: something of everything. */
export const SAMPLE_TRUTHS: Truths = {
  ...NOTHING,
  inertia: 0.4,
  season: 0.12,
  weekday: { which: 0, effect: -0.3 },
  change: { at: 0.6, effect: 0.4 },
  label: 0.25,
  cue: 0.2,
  relation: 0.6,
  tired: 5,
  feelingsFollow: true,
};

/** Shares of cue classes among recalls. */
export const CUE_SHARES = { positive: 0.4, negative: 0.3, neutral: 0.3 } as const;
/** How often each label stands beside an entry. */
export const LABEL_SHARE = 0.15;

/**
 * The variance of the ratings of recalls, by all that is planted: each part's own, because they have nothing to do with each other.
 *
 * @example ratingVariance({ ...NOTHING, deviation: 0.3 }) // 0.09
 */
export function ratingVariance({ deviation, season, weekday, change, label, cue }: Truths): number {
  const of = (share: number, effect: number) => share * (1 - share) * effect ** 2;
  const { positive, negative } = CUE_SHARES;
  const ofCue = (positive + negative - (positive - negative) ** 2) * cue ** 2;
  return (
    deviation ** 2 +
    season ** 2 / 2 +
    of(1 / 7, weekday.effect) +
    of(change.at, change.effect) +
    of(LABEL_SHARE, label) +
    ofCue
  );
}

/**
 * The mean of the ratings of recalls, likewise.
 *
 * @example ratingMean({ ...NOTHING, mean: 0.1 }) // 0.1
 */
export const ratingMean = ({ mean, weekday, change, label, cue }: Truths): number =>
  mean +
  weekday.effect / 7 +
  (1 - change.at) * change.effect +
  LABEL_SHARE * label +
  (CUE_SHARES.positive - CUE_SHARES.negative) * cue;
