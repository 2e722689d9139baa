import { afterRecalls, everOn, LONG, personOf, RELATIONS, STATED } from '../../dynamics/person/people';

/** Of people whose face and rating go together by `relation`, in how many ... Shares, 0..1. */
export interface PersonShares {
  readonly relation: number;
  /** ... the calibrated reading is closer to the ratings to come than the uncalibrated one, after so many recalls. */
  readonly closer: Readonly<Record<number, number>>;
  /** ... it is switched on after so many. */
  readonly on: Readonly<Record<number, number>>;
  /** ... it was ever switched on, up to `LONG`. */
  readonly ever: number;
}

const AFTER = [20, STATED, LONG, 150] as const;
/** The priors were chosen on the seeds below. */
const FIRST_SEED = 1_001;

/** What is learnt of `seeds` made-up people of each kind, told line by line to `say`. */
export function benchPerson(seeds: number, say: (line: string) => void): readonly PersonShares[] {
  const heads = [...AFTER.map((n) => `closer, ${n}`), ...AFTER.map((n) => `on, ${n}`), `ever on, ${LONG}`];
  say(`${seeds} people each; percent\nr      ${heads.map((head) => head.padStart(12)).join('')}`);
  return RELATIONS.map((relation) => {
    const people = Array.from({ length: seeds }, (_, at) => personOf(FIRST_SEED + at, relation));
    const share = (is: (person: (typeof people)[number]) => boolean): number => people.filter(is).length / seeds;
    const after = (is: 'isCloser' | 'isOn') => AFTER.map((n) => [n, share((one) => afterRecalls(one, n)[is])] as const);
    const [closer, on, ever] = [after('isCloser'), after('isOn'), share((one) => everOn(one, LONG))];
    const shares = [...closer, ...on].map(([, value]) => value);
    say(`${relation.toFixed(2)}   ${[...shares, ever].map((value) => (100 * value).toFixed(0).padStart(12)).join('')}`);
    return { relation, closer: Object.fromEntries(closer), on: Object.fromEntries(on), ever };
  });
}
