import { EXPRESSIONS, type Expression } from '../../domain/face/expression';
import { TRACE_READINGS_PER_SECOND } from '../../domain/face/trace';
import { PATCH_REGIONS, type PatchRegion } from './patch-model';

/**
 * An expression has a span where it has so many of a moment's votes, and no other one has more. Less than a half, because regions that don't take
 * part, and patches longer than the expression, vote neutral. With a quarter, 2 to 3 % of the time of sequences that show nothing lie in a
 * span (KDEF, TFED, CK+), with the half that wins hardly any, but a quarter of what is shown would have none.
 */
const LEAST_OF_VOTES = 0.25;
const CLASSES = EXPRESSIONS.length;
const PLACE_MS = 1000 / TRACE_READINGS_PER_SECOND;

/** A stretch in which patches voted for one expression. */
export interface VotedSpan {
  readonly expression: Exclude<Expression, 'neutral'>;
  /** Milliseconds since the recall began. */
  readonly onsetMs: number;
  readonly offsetMs: number;
  /** How much of its votes came from each region; sums to 1. */
  readonly regions: Readonly<Record<PatchRegion, number>>;
}

/** A region's votes: by place, of each class. */
export interface RegionVotes {
  readonly region: PatchRegion;
  readonly votes: Float64Array;
}

/**
 * @param all votes of all regions together, by place, of each class
 * @param fromMs when the first place begins
 */
export function spansOf(all: Float64Array, byRegion: readonly RegionVotes[], fromMs: number): VotedSpan[] {
  const spans: VotedSpan[] = [];
  const places = all.length / CLASSES;
  for (let start = 0; start < places; ) {
    const expression = votedFor(all, start);
    let end = start + 1;
    while (end < places && votedFor(all, end) === expression) end++;
    if (expression) {
      const [onsetMs, offsetMs] = [fromMs + start * PLACE_MS, fromMs + end * PLACE_MS];
      spans.push({ expression, onsetMs, offsetMs, regions: regionsOf(byRegion, expression, start, end) });
    }
    start = end;
  }
  return spans;
}

/** The expression that a place belongs to; null for none. */
function votedFor(votes: Float64Array, place: number): VotedSpan['expression'] | null {
  const own = votes.subarray(place * CLASSES, (place + 1) * CLASSES);
  const total = own.reduce((sum, vote) => sum + vote, 0);
  let [found, most]: [VotedSpan['expression'] | null, number] = [null, 0];
  for (const [label, expression] of EXPRESSIONS.entries())
    if (expression !== 'neutral' && own[label]! > most) [found, most] = [expression, own[label]!];
  return most >= LEAST_OF_VOTES * total ? found : null;
}

function regionsOf(
  byRegion: readonly RegionVotes[],
  expression: Expression,
  start: number,
  end: number,
): Record<PatchRegion, number> {
  const label = EXPRESSIONS.indexOf(expression);
  const shares = Object.fromEntries(PATCH_REGIONS.map((name) => [name, 0])) as Record<PatchRegion, number>;
  for (const { region, votes } of byRegion)
    for (let place = start; place < end; place++) shares[region] += votes[place * CLASSES + label]!;
  const total = PATCH_REGIONS.reduce((sum, name) => sum + shares[name], 0);
  for (const name of PATCH_REGIONS) shares[name] /= total;
  return shares;
}
