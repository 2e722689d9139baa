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
export function comparableFaces<T extends EntryColumns | MemoryColumns>(
  columns: T,
  reasons = leftOutReasons(columns),
): Compared<T> {
  const { facialValence, ...others } = columns;
  const leftOut = { disputed: 0, 'unknown-reader': 0, 'other-reader': 0, 'other-baseline': 0 };
  for (const why of reasons) if (why !== null) leftOut[why] += 1;
  return {
    ...others,
    face: facialValence.map((value, row) => (reasons[row] === null ? value : Number.NaN)),
    leftOut,
    ...('expression' in columns && {
      expression: ofCompared(columns.expression, reasons),
      units: columns.units.map((units, row) => (reasons[row] === null ? units : null)),
    }),
  };
}

/** The scores, all of a row NaN where its face is left out. */
function ofCompared(expression: Float64Array, reasons: readonly (LeftOut | null)[]): Float64Array {
  const scores = expression.slice();
  const width = expression.length / reasons.length;
  for (const [row, why] of reasons.entries()) if (why !== null) scores.fill(Number.NaN, row * width, (row + 1) * width);
  return scores;
}

/** Beside each entry why its face is left out; null where it counts or there is none. */
export function leftOutReasons(columns: EntryColumns): readonly (LeftOut | null)[] {
  const { valence, facialValence, faceReader, faceBaseline, faceDisputed } = columns;
  const hasFace = (row: number) => !Number.isNaN(facialValence[row]!);
  const counted: number[] = [];
  for (let row = 0; row < facialValence.length; row++) if (hasFace(row) && !faceDisputed[row]) counted.push(row);
  const reader = comparedReader(
    counted.map((row) => ({
      self: orNull(valence[row]!),
      face: facialValence[row]!,
      faceReader: faceReader[row]!,
    })),
  );
  const baseline = mostOf(counted.filter((row) => faceReader[row] === reader).map((row) => faceBaseline[row]!));
  return faceReader.map((its, row) => {
    if (!hasFace(row)) return null;
    if (faceDisputed[row]) return 'disputed';
    if (its === null) return 'unknown-reader';
    if (its !== reader) return 'other-reader';
    return faceBaseline[row] === baseline ? null : 'other-baseline';
  });
}

function mostOf(kinds: readonly BaselineKind[]): BaselineKind | null {
  const count = (kind: BaselineKind) => kinds.filter((one) => one === kind).length;
  const newestFirst = [...new Set([...kinds].reverse())];
  return newestFirst.sort((a, b) => count(b) - count(a))[0] ?? null;
}
