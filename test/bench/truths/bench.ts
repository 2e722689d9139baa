import { TWO_MONTHS, TWO_YEARS } from '../../insights/truths/journals';
import { tallies } from '../../insights/truths/looks';

/** Shares of journals, 0..1, by what was planted. */
export interface TruthShares {
  /** In how many it was found; null where there is nothing to find. */
  readonly found: number | null;
  /** How many of its intervals held the truth; null where it has none. */
  readonly held: number | null;
}

export interface TruthsBench {
  readonly seeds: number;
  readonly twoYears: Readonly<Record<string, TruthShares>>;
  readonly twoMonths: Readonly<Record<string, TruthShares>>;
}

/** Looks for what is planted in `seeds` made-up journals of each kind, of two years and of two months, and tells each line to `say`. */
export function benchTruths(seeds: number, say: (line: string) => void): TruthsBench {
  const some = Array.from({ length: seeds }, (_, at) => at + 1);
  say(`${seeds} journals of each kind${' '.repeat(10)}found   interval holds the truth`);
  const of = (days: number, name: string): Record<string, TruthShares> => {
    const shares = Array.from(tallies(some, days), ([what, { found, intervals, held }]) => {
      const own = { found: found === null ? null : found / seeds, held: intervals === 0 ? null : held / intervals };
      say(`${`${name}: ${what}`.padEnd(40)} ${percent(own.found)}   ${percent(own.held)}`);
      return [what, own] as const;
    });
    return Object.fromEntries(shares);
  };
  return { seeds, twoYears: of(TWO_YEARS, 'two years'), twoMonths: of(TWO_MONTHS, 'two months') };
}

const percent = (share: number | null): string => (share === null ? '' : `${(100 * share).toFixed(1)} %`).padStart(8);
