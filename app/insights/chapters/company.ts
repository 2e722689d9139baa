import type { Book } from '../readers/book';
import type { Effects } from '../statistics/effects';
import { dayAfterEffects, labelEffects } from '../statistics/label-effects';
import { type MemorySide, memoryEffects } from '../statistics/memory-effects';
import { type Judged, judged } from './judged';

/** Surest first, and how many more entries it takes for the next; null where none waits. */
export interface JudgedEffects<Name extends string = string> {
  readonly known: readonly Judged<Name>[];
  readonly needs: number | null;
}

export interface Company {
  /** Entries with a tag against those without it. */
  readonly tags: JudgedEffects;
  /** The day after one on which a feeling was chosen, against the day after others: in the same hour it would say nothing new. */
  readonly feelings: JudgedEffects;
  /** Ratings by what the memories were like. */
  readonly memories: JudgedEffects<MemorySide>;
}

/** What goes with better ratings, and what with worse. */
export const company = ({ wallMs, labels, feelings, valence, ...sides }: Book): Company => ({
  tags: judgedAll(labelEffects({ wallMs, labels, values: valence })),
  feelings: judgedAll(
    dayAfterEffects({
      wallMs,
      labels: feelings.map((own) => (own.length === 0 ? null : own.map(({ name }) => name))),
      values: valence,
    }),
  ),
  memories: judgedAll(memoryEffects({ wallMs, ...sides }, valence)),
});

const judgedAll = <Name extends string>({ known, waiting }: Effects<Name>): JudgedEffects<Name> => ({
  known: known.map((effect) => judged(effect)!),
  needs: waiting.length === 0 ? null : Math.min(...waiting.map(({ needs }) => needs)),
});
