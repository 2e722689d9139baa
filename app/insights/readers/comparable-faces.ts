import { orNull } from '../../statistics/present';
import { comparedReader } from './compared-reader';
import type { BaselineKind, EntryColumns, MemoryColumns } from './entry-columns';

/** Why a face is not compared; the first that applies. */
export const LEFT_OUT = ['disputed', 'unknown-reader', 'other-reader', 'other-baseline'] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

/** Columns whose faces may be compared with each other: what every statistic of faces takes. */
export type Compared<T extends EntryColumns> = Omit<T, 'facialValence'> & {
  /** -1..1, beside each entry; NaN also where there is a face that is left out. */
  readonly face: Float64Array;
  /** How many faces are left out, and why. */
  readonly leftOut: Readonly<Record<LeftOut, number>>;
};

/**
 * The one filter between entries and statistics of faces: of one reader (see `comparedReader`), with one kind of baseline (that of most of
 * these; of the last one where it is a draw), and not set aside by the person. Expressions and units of a face that is left
 * out are missing too. Ratings are never touched.
 *
 * @example comparableFaces({
 *   valence: [0.1, 0.2], facialValence: [0.3, 0.4], faceReader: ['one', null], faceBaseline: ['none', 'none'], faceDisputed: [false, false],
 * }).leftOut
 * // { 'disputed': 0, 'unknown-reader': 1, 'other-reader': 0, 'other-baseline': 0 }
 */
export function comparableFaces<T extends EntryColumns | MemoryColumns>(columns: T): Compared<T> {
  const { facialValence, ...others } = columns;
  const reasons = leftOutReasons(columns);
  const leftOut = Object.fromEntries(LEFT_OUT.map((why) => [why, reasons.filter((one) => one === why).length]));
  return {
    ...others,
    face: Float64Array.from(facialValence, (value, row) => (reasons[row] === null ? value : Number.NaN)),
    leftOut: leftOut as Record<LeftOut, number>,
    ...('expression' in columns && {
      expression: columns.expression.map((value, at) => {
        const row = Math.floor((at * facialValence.length) / columns.expression.length);
        return reasons[row] === null ? value : Number.NaN;
      }),
      units: columns.units.map((units, row) => (reasons[row] === null ? units : null)),
    }),
  };
}

/** Beside each entry why its face is left out; null where it counts or there is none. */
export function leftOutReasons(columns: EntryColumns): readonly (LeftOut | null)[] {
  const { valence, facialValence, faceReader, faceBaseline, faceDisputed } = columns;
  const rows = Array.from(facialValence.keys());
  const hasFace = (row: number) => !Number.isNaN(facialValence[row]!);
  const counted = rows.filter((row) => hasFace(row) && !faceDisputed[row]);
  const reader = comparedReader(
    counted.map((row) => ({
      self: orNull(valence[row]!),
      face: facialValence[row]!,
      faceReader: faceReader[row]!,
    })),
  );
  const baseline = mostOf(counted.filter((row) => faceReader[row] === reader).map((row) => faceBaseline[row]!));
  return rows.map((row) => {
    if (!hasFace(row)) return null;
    if (faceDisputed[row]) return 'disputed';
    if (faceReader[row] === null) return 'unknown-reader';
    if (faceReader[row] !== reader) return 'other-reader';
    return faceBaseline[row] === baseline ? null : 'other-baseline';
  });
}

function mostOf(kinds: readonly BaselineKind[]): BaselineKind | null {
  const count = (kind: BaselineKind) => kinds.filter((one) => one === kind).length;
  const newestFirst = [...new Set([...kinds].reverse())];
  return newestFirst.sort((a, b) => count(b) - count(a))[0] ?? null;
}
