import { DAY_MS } from '../../base/time';
import type { Numbers } from '../../statistics/numbers';
import { neighbours } from '../../statistics/series/series';
import { dailyMeans } from './calendar';
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
    namesIn(labels).map((name) => ({ name, of: 'flag' as const, wallMs, x: indicator(labels, name), y: values })),
  );

/**
 * How the day after a label differs from the day after a day without it: by the mean of each day, and only where both days
 * have entries.
 *
 * @example dayAfterEffects({ wallMs: [0], labels: [['work']], values: [0.5] }) // { known: [], waiting: [{ name: 'work', needs: 8 }] }
 */
export function dayAfterEffects({ wallMs, labels, values }: LabelledValues): Effects {
  const days = dailyMeans(wallMs, values);
  const later = { at: days.at, values: days.at };
  return manyEffects(
    namesIn(labels).map((name) => {
      const { at, values: shares } = dailyMeans(wallMs, indicator(labels, name));
      const before = { at, values: Float64Array.from(shares, Math.ceil) };
      const rows = neighbours(before, days);
      const when = neighbours(before, later).after.map((day) => day * DAY_MS);
      return { name, of: 'flag' as const, wallMs: when, x: rows.before, y: rows.after };
    }),
  );
}

const namesIn = (labels: Labels): readonly string[] => [...new Set(labels.flatMap((own) => own ?? []))].sort();

const indicator = (labels: Labels, name: string): Float64Array =>
  Float64Array.from(labels, (own) => (own === null ? Number.NaN : Number(own.includes(name))));
