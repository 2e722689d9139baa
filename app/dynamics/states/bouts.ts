import type { StateStretch } from '../../domain/face/face-states';
import type { Swing } from '../../statistics/swings';

/** Movement to and fro: so many swings on end, none slower, with no longer rest between them. */
export interface BoutRule {
  readonly fewest: number;
  readonly slowestMs: number;
  readonly longestRestMs: number;
}

/** The stretches in which quick swings follow each other; a slow one ends what was going on before it. */
export function boutsOf(all: readonly Swing[], { fewest, slowestMs, longestRestMs }: BoutRule): StateStretch[] {
  const bouts: Swing[][] = [];
  let bout: Swing[] = [];
  for (const swing of all) {
    const last = bout.at(-1);
    const isQuick = swing.toMs - swing.fromMs <= slowestMs;
    if (!isQuick || (last && swing.fromMs - last.toMs > longestRestMs)) {
      bouts.push(bout);
      bout = [];
    }
    if (isQuick) bout.push(swing);
  }
  bouts.push(bout);
  return bouts
    .filter(({ length }) => length >= fewest)
    .map((swings) => ({ onsetMs: swings[0]!.fromMs, offsetMs: swings.at(-1)!.toMs }));
}
