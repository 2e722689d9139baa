import type { DayPart } from '../statistics/rhythms';
import type { MonthsSeen } from '../statistics/seen-in-months';

/** How sure a pattern is, from least to most. */
export const STRENGTHS = ['chance', 'hint', 'likely', 'steady'] as const;
export type Strength = (typeof STRENGTHS)[number];

export interface Evidence {
  readonly strength: Strength;
  /** In how many months it was seen; null where it is nothing that a month can tell. */
  readonly months: MonthsSeen | null;
}

/** How much higher ratings of one kind are than the others, below 0 for lower. */
interface Difference {
  readonly effect: number;
  /** 95 % interval. */
  readonly low: number;
  readonly high: number;
  /** Days, or entries, that were compared. */
  readonly n: number;
}

/** Something in the ratings that may be more than chance. What it is called on screen is the view's. */
export type Pattern = { readonly evidence: Evidence } /** `weekday`: 0 for Monday to 6 for Sunday. */ & (
  | ({ readonly kind: 'weekday'; readonly weekday: number } & Difference)
  | ({ readonly kind: 'day-part'; readonly part: DayPart } & Difference)
  /** Days after one on which a feeling was chosen, against days after one on which others were. */
  | ({ readonly kind: 'day-after'; readonly feeling: string } & Difference)
  /** How neighbouring days go together: `effect` is a correlation. */
  | ({ readonly kind: 'neighbours' } & Difference)
  /** The last time that the level changed, and stayed. `n`: days with an entry since. */
  | {
      readonly kind: 'level';
      /** The first of them, such as `2026-11-22`. */
      readonly day: string;
      readonly before: number;
      readonly after: number;
      readonly n: number;
    }
);
