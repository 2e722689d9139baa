import { type Share, wilsonInterval } from '../../statistics/compare/wilson-interval';
import { type Needs, needsMore } from '../../statistics/needs';
import { orNull } from '../../statistics/present';
import type { RatedBook } from '../readers/book';

/** The quarters of the circumplex (Russell 1980). */
export const QUARTERS = ['pleasant-stirred', 'pleasant-calm', 'unpleasant-stirred', 'unpleasant-calm'] as const;
export type Quarter = (typeof QUARTERS)[number];

/** An entry on the map. */
export interface Place {
  readonly entryId: string;
  readonly wallMs: number;
  readonly valence: number;
  readonly arousal: number;
  /** Facial valence; null where there is none that is compared. It says nothing of arousal. */
  readonly face: number | null;
}

export interface AffectMap {
  /** The newest, oldest of them first. */
  readonly places: readonly Place[];
  /** What share of entries lies in each quarter, of all that have both ratings; one on an axis is in none. */
  readonly quarters: Readonly<Record<Quarter, Share>>;
  readonly n: number;
}

/** Fewest entries with both ratings. Ours. */
export const LEAST_PLACES = 10;
/** Most that are drawn: more would cover each other. */
const MOST_PLACES = 150;

/** Where on the map of pleasant and stirred up entries lie. */
export function affectMap(book: RatedBook): AffectMap | Needs {
  const rows = [...book.id.keys()].filter(
    (row) => !Number.isNaN(book.valence[row]!) && !Number.isNaN(book.arousal[row]!),
  );
  const n = rows.length;
  if (n < LEAST_PLACES) return needsMore(n, LEAST_PLACES);
  const found = rows.map((row) => quarterOf(book.valence[row]!, book.arousal[row]!));
  const share = (quarter: Quarter) => wilsonInterval(found.filter((one) => one === quarter).length, n);
  return {
    places: rows.slice(-MOST_PLACES).map((row) => ({
      entryId: book.id[row]!,
      wallMs: book.wallMs[row]!,
      valence: book.valence[row]!,
      arousal: book.arousal[row]!,
      face: orNull(book.face[row]!),
    })),
    quarters: Object.fromEntries(QUARTERS.map((quarter) => [quarter, share(quarter)])) as Record<Quarter, Share>,
    n,
  };
}

/**
 * The quarter of a place; null on an axis.
 *
 * @example quarterOf(0.4, -0.1) // 'pleasant-calm'
 */
export function quarterOf(valence: number, arousal: number): Quarter | null {
  if (valence === 0 || arousal === 0) return null;
  return `${valence > 0 ? 'pleasant' : 'unpleasant'}-${arousal > 0 ? 'stirred' : 'calm'}`;
}
