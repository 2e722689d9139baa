import type { HeadSecond } from '../../../app/dynamics/memory/seconds';
import { MOVES_WIDTH, STILL_WIDTH } from '../../../app/dynamics/memory/seconds';

/** A face as the memory head takes it: logarithms of the still model's probabilities, and moves in spreads. */
export interface GoldenFace {
  readonly still: readonly number[];
  readonly moves: readonly number[];
}

export interface GoldenPerson {
  readonly rest: readonly number[];
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
export function recallOf(rest: readonly number[], held: readonly Held[], seconds: number): HeadSecond[] {
  const quiet: GoldenFace = { still: rest, moves: Array<number>(MOVES_WIDTH / 2).fill(0) };
  const at = (place: number): GoldenFace => {
    const t = (place + 0.5) / PLACES;
    return held.find(({ from, until }) => t >= from && t < until)?.face ?? quiet;
  };
  return Array.from({ length: seconds }, (_, second) => {
    const places = Array.from({ length: PLACES }, (_, of) => PLACES * second + of);
    const still = places.flatMap((place) => [
      ...at(place).still,
      ...at(place).still.map((value, of) => value - rest[of]!),
    ]);
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
