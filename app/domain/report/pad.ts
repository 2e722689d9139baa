import type { Rating } from './rating';

/** Nine by nine places, one mark; see `rv-affect-pad`. */
export const PAD = { instrument: 'reverie-pad', instrumentVersion: 1, bounds: [1, 9] } as const;

/** The rating for a mark in row or column `raw` (1..9). */
export const padRating = (raw: number): Rating => ({ ...PAD, raw, value: (raw - 5) / 4 });

/** The pad's row or column (1..9) that comes nearest to a rating of any instrument. */
export const padRaw = ({ value }: Rating): number => Math.round(4 * (value + 1)) + 1;
