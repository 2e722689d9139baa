import { EXPRESSIONS, type ExpressionScores, noScores } from '../../domain/face/expression';
import type { HeadSecond } from './seconds';

/** The regions of the face that the head looks at, in its order. */
export const HEAD_REGIONS = ['brows', 'eyes', 'nose and cheeks', 'mouth'] as const;

/** What runs the model for one second, in whatever runtime: what goes in and comes out by the model's own names. */
export type RunHead = (inputs: HeadSecond & { readonly state: Float32Array }) => Promise<HeadOutputs>;

export interface HeadOutputs {
  /** Probabilities of the second and of all of the recall so far, in the order of `EXPRESSIONS`. */
  readonly second: Float32Array;
  readonly whole: Float32Array;
  /** Facial valence and its trend, -1..1 each. */
  readonly told: Float32Array;
  /** `HEAD_REGIONS` x 10, sums to 1. */
  readonly looked: Float32Array;
  readonly state: Float32Array;
}

/** What the head says of one second. */
export interface RememberedSecond {
  readonly expression: ExpressionScores;
  /** How much of its attention lay on each of `HEAD_REGIONS`; sums to 1. All 0 where nobody was seen. */
  readonly looked: readonly number[];
}

/** What the head says of a recall. */
export interface Remembered {
  /**
   * What was shown: among the seven expressions by how long each was, neutral only as far as nothing else was. Sums to 1.
   */
  readonly expression: ExpressionScores;
  /** -1..1, of what was shown. */
  readonly facialValence: number;
  /** -1..1: above 0 where what was pleasant came later than what was not. */
  readonly trend: number;
  readonly seconds: readonly RememberedSecond[];
}

/**
 * The memory head over a recall, second by second. Its memory is one row of numbers, so that a recall of any length takes the same room, and
 * one that is read in parts comes to the same as one that is read at once.
 */
export class MemoryHead {
  #state: Float32Array;
  #last: HeadOutputs | null = null;
  readonly #seconds: RememberedSecond[] = [];

  /** @param stateLength numbers in the state, as the model says */
  constructor(
    private readonly run: RunHead,
    stateLength: number,
  ) {
    this.#state = new Float32Array(stateLength);
  }

  /** Goes on with the seconds that follow those before. */
  async add(seconds: readonly HeadSecond[]): Promise<void> {
    for (const second of seconds) {
      const outputs = await this.run({ ...second, state: this.#state });
      this.#state = outputs.state;
      this.#last = outputs;
      this.#seconds.push({ expression: scoresOf(outputs.second), looked: lookedAt(second, outputs.looked) });
    }
  }

  /** What all seconds so far come to; null before the first. */
  get remembered(): Remembered | null {
    if (!this.#last) return null;
    const { whole, told } = this.#last;
    return {
      expression: scoresOf(whole),
      facialValence: told[0]!,
      trend: told[1]!,
      seconds: [...this.#seconds],
    };
  }
}

function scoresOf(shares: Float32Array): ExpressionScores {
  const scores = noScores();
  for (const [at, name] of EXPRESSIONS.entries()) scores[name] = shares[at]!;
  return scores;
}

function lookedAt({ seen }: HeadSecond, looked: Float32Array): number[] {
  const isSeen = seen.includes(1);
  return HEAD_REGIONS.map((_, region) => {
    const row = looked.subarray(region * seen.length, (region + 1) * seen.length);
    return isSeen ? row.reduce((sum, share) => sum + share, 0) : 0;
  });
}
