import type { Effect } from '../statistics/effects';
import type { MonthsSeen } from '../statistics/seen-in-months';
import type { Evidence, Strength } from './pattern';

/** Corrected p up to which something is called likely, and up to which there may be something in it; above it could well be chance. */
export const LIKELY_P = 0.05;
export const HINT_P = 0.2;
/** Corrected p up to which it may be called steady. Ours. */
export const STEADY_P = 0.01;
/** Fewest months that can say so, and the share of them that must. Ours: half a year, and twice as many for it as against. */
export const STEADY_MONTHS = 6;
export const STEADY_SHARE = 2 / 3;

/**
 * How sure something is in the words that a person gets, by p corrected for everything that was looked at and by the months in which it was
 * seen.
 *
 * @example strengthOf(0.001, { seen: 9, of: 11 }) // 'steady'
 * @example strengthOf(0.001, { seen: 6, of: 11 }) // 'likely'
 * @example strengthOf(0.06, null) // 'hint'
 */
export function strengthOf(adjustedP: number, months: MonthsSeen | null): Strength {
  // Not "greater than", so that what is no number is chance.
  if (!(adjustedP <= HINT_P)) return 'chance';
  if (adjustedP > LIKELY_P) return 'hint';
  const isSteady = months !== null && months.of >= STEADY_MONTHS && months.seen / months.of >= STEADY_SHARE;
  return adjustedP <= STEADY_P && isSteady ? 'steady' : 'likely';
}

/**
 * How sure an effect is, of those that were looked at together.
 *
 * @example evidenceOf({ adjustedP: 0.001, months: { seen: 9, of: 11 } }) // { strength: 'steady', months: { seen: 9, of: 11 } }
 */
export const evidenceOf = ({ adjustedP, months }: Pick<Effect, 'adjustedP' | 'months'>): Evidence => ({
  strength: strengthOf(adjustedP, months),
  months,
});

/**
 * How sure it is that something is not 0, by its 95 % interval alone.
 *
 * @example evidenceOfInterval({ low: 0.1, high: 0.3 }) // { strength: 'likely', months: null }
 */
export const evidenceOfInterval = ({ low, high }: { readonly low: number; readonly high: number }): Evidence => ({
  strength: low > 0 || high < 0 ? 'likely' : 'chance',
  months: null,
});
