import type { Rating } from './rating';
import type { Tag } from './tags';

/**
 * A short list of ordinary words for feelings, some for each quarter of the circumplex (Russell 1980); see `feelings.ts` for all.
 * The person may add their own: a feeling is any string, these are the offered ones.
 */
export const FEELINGS = [
  'joyful',
  'excited',
  'proud',
  'grateful',
  'loving',
  'calm',
  'relieved',
  'content',
  'wistful',
  'sad',
  'lonely',
  'tired',
  'ashamed',
  'anxious',
  'angry',
  'hurt',
] as const;

/** One chosen feeling with how strong it was, 1 (a trace) to 5 (very). */
export interface Feeling {
  readonly name: string;
  readonly intensity: number;
}

/** The person's own account: the record, whatever the face showed. */
export interface Report {
  /** Unpleasant -1 to pleasant 1; null where the slider was left untouched. */
  readonly valence: Rating | null;
  /** Still -1 to stirred 1; null where the slider was left untouched. */
  readonly arousal: Rating | null;
  readonly feelings: readonly Feeling[];
  /** Free words, may be empty. */
  readonly note: string;
  /** Absent where none was ever given, as in entries from before there were tags. */
  readonly tags?: readonly Tag[];
}

/** Whether nothing was answered. */
export const isBlank = ({ valence, arousal, feelings, note, tags }: Report): boolean =>
  !valence && !arousal && feelings.length === 0 && note.trim() === '' && !tags?.length;

export const emptyReport = (): Report => ({ valence: null, arousal: null, feelings: [], note: '' });
