import type { Book } from '../readers/book';
import type { Effects } from '../statistics/effects';
import { dayAfterEffects, labelEffects } from '../statistics/label-effects';

export interface Company {
  /** Entries with a tag against those without it. */
  readonly tags: Effects;
  /** The day after one on which a feeling was chosen, against the day after others: in the same hour it would say nothing new. */
  readonly feelings: Effects;
}

/** What goes with better ratings, and what with worse. */
export const company = ({ wallMs, labels, feelings, valence }: Book): Company => ({
  tags: labelEffects({ wallMs, labels, values: valence }),
  feelings: dayAfterEffects({
    wallMs,
    labels: feelings.map((own) => (own.length === 0 ? null : own.map(({ name }) => name))),
    values: valence,
  }),
});
