import type { HeadSecond } from '../../../app/dynamics/memory/seconds';
import { MOVES_WIDTH, STILL_WIDTH } from '../../../app/dynamics/memory/seconds';

/** A face as the memory head takes it: logarithms of the still model's probabilities and of the fused ones, and moves in spreads. */
export interface GoldenFace {
  readonly still: readonly number[];
  readonly fused: readonly number[];
  readonly moves: readonly number[];
}

export interface GoldenPerson {
  readonly rest: GoldenFace;
  readonly happiness: GoldenFace;
  readonly sadness: GoldenFace;
}

/** models/memory/golden.json, as models/train/memory/export.py writes it. */
export interface GoldenRecalls {
  readonly seconds: number;
  readonly starts: readonly number[];
  readonly heldSeconds: number;
  readonly people: readonly GoldenPerson[];
  /** PyTorch's, two for each person: happiness then sadness, and the other way round. */
  readonly answers: readonly {
    readonly last: readonly number[];
    readonly whole: readonly number[];
    readonly told: readonly number[];
  }[];
}

/** A face and when it is held, in seconds. */
export interface Held {
  readonly face: GoldenFace;
  readonly from: number;
  readonly until: number;
}

const PLACES = 10;
const MOST_PACE = 40;

/** A recall without noise, ten readings a second: at rest but for the faces that are held. */
export function recallOf(rest: GoldenFace, held: readonly Held[], seconds: number): HeadSecond[] {
  const at = (place: number): GoldenFace => {
    const t = (place + 0.5) / PLACES;
    return held.find(({ from, until }) => t >= from && t < until)?.face ?? rest;
  };
  return Array.from({ length: seconds }, (_, second) => {
    const places = Array.from({ length: PLACES }, (_, of) => PLACES * second + of);
    const still = places.flatMap((place) => {
      const { still: logs, fused } = at(place);
      return [...logs, ...logs.map((value, of) => value - rest.still[of]!), ...fused];
    });
    const moves = places.flatMap((place) => {
      const [now, before] = [at(place).moves, at(Math.max(0, place - 1)).moves];
      const pace = now.map((value, of) => Math.max(-MOST_PACE, Math.min(MOST_PACE, PLACES * (value - before[of]!))));
      return [...now, ...pace];
    });
    if (still.length !== PLACES * STILL_WIDTH || moves.length !== PLACES * MOVES_WIDTH)
      throw new RangeError('the faces have other numbers than the head takes');
    return {
      seen: new Float32Array(PLACES).fill(1),
      still: Float32Array.from(still),
      moves: Float32Array.from(moves),
    };
  });
}
