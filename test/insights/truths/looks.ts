import { NOTHING, type Truths } from '../../../app/insights/sample/truths';
import { dayOfWall } from '../../../app/insights/statistics/calendar';
import { congruence } from '../../../app/insights/statistics/congruence';
import { faceDifference } from '../../../app/insights/statistics/face-difference';
import { labelEffects } from '../../../app/insights/statistics/label-effects';
import { levelChanges } from '../../../app/insights/statistics/level-changes';
import { weekdayEffects } from '../../../app/insights/statistics/rhythms';
import { steadiness } from '../../../app/insights/statistics/steadiness';
import { isKnown } from '../../../app/statistics/needs';
import { LABELS, type MadeColumns, madeColumns } from './journals';

/** What one look at a journal gave: whether what is planted was found, and an interval with what it should hold. */
export interface Look {
  /** Null where there is nothing to find, only an interval to judge. */
  readonly found: boolean | null;
  readonly interval: { readonly low: number; readonly high: number; readonly truth: number } | null;
}

type Looks = Readonly<Record<string, (columns: MadeColumns, truths: Truths) => Look>>;

/** A p, corrected where several things are looked at, at or below this is called found. */
const LEVEL = 0.05;
/** How far from where it is planted a change of level may be found: six weeks. */
const NEAR_DAYS = 42;
const NOT_YET: Look = { found: false, interval: null };
const inertia = 0.4;

/** Journals by what is planted in them, each with how that is looked for. Days resemble their neighbours in all of them. */
export const PLANTED: readonly { readonly truths: Truths; readonly looks: Looks }[] = [
  {
    truths: { ...NOTHING, inertia, relation: 0.6, label: 0.2, weekday: { which: 0, effect: -0.2 } },
    looks: {
      'relation of .6': (columns, { relation }) => {
        const known = congruence(columns);
        if (!isKnown(known)) return NOT_YET;
        return { found: known.low > 0 && known.baseline.p <= LEVEL, interval: { ...known, truth: relation } };
      },
      'label of +.2': ({ wallMs, labels, valence }, { label }) => {
        const effect = labelEffects({ wallMs, labels, values: valence }).known.find(({ name }) => name === LABELS[0]);
        if (!effect) return NOT_YET;
        return { found: effect.adjustedP <= LEVEL && effect.slope > 0, interval: { ...effect, truth: label } };
      },
      'Mondays of -.2': ({ wallMs, valence }, { weekday }) => {
        const effect = weekdayEffects({ wallMs, values: valence }).known.find(({ name }) => name === '0');
        if (!effect) return NOT_YET;
        return { found: effect.adjustedP <= LEVEL && effect.slope < 0, interval: { ...effect, truth: weekday.effect } };
      },
    },
  },
  {
    truths: { ...NOTHING, inertia },
    looks: {
      'inertia of .4': ({ wallMs, valence }) => {
        const known = steadiness({ wallMs, values: valence });
        if (!isKnown(known) || known.inertia === null) return NOT_YET;
        return { found: known.inertia.low > 0, interval: { ...known.inertia, truth: inertia } };
      },
      'distance of face and rating': ({ wallMs, valence, face }, { mean }) => {
        const known = faceDifference({ wallMs, valence, face });
        return { found: null, interval: isKnown(known) ? { ...known.difference, truth: FACE_MEAN - mean } : null };
      },
    },
  },
  {
    truths: { ...NOTHING, inertia, change: { at: 0.6, effect: 0.4 } },
    looks: {
      'change of level by .4': ({ wallMs, valence }, { change }) => {
        const levels = levelChanges({ wallMs, values: valence });
        if (!isKnown(levels)) return NOT_YET;
        const [first, last] = [dayOfWall(wallMs[0]!), dayOfWall(wallMs.at(-1)!)];
        const planted = first + change.at * (last - first);
        return { found: levels.slice(1).some(({ from }) => Math.abs(from - planted) <= NEAR_DAYS), interval: null };
      },
    },
  },
];

/** Mean facial valence of the made-up faces, see `sample-journal.ts`. */
const FACE_MEAN = 0.05;

/** How often something was found, and how often its interval held the truth. */
export interface Tally {
  found: number | null;
  intervals: number;
  held: number;
}

/** All looks at `seeds` journals of each kind, `days` long. */
export function tallies(seeds: readonly number[], days: number): ReadonlyMap<string, Tally> {
  const all = new Map<string, Tally>();
  for (const { truths, looks } of PLANTED)
    for (const seed of seeds) {
      const columns = madeColumns(seed, days, truths);
      for (const [name, look] of Object.entries(looks)) count(all, name, look(columns, truths));
    }
  return all;
}

function count(all: Map<string, Tally>, name: string, { found, interval }: Look): void {
  const tally = all.get(name) ?? { found: found === null ? null : 0, intervals: 0, held: 0 };
  all.set(name, tally);
  if (found && tally.found !== null) tally.found += 1;
  if (!interval) return;
  tally.intervals += 1;
  if (interval.low <= interval.truth && interval.truth <= interval.high) tally.held += 1;
}
