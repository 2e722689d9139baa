import { needsMore } from '../../statistics/needs';
import type { Numbers } from '../../statistics/numbers';
import { neighbours } from '../../statistics/series/series';
import { robustSlope } from '../../statistics/trend/robust-slope';
import { dailyMeans } from './calendar';
import { type Effects, type Looked, manyEffects } from './effects';

/** Fewest entries, or days, with a label, and fewest without: below eight, two that stand out decide. Ours. */
export const LEAST_LABELLED = 8;

/** What stands beside each entry: feelings, tags, people, a place; null where it was not asked, which is not the same as none. */
export type Labels = readonly (readonly string[] | null)[];

/**
 * How entries with a label differ from those without: the difference of their mean `values`, by `robustSlope` on whether it is
 * there, corrected for how many labels there are.
 *
 * It says what goes together, never what brings what about.
 *
 * @example labelEffects([['work'], [], null], [0.1, 0.4, 0.2]) // { known: [], waiting: [{ name: 'work', needs: 7 }] }
 */
export const labelEffects = (labels: Labels, values: Numbers): Effects =>
  manyEffects(namesIn(labels).map((name) => look(name, indicator(labels, name), values)));

/**
 * How the day after a label differs from the day after a day without it: by the mean of each day, and only where both days
 * have entries.
 *
 * @example dayAfterEffects({ wallMs: [0], labels: [['work']], values: [0.5] }) // { known: [], waiting: [{ name: 'work', needs: 8 }] }
 */
export function dayAfterEffects({
  wallMs,
  labels,
  values,
}: {
  readonly wallMs: Numbers;
  readonly labels: Labels;
  readonly values: Numbers;
}): Effects {
  const days = dailyMeans(wallMs, values);
  return manyEffects(
    namesIn(labels).map((name) => {
      const { at, values: shares } = dailyMeans(wallMs, indicator(labels, name));
      const { before, after } = neighbours({ at, values: Float64Array.from(shares, Math.ceil) }, days);
      return look(name, before, after);
    }),
  );
}

const namesIn = (labels: Labels): readonly string[] => [...new Set(labels.flatMap((own) => own ?? []))].sort();

const indicator = (labels: Labels, name: string): Float64Array =>
  Float64Array.from(labels, (own) => (own === null ? Number.NaN : Number(own.includes(name))));

function look(name: string, x: Float64Array, values: Numbers): Looked {
  const rows = [...x].filter((is, row) => !Number.isNaN(is) && !Number.isNaN(values[row]!));
  const count = rows.filter((is) => is > 0).length;
  const fewer = Math.min(count, rows.length - count);
  const result = fewer < LEAST_LABELLED ? needsMore(fewer, LEAST_LABELLED) : robustSlope(x, values);
  return { name, with: count, result };
}
