import type { PageRow } from './table';

/**
 * How far a rating was from the middle of both scales: how pleasant or unpleasant, and how calm or stirred up. NaN where it was not rated.
 *
 * @example movedBy({ valence: 0.6, arousal: -0.8 }) // 1
 */
export const movedBy = ({ valence, arousal }: Pick<PageRow, 'valence' | 'arousal'>): number =>
  Math.hypot(valence, Number.isNaN(arousal) ? 0 : arousal);

/** The memories that moved one most, furthest first; of one that came back several times the furthest alone. */
export function mostMoving(rows: readonly PageRow[], count: number): readonly PageRow[] {
  const moved = rows
    .filter((row) => row.kind === 'recall' && !Number.isNaN(row.valence))
    .sort((a, b) => movedBy(b) - movedBy(a));
  const titles = new Set<string>();
  return moved
    .filter(({ id, title }) => {
      const name = title.trim().toLowerCase() || id;
      if (titles.has(name)) return false;
      titles.add(name);
      return true;
    })
    .slice(0, count);
}
