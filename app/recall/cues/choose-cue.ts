import type { Cue, CueValence } from '../../domain/memory/memory';
import { CUE_DECK } from './cue-deck';

/** What has to be known of an earlier recall to choose the next cue. */
export interface RecentRecall {
  readonly cueId: string | null;
  /** Valence of its cue; for a memory of their own, what the person expected of it; null where unknown. */
  readonly valence: CueValence | null;
}

export interface CueWish {
  /** Local calendar day, `YYYY-MM-DD`: the same day and the same past give the same cue. */
  readonly day: string;
  /** Earlier recalls, newest first. */
  readonly recent: readonly RecentRecall[];
  /** How often "another cue" was asked for. */
  readonly steps?: number;
}

/** Cues of this many last recalls come last again. Ours: a third of the deck, so that a daily user sees each about every third week. */
export const RECENT_RECALLS = 6;

/**
 * The cue to offer. Deterministic in its input; walks through every allowed cue before one comes again.
 *
 * - After a negative recall no negative cue is offered, so that a series can only end on a positive or neutral memory
 *   (ours: docs/decisions/007-our-own-numbers.md).
 * - Two negative cues never follow each other when "another cue" is asked for: who steps past one is not met by the next.
 */
export function chooseCue(wish: CueWish, deck: readonly Cue[] = CUE_DECK): Cue {
  const order = cueOrder(wish, deck);
  const cue = order[(wish.steps ?? 0) % order.length];
  if (!cue) throw new RangeError('The deck has no cue that may be offered.');
  return cue;
}

/** Every cue that may be offered, in the order of offering. */
export function cueOrder({ day, recent }: CueWish, deck: readonly Cue[] = CUE_DECK): readonly Cue[] {
  const used = recent.slice(0, RECENT_RECALLS).map((recall) => recall.cueId);
  // Not used lately first, then the longest unused; the day shuffles what is equal.
  const staleness = (cue: Cue): number => (used.includes(cue.id) ? used.indexOf(cue.id) : RECENT_RECALLS);
  const sorted = deck
    .map((cue) => ({ cue, staleness: staleness(cue), shuffle: hash(`${day}/${cue.id}`) }))
    .sort((a, b) => b.staleness - a.staleness || a.shuffle - b.shuffle || (a.cue.id < b.cue.id ? -1 : 1))
    .map(({ cue }) => cue);
  const gentle = sorted.filter((cue) => cue.valence !== 'negative');
  if (recent[0]?.valence === 'negative') return gentle;
  const hard = sorted.filter((cue) => cue.valence === 'negative');
  return spread(gentle, hard, hash(day));
}

/** Puts one of `hard` into every gap between `gentle` ones that comes up, evenly, starting at a gap the day decides. */
function spread(gentle: readonly Cue[], hard: readonly Cue[], phase: number): readonly Cue[] {
  if (hard.length === 0) return gentle;
  const period = Math.max(2, Math.floor((gentle.length + hard.length) / hard.length));
  const rest = { gentle: [...gentle], hard: [...hard] };
  const order: Cue[] = [];
  while (rest.gentle.length + rest.hard.length > 0) {
    const turnOfHard = (order.length + phase) % period === 0;
    const next = (turnOfHard ? rest.hard.shift() : rest.gentle.shift()) ?? rest.gentle.shift() ?? rest.hard.shift();
    if (next) order.push(next);
  }
  return order;
}

/** FNV-1a, 32 bits, with a final mix so that neighbouring days differ (Noll's offset and prime; Appleby's finaliser). */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const char of text) h = Math.imul(h ^ char.charCodeAt(0), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
