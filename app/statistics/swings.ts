/** A rise or a fall, from one turning point to the next. */
export interface Swing {
  readonly fromMs: number;
  readonly toMs: number;
  /** Positive for a rise. */
  readonly by: number;
}

interface TurningPoint {
  readonly value: number;
  readonly reachedMs: number;
  leftMs: number;
}

/** A value this near to a turning point, as a share of the least swing, is still there. */
const STILL_THERE = 0.25;

/**
 * The rises and falls of a series that are at least `least` high, in order; smaller ones within them do not count. NaN is passed over, and
 * a gap of more than `longestGapMs` begins a new series.
 *
 * @example swings([0, 3, 1, 4].map((value, tMs) => ({ tMs, value })), 2, 10).map(({ by }) => by) // [3, -2, 3]
 */
export function swings(
  series: readonly { readonly tMs: number; readonly value: number }[],
  least: number,
  longestGapMs: number,
): Swing[] {
  const found: Swing[] = [];
  let way = new Way();
  let lastMs = Number.NEGATIVE_INFINITY;
  for (const { tMs, value } of series) {
    if (Number.isNaN(value)) continue;
    if (tMs - lastMs > longestGapMs) {
      found.push(...between(way.points));
      way = new Way();
    }
    way.add(tMs, value, least);
    lastMs = tMs;
  }
  return [...found, ...between(way.points)];
}

/** The turning points of a series so far. */
class Way {
  points: TurningPoint[] = [];
  /** The lowest and the highest so far, of which one becomes the first turning point. */
  #ends: TurningPoint[] = [];

  add(tMs: number, value: number, least: number): void {
    const here = { value, reachedMs: tMs, leftMs: tMs };
    const last = this.points.at(-1);
    if (!last) this.#begin(here, least);
    else this.#goOn(here, last, least);
  }

  #begin(here: TurningPoint, least: number): void {
    const from = this.#ends.find(({ value }) => Math.abs(here.value - value) >= least);
    if (from) this.points = [from, here];
    const [low = here, high = here] = this.#ends;
    this.#ends = [here.value < low.value ? here : low, here.value > high.value ? here : high];
    for (const end of this.#ends) stay(end, here, least);
  }

  #goOn(here: TurningPoint, last: TurningPoint, least: number): void {
    const away = here.value - last.value;
    const goesOn = away * (last.value - this.points.at(-2)!.value) > 0;
    if (goesOn) this.points[this.points.length - 1] = here;
    else if (Math.abs(away) >= least) this.points.push(here);
    else stay(last, here, least);
  }
}

/** A turning point is left when the value has gone from it, not when it was reached. */
function stay(point: TurningPoint, { value, leftMs }: TurningPoint, least: number): void {
  if (Math.abs(value - point.value) <= STILL_THERE * least) point.leftMs = leftMs;
}

const between = (points: readonly TurningPoint[]): Swing[] =>
  points.slice(1).map(({ value, reachedMs }, at) => ({
    fromMs: points[at]!.leftMs,
    toMs: reachedMs,
    by: value - points[at]!.value,
  }));
