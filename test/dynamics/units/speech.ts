import type { Moves } from './moved-face';

/** A mouth that opens and closes five times in two seconds, a syllable after the other wide or round. */
export function speech(tMs: number): Moves {
  const open = (1 - Math.cos((2 * Math.PI * 2.5 * tMs) / 1000)) / 2;
  const round = Math.floor(tMs / 400) % 2 ? 1 : -1;
  return {
    lip_gap: open,
    lip_lower: -0.6 * open,
    chin_boss: -0.3 * open,
    lip_upper: -0.2 * open,
    mouth_curve: 0.1 * open * round,
    nose_width: 0.1 * open * round,
    mouth_width: 0.3 * open * round,
    corner_out: 0.15 * open * round,
  };
}

/** Both at once. */
export const moved = (a: Moves, b: Moves): Moves =>
  Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((channel) => [
      channel,
      (a[channel as keyof Moves] ?? 0) + (b[channel as keyof Moves] ?? 0),
    ]),
  );

export const SMILE: Moves = { corner_out: 0.9, mouth_curve: 0.5, fold: 0.4 };
