import { clamp } from '../../base/clamp';
import { EXPRESSIONS } from '../../domain/face/expression';
import { TRACE_READINGS_PER_SECOND } from '../../domain/face/trace';
import { MOVES } from '../memory/moves';
import { type HeadSecond, MOVES_WIDTH, STILL_WIDTH } from '../memory/seconds';

/** No change of a measure counts for more spreads than this, as in training. */
const MOST_SPREADS = 8;

/** The readings of a recall by place, ten a second, from the first that was seen to the last. */
export interface PatchReadings {
  /** Milliseconds of the recall at which the first place begins. */
  readonly fromMs: number;
  /** Changes against rest: of every move in spreads, then of the logarithms of the still model's probabilities. Null where nothing was seen. */
  readonly places: readonly (Float64Array | null)[];
}

/** Null where nobody was seen. */
export function patchReadings(seconds: readonly HeadSecond[]): PatchReadings | null {
  const all = seconds.flatMap((second) => Array.from(second.seen, (seen, at) => (seen ? changesAt(second, at) : null)));
  const first = all.findIndex((place) => place !== null);
  if (first < 0) return null;
  const last = all.findLastIndex((place) => place !== null);
  return { fromMs: (first * 1000) / TRACE_READINGS_PER_SECOND, places: all.slice(first, last + 1) };
}

function changesAt({ moves, still }: HeadSecond, at: number): Float64Array {
  const changes = new Float64Array(MOVES.length + EXPRESSIONS.length);
  for (let of = 0; of < MOVES.length; of++)
    changes[of] = clamp(moves[at * MOVES_WIDTH + of]!, -MOST_SPREADS, MOST_SPREADS);
  const from = at * STILL_WIDTH + EXPRESSIONS.length;
  changes.set(still.subarray(from, from + EXPRESSIONS.length), MOVES.length);
  return changes;
}
