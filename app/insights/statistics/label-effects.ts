import { numbersOf } from '../../base/numbers-of';
import { DAY_MS } from '../../base/time';
import type { Numbers } from '../../statistics/numbers';
import { neighbours } from '../../statistics/series/series';
import { dailyMeans, dayOfWall } from './calendar';
import { type Effects, manyEffects } from './effects';

/** What stands beside each entry: feelings, tags, people, a place; null where it was not asked, which is not the same as none. */
export type Labels = readonly (readonly string[] | null)[];

/** Values and labels beside the clock on the wall, in order of time. */
export interface LabelledValues {
  readonly wallMs: Numbers;
  readonly labels: Labels;
  readonly values: Numbers;
}

/**
 * How entries with a label differ from those without: the difference of their mean values, corrected for how many labels there
 * are, see `manyEffects`. It says what goes together, never what brings what about.
 *
 * @example labelEffects({ wallMs: [0, 1, 2], labels: [['work'], [], null], values: [0.1, 0.4, 0.2] }).waiting // [{ name: 'work', needs: 7 }]
 */
export const labelEffects = ({ wallMs, labels, values }: LabelledValues): Effects =>
  manyEffects(
    Array.from(rowsByName(labels), ([name, rows]) => ({
      name,
      of: 'flag' as const,
      wallMs,
      x: indicator(labels, rows),
      y: values,
    })),
  );

/**
 * How the day after a label differs from the day after a day without it: by the mean of each day, and only where both days
 * have entries.
 *
 * @example dayAfterEffects({ wallMs: [0], labels: [['work']], values: [0.5] }) // { known: [], waiting: [{ name: 'work', needs: 8 }] }
 */
export function dayAfterEffects({ wallMs, labels, values }: LabelledValues): Effects {
  const days = dailyMeans(wallMs, values);
  // Which days stand beside each other is the same for every label: only what stood beside them differs.
  const asked = dailyMeans(
    wallMs,
    numbersOf(labels, (own) => (own === null ? Number.NaN : 0)),
  );
  const { before, after } = neighbours({ at: asked.at, values: asked.at }, days);
  const when = neighbours({ at: asked.at, values: asked.at }, { at: days.at, values: days.at }).after;
  const at = when.map((day) => day * DAY_MS);
  return manyEffects(
    Array.from(rowsByName(labels), ([name, rows]) => {
      const its = new Set(rows.map((row) => dayOfWall(wallMs[row]!)));
      return { name, of: 'flag' as const, wallMs: at, x: before.map((day) => Number(its.has(day))), y: after };
    }),
  );
}

/** The rows that have each label, the labels in the order of their names. */
function rowsByName(labels: Labels): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [row, own] of labels.entries())
    for (const name of new Set(own)) {
      const rows = found.get(name);
      if (rows) rows.push(row);
      else found.set(name, [row]);
    }
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function indicator(labels: Labels, rows: readonly number[]): Float64Array {
  const is = numbersOf(labels, (own) => (own === null ? Number.NaN : 0));
  for (const row of rows) is[row] = 1;
  return is;
}
