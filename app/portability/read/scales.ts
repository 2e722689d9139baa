import { msg, str } from '@lit/localize';
import type { Rating } from '../../domain/report/rating';
import type { FileRecord } from './file-record';
import { RowFault } from './import-row';

/** Lowest and highest number of a scale. */
export type Scale = readonly [low: number, high: number];

/** Scales mood tables use; ours first. */
export const SCALES: readonly Scale[] = [
  [-1, 1],
  [1, 5],
  [1, 7],
  [1, 10],
  [0, 10],
  [0, 100],
];

/** At most one rating of so many may lie outside the scale that is taken: a slip of the finger, and not another scale. */
const ONE_SLIP_IN = 20;
/** A slip lies further out than this many times the scale, and than this number: what is nearer may be the end of another scale. */
const FAR_OUT = 2;
const FAR_NUMBER = 10;
/** Of each that lies outside there are so many inside. */
const INSIDE_TO_OUTSIDE = 3;

const fits =
  ([low, high]: Scale) =>
  (value: number): boolean =>
    value >= low && value <= high;

/**
 * The narrowest scale that the ratings fit, or ours where none does. A few ratings far beyond a narrower scale do not make it the
 * wider one: they are told by row.
 */
export function suggestScale(records: Iterable<FileRecord>): Scale {
  const ratings = [...records].flatMap(({ mood, valence, arousal }) =>
    [mood, valence, arousal].map((text) => numberOf(text ?? '')).filter((value) => value !== null),
  );
  const whole = SCALES.find((scale) => ratings.every(fits(scale)));
  const most = Math.max(1, Math.floor(ratings.length / ONE_SLIP_IN));
  const narrow = SCALES.find((scale) => {
    const out = ratings.filter((value) => !fits(scale)(value));
    const isFar = out.every((value) => Math.abs(value) > Math.max(FAR_NUMBER, FAR_OUT * scale[1]));
    return (
      out.length > 0 && out.length <= most && ratings.length - out.length >= INSIDE_TO_OUTSIDE * out.length && isFar
    );
  });
  if (narrow && (!whole || SCALES.indexOf(narrow) < SCALES.indexOf(whole))) return narrow;
  return whole ?? SCALES[0]!;
}

/** The number in the cell called `name` as a rating on `scale`; null for an empty cell. Throws RowFault. */
export function scaleRating(name: string, text: string, [low, high]: Scale): Rating | null {
  if (text === '') return null;
  const raw = numberOf(text);
  if (raw === null) throw new RowFault(msg(str`${name}: “${text}” is not a number.`));
  if (raw < low || raw > high) throw new RowFault(msg(str`${name}: ${raw} is not between ${low} and ${high}.`));
  const value = (2 * (raw - low)) / (high - low) - 1;
  return { value, raw, bounds: [low, high], instrument: 'table-scale', instrumentVersion: 1 };
}

/** A number with a point or, as spreadsheets of many countries write it, with a comma; null for anything else. */
export const numberOf = (text: string): number | null =>
  /^[-−+]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace('−', '-').replace(',', '.')) : null;
