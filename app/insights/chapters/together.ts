import { DAY_MS } from '../../base/time';
import { correlation, fisherInterval } from '../../statistics/correlation';
import type { Needs } from '../../statistics/needs';
import type { Book } from '../readers/book';
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
  readonly whole: Congruence | Needs;
  /** Oldest first; each with as many recalls as the others, but for one. */
  readonly stretches: readonly TogetherStretch[];
}

/** Recalls in each stretch, where there are many; fewer would leave an interval from -1 to 1. Ours. */
const IN_STRETCH = 25;
const MOST_STRETCHES = 12;

/** How rating and face go together, and whether they always did. */
export function together(book: Book): Together {
  const rows = [...book.id.keys()].filter((row) => !Number.isNaN(book.valence[row]!) && !Number.isNaN(book.face[row]!));
  const count = Math.min(MOST_STRETCHES, Math.floor(rows.length / IN_STRETCH));
  const stretches = Array.from({ length: count }, (_, at) =>
    rows.slice(Math.floor((at * rows.length) / count), Math.floor(((at + 1) * rows.length) / count)),
  );
  return {
    whole: congruence(book),
    stretches: stretches.flatMap((own) => stretchOf(book, own)),
  };
}

function stretchOf({ wallMs, valence, face }: Book, rows: readonly number[]): readonly TogetherStretch[] {
  const r = correlation(
    rows.map((row) => valence[row]!),
    rows.map((row) => face[row]!),
  );
  if (Number.isNaN(r) || rows.length < MIN_PAIRS) return [];
  const day = (row: number) => Math.floor(wallMs[row]! / DAY_MS);
  return [{ from: day(rows[0]!), to: day(rows.at(-1)!), r, ...fisherInterval(r, rows.length), n: rows.length }];
}
