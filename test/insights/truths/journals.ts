import { momentAt } from '../../../app/domain/moment/moment';
import { comparableFaces } from '../../../app/insights/readers/comparable-faces';
import { entryColumns } from '../../../app/insights/readers/entry-columns';
import { sampleJournal } from '../../../app/insights/sample/sample-journal';
import type { Truths } from '../../../app/insights/sample/truths';
import { CUE_DECK } from '../../../app/recall/cues/cue-deck';
import { NOW_MS, ZONE } from '../../support/sample-entries';

export const TWO_YEARS = 730;
export const TWO_MONTHS = 61;
export const LABELS = ['walk', 'work', 'garden', 'guests', 'train', 'rain'];
const TITLES = Array.from({ length: 40 }, (_, at) => `memory ${at}`);

export const madeJournal = (seed: number, days: number, truths: Truths) =>
  sampleJournal({
    seed,
    truths,
    days,
    end: momentAt(NOW_MS, ZONE),
    cues: CUE_DECK,
    titles: TITLES,
    labels: LABELS,
    appVersion: '0.1.0',
  });

/** The columns of a made-up journal, with what stands beside its entries. */
export function madeColumns(seed: number, days: number, truths: Truths) {
  const made = madeJournal(seed, days, truths);
  const columns = comparableFaces(
    entryColumns(
      made.map(({ entry }) => entry),
      (cueId) => CUE_DECK.find(({ id }) => id === cueId)?.valence ?? null,
    ),
  );
  return { ...columns, labels: made.map(({ labels }) => labels) };
}

export type MadeColumns = ReturnType<typeof madeColumns>;
