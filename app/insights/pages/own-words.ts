import { movedBy } from './most-moving';
import type { PageRow } from './table';

/** A note that is short enough to be set large, in UTF-16 units, and long enough to say something. Ours. */
const LONGEST = 280;
const SHORTEST = 12;

export interface Quote {
  readonly id: string;
  readonly text: string;
}

/**
 * What one wrote, to be set large: first beside what moved one most, then of the other side of the scale if there is something, and never the same
 * words twice. A note is given whole or not at all.
 */
export function ownWords(
  rows: readonly PageRow[],
  notes: ReadonlyMap<string, string>,
  count: number,
): readonly Quote[] {
  const found = rows
    .map((row) => ({ row, text: notes.get(row.id)?.trim() ?? '' }))
    .filter(({ text }) => text.length >= SHORTEST && text.length <= LONGEST)
    .sort((a, b) => (movedBy(b.row) || 0) - (movedBy(a.row) || 0));
  const chosen: typeof found = [];
  while (chosen.length < count) {
    const left = found.filter(({ text }) => chosen.every((one) => one.text !== text));
    const last = chosen.at(-1);
    const other = last && left.find(({ row }) => row.valence * last.row.valence < 0);
    const next = other ?? left[0];
    if (!next) break;
    chosen.push(next);
  }
  return chosen.map(({ row, text }) => ({ id: row.id, text }));
}
