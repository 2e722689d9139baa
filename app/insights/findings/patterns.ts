import { clamp } from '../../base/clamp';
import { DAY_MS } from '../../base/time';
import { benjaminiHochberg } from '../../statistics/compare/benjamini-hochberg';
import { isKnown, type Needs } from '../../statistics/needs';
import { presentOf } from '../../statistics/present';
import { inertia } from '../../statistics/series/inertia';
import { sampleDeviation } from '../../statistics/standard-deviation';
import type { EntryColumns } from '../readers/entry-columns';
import { dailyMeans } from '../statistics/calendar';
import type { Effect, Effects } from '../statistics/effects';
import { dayAfterEffects } from '../statistics/label-effects';
import { levelChanges } from '../statistics/level-changes';
import { type DayPart, dayPartEffects, weekdayEffects } from '../statistics/rhythms';
import type { MonthsSeen } from '../statistics/seen-in-months';
import { strengthOf } from './evidence';
import { type Pattern, STRENGTHS } from './pattern';

type Rated = Pick<EntryColumns, 'wallMs' | 'valence' | 'feelings'>;
type Unjudged<P = Pattern> = P extends Pattern ? Omit<P, 'evidence'> : never;

/** One thing that was looked at, before it is known how many there were. */
export interface Sight {
  /** Of each family only the surest is told. */
  readonly family: Pattern['kind'];
  readonly pattern: Unjudged;
  /** Not corrected; null where its own rule has told it from chance. */
  readonly p: number | null;
  readonly months: MonthsSeen | null;
}

/** What one look gave, and how many more entries or days it takes where it gave nothing. */
export interface Sights {
  readonly seen: readonly Sight[];
  readonly needs: number | null;
}

/**
 * The looks at the ratings, each worth a moment of its own: a page can do something else between them. Feelings are looked at
 * the day after, because that someone who chose "sad" rated the same hour low says nothing new.
 */
export const PATTERN_LOOKS: readonly ((columns: Rated) => Sights)[] = [
  ({ wallMs, valence }) =>
    sightsOf(weekdayEffects({ wallMs, values: valence }), ({ name }) => ({ kind: 'weekday', weekday: Number(name) })),
  ({ wallMs, valence }) =>
    sightsOf(dayPartEffects({ wallMs, values: valence }), ({ name }) => ({ kind: 'day-part', part: name as DayPart })),
  ({ wallMs, valence, feelings }) => {
    const labels = feelings.map((own) => (own.length === 0 ? null : own.map(({ name }) => name)));
    return sightsOf(dayAfterEffects({ wallMs, labels, values: valence }), ({ name }) => ({
      kind: 'day-after',
      feeling: name,
    }));
  },
  ({ wallMs, valence }) => {
    const known = inertia(dailyMeans(wallMs, valence));
    if (!isKnown(known) || Number.isNaN(known.r)) return nothing(known);
    const { n, p } = known;
    // The correction and a wide interval reach beyond what a correlation can be.
    const [effect, low, high] = [known.corrected, known.low, known.high].map((r) => clamp(r, -1, 1)) as [
      number,
      number,
      number,
    ];
    return one({ family: 'neighbours', pattern: { kind: 'neighbours', effect, low, high, n }, p, months: null });
  },
  ({ wallMs, valence }) => {
    const levels = levelChanges({ wallMs, values: valence });
    if (!isKnown(levels) || levels.length < 2) return nothing(levels);
    const [before, after] = levels.slice(-2) as [(typeof levels)[0], (typeof levels)[0]];
    const pattern = {
      kind: 'level' as const,
      day: new Date(after.from * DAY_MS).toISOString().slice(0, 10),
      before: before.mean,
      after: after.mean,
      n: after.days,
    };
    return one({ family: 'level', pattern, p: null, months: null });
  },
];

const one = (sight: Sight): Sights => ({ seen: [sight], needs: null });
const nothing = (result: object | Needs): Sights => ({ seen: [], needs: 'needs' in result ? result.needs : null });

type Named =
  | { kind: 'weekday'; weekday: number }
  | { kind: 'day-part'; part: DayPart }
  | { kind: 'day-after'; feeling: string };

function sightsOf<Name extends string>(
  { known, waiting }: Effects<Name>,
  named: (effect: Effect<Name>) => Named,
): Sights {
  return {
    seen: known.map((effect) => {
      const { slope, low, high, n, p, months } = effect;
      const name = named(effect);
      return { family: name.kind, pattern: { ...name, effect: slope, low, high, n }, p, months };
    }),
    needs: known.length > 0 || waiting.length === 0 ? null : Math.min(...waiting.map(({ needs }) => needs)),
  };
}

/** What can be told of the ratings. */
export interface Patterns {
  /** Surest first, and of those as sure the largest: one of each family. */
  readonly patterns: readonly Pattern[];
  /** How many things were looked at. */
  readonly looked: number;
  /** Where there is nothing to tell, how many more entries it takes at least; null where that is not why. */
  readonly needs: number | null;
}

/**
 * What the looks gave, corrected together for how many they were (Benjamini & Hochberg 1995), so that of everything that is called likely at
 * most one in twenty is chance.
 *
 * @example patternsOf({ wallMs: [], valence: [], feelings: [] }, []) // { patterns: [], looked: 0, needs: null }
 */
export function patternsOf({ valence }: Rated, sights: readonly Sights[]): Patterns {
  const all = sights.flatMap(({ seen }) => seen);
  const tested = all.filter(({ p }) => p !== null);
  const adjusted = benjaminiHochberg(tested.map(({ p }) => p!));
  const pOf = new Map(tested.map((sight, at) => [sight, adjusted[at]!]));
  const families = [...new Set(all.map(({ family }) => family))];
  const deviation = sampleDeviation(presentOf(valence));
  const patterns = families
    .map((family) =>
      surest(
        all.filter((sight) => sight.family === family),
        pOf,
      ),
    )
    .map(({ pattern, months, p }, at, list): Pattern => {
      const strength = p === null ? 'likely' : strengthOf(pOf.get(list[at]!)!, months);
      return { ...pattern, evidence: { strength, months } } as Pattern;
    })
    .sort((a, b) => rank(b) - rank(a) || sizeOf(b, deviation) - sizeOf(a, deviation));
  const needed = sights.flatMap(({ needs }) => needs ?? []);
  return {
    patterns,
    looked: all.length,
    needs: patterns.length === 0 && needed.length > 0 ? Math.min(...needed) : null,
  };
}

const surest = (sights: readonly Sight[], pOf: ReadonlyMap<Sight, number>): Sight =>
  sights.reduce((best, sight) => ((pOf.get(sight) ?? 0) < (pOf.get(best) ?? 0) ? sight : best));

const rank = ({ evidence }: Pattern): number => STRENGTHS.indexOf(evidence.strength);

/** How large it is, in standard deviations of the ratings; a correlation counts as half of one. */
function sizeOf(pattern: Pattern, deviation: number): number {
  if (pattern.kind === 'neighbours') return Math.abs(pattern.effect) / 2;
  return Math.abs(pattern.kind === 'level' ? pattern.after - pattern.before : pattern.effect) / deviation;
}
