import { ACTION_UNITS } from '../domain/face/action-unit';
import { FACE_BASELINES } from '../domain/face/face-baseline';
import { SPECIFICITIES } from '../domain/memory/memory';
import { type SeldomRead, THOUSAND } from './seldom-read';

export const NOTHING_READ: SeldomRead = {
  specificity: null,
  selfRelevance: null,
  vividness: null,
  baseline: null,
  expression: null,
  units: null,
  blinksPerMinute: null,
  closedShare: null,
  stillShare: null,
  activities: null,
};

type Packed = readonly [
  baseline: number | null,
  activities: readonly string[] | null,
  memory?: readonly [specificity: number | null, selfRelevance: number | null, vividness: number | null],
  face?:
    | readonly [
        expression: readonly number[],
        units: readonly number[] | null,
        blinks: number | null,
        closed: number | null,
        still: number | null,
      ]
    | null,
];

/** Of what `packedSeldomRead` gave, the baseline alone: it is asked of every entry before the first chart. */
export const baselineOf = (text: string | null): SeldomRead['baseline'] =>
  text === null ? null : (FACE_BASELINES[Number.parseInt(text[1] ?? '', 10)] ?? null);

/** Reads what `packedSeldomRead` gave. */
export function seldomReadOf(text: string | null): SeldomRead {
  if (text === null) return NOTHING_READ;
  const [, activities, [specificity, selfRelevance, vividness] = [null, null, null], face] = JSON.parse(text) as Packed;
  const ofMemory = {
    specificity: specificity === null ? null : (SPECIFICITIES[specificity] ?? null),
    selfRelevance,
    vividness,
    activities,
  };
  if (!face) return { ...NOTHING_READ, ...ofMemory };
  const [expression, units, blinksPerMinute, closedShare, stillShare] = face;
  return {
    ...ofMemory,
    baseline: baselineOf(text),
    expression: expression.map((score) => score / THOUSAND),
    units: units === null ? null : units.flatMap((place) => ACTION_UNITS[place] ?? []),
    blinksPerMinute,
    closedShare,
    stillShare,
  };
}
