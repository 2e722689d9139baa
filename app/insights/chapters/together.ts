import { correlation, fisherInterval } from '../../statistics/correlation';
import { isKnown, type Needs } from '../../statistics/needs';
import { evidenceOfInterval } from '../findings/evidence';
import type { Evidence } from '../findings/pattern';
import type { RatedBook } from '../readers/book';
import { dayOfWall } from '../statistics/calendar';
import { type Congruence, congruence } from '../statistics/congruence';
import { MIN_PAIRS } from '../statistics/min-pairs';

/** Recalls that follow each other, and how rating and face went together in them. */
export interface TogetherStretch {
  /** The first and the last of them, in days since 1970-01-01. */
  readonly from: number;
  readonly to: number;
  /** -1..1, with its 95 % interval (Fisher 1921). */
  readonly r: number;
  readonly low: number;
  readonly high: number;
  readonly n: number;
}

export interface Together {
  readonly whole: (Congruence & { readonly evidence: Evidence }) | Needs;
  /** Oldest first; each with as many recalls as the others, but for one. */
  readonly stretches: readonly TogetherStretch[];
}

/** Recalls in each stretch, where there are many; fewer would leave an interval from -1 to 1. Ours. */
const IN_STRETCH = 25;
const MOST_STRETCHES = 12;

/** How rating and face go together, and whether they always did. */
export function together(book: RatedBook): Together {
  const rows = [...book.id.keys()].filter((row) => !Number.isNaN(book.valence[row]!) && !Number.isNaN(book.face[row]!));
  const whole = congruence(book);
  const count = Math.min(MOST_STRETCHES, Math.floor(rows.length / IN_STRETCH));
  const stretches = Array.from({ length: count }, (_, at) =>
    rows.slice(Math.floor((at * rows.length) / count), Math.floor(((at + 1) * rows.length) / count)),
  );
  return {
    whole:
      isKnown(whole) && !Number.isNaN(whole.r)
        ? { ...whole, evidence: evidenceOfInterval(whole) }
        : { needs: needsOf(whole) },
    stretches: stretches.flatMap((own) => stretchOf(book, own)),
  };
}

/** Where one of the two is always the same, one that differs may be enough. */
const needsOf = (whole: Congruence | Needs): number => ('needs' in whole ? whole.needs : 1);

function stretchOf({ wallMs, valence, face }: RatedBook, rows: readonly number[]): readonly TogetherStretch[] {
  const r = correlation(
    rows.map((row) => valence[row]!),
    rows.map((row) => face[row]!),
  );
  if (Number.isNaN(r) || rows.length < MIN_PAIRS) return [];
  const day = (row: number) => dayOfWall(wallMs[row]!);
  return [{ from: day(rows[0]!), to: day(rows.at(-1)!), r, ...fisherInterval(r, rows.length), n: rows.length }];
}
