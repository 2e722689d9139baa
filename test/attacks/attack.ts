/** One way in which a journal is lost, read or held up, tried on the built app or on the code itself. */
export interface Attack {
  /** As `npm run attack -- NAME` names it. */
  readonly name: string;
  /** What is done, in one line. */
  readonly does: string;
  /** What holds all the same, in one line. */
  readonly holds: string;
  /** How often it is done where nobody says. */
  readonly runs: number;
  /** Does it `runs` times. `say` prints how far it is. */
  run(runs: number, say: (line: string) => void): Promise<Outcome>;
}

export interface Outcome {
  /** How often it was really done: never more than was asked for. */
  readonly runs: number;
  /** What didn't hold, one line each. */
  readonly broken: readonly string[];
  /** What was measured on the way, as it is printed: `peak memory 310 MiB`. */
  readonly measured?: readonly string[];
}
