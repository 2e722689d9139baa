import type { Feeling } from '../../domain/report/report';
import { consistency, LEAST_ROWS } from '../../statistics/groups/consistency';
import { isKnown, type Needs, needsMore } from '../../statistics/needs';

/** Offered words by their side of the circumplex; "wistful" is on both, and a word of one's own on neither. */
const SIDES = {
  pleasant: ['joyful', 'excited', 'proud', 'grateful', 'loving', 'calm', 'relieved', 'content'],
  unpleasant: ['sad', 'lonely', 'tired', 'ashamed', 'anxious', 'angry', 'hurt'],
} as const;

export interface Granularity {
  /** 0: the words of that side always come together; 1: each by itself. Null where fewer than two of them were ever chosen. */
  readonly pleasant: number | null;
  readonly unpleasant: number | null;
  /** How many words are in use, counting those as one that are hardly ever chosen: exp of the entropy of the choices. */
  readonly wordsInUse: number;
  /** Entries with a feeling. */
  readonly n: number;
}

/**
 * How finely someone tells feelings apart: 1 - ICC(3, k) of the strengths of the words of one side over entries, at most 1
 * (Tugade, Fredrickson & Feldman Barrett 2004, J Pers 72:1161; Kashdan, Barrett & McKnight 2015, Curr Dir Psychol Sci 24:10), and how many words
 * they use (Hill 1973, Ecology 54:427, of order 1).
 *
 * In an entry with a feeling a word that was not chosen counts as not felt, 0: it was offered. An entry without any feeling is
 * missing.
 *
 * @example granularity([[{ name: 'sad', intensity: 3 }], []]) // { needs: 9 }
 */
export function granularity(feelings: readonly (readonly Feeling[])[]): Granularity | Needs {
  const asked = feelings.filter((own) => own.length > 0);
  if (asked.length < LEAST_ROWS) return needsMore(asked.length, LEAST_ROWS);
  return {
    pleasant: sideOf(asked, SIDES.pleasant),
    unpleasant: sideOf(asked, SIDES.unpleasant),
    wordsInUse: wordsInUse(asked.flat()),
    n: asked.length,
  };
}

function sideOf(entries: readonly (readonly Feeling[])[], words: readonly string[]): number | null {
  const used = words.filter((word) => entries.some((own) => own.some(({ name }) => name === word)));
  if (used.length < 2) return null;
  const strength = (own: readonly Feeling[], word: string) => own.find(({ name }) => name === word)?.intensity ?? 0;
  const result = consistency(entries.map((own) => used.map((word) => strength(own, word))));
  if (!isKnown(result) || Number.isNaN(result.icc)) return null;
  return 1 - Math.max(0, result.icc);
}

function wordsInUse(chosen: readonly Feeling[]): number {
  const counts = new Map<string, number>();
  for (const { name } of chosen) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shares = [...counts.values()].map((count) => count / chosen.length);
  return Math.exp(-shares.reduce((sum, share) => sum + share * Math.log(share), 0));
}
