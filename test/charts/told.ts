import type { Entry } from '../../app/domain/entry/entry';
import { momentAt } from '../../app/domain/moment/moment';
import { ASKED } from '../../app/insights/readers/month-rows';
import { sampleJournal } from '../../app/insights/sample/sample-journal';
import { SAMPLE_TRUTHS, type Truths } from '../../app/insights/sample/truths';
import { InsightsDesk } from '../../app/insights/worker/insights-desk';
import { CUE_DECK } from '../../app/recall/cues/cue-deck';
import { FakeJournal } from '../support/fake-journal';
import { NOW_MS } from '../support/sample-entries';

const LABELS = ['swimming', 'work', 'my sister'] as const;
/** So many that something can be said of memories that came back. */
const TITLES = [
  'The broken bowl',
  'First snow',
  'The bakery at six',
  'Handing back the keys',
  'The night train',
  'A borrowed coat',
  'Rain on the tent',
  'The last ferry',
  'Plums from next door',
  'The empty flat',
  'Learning to float',
  'The wrong platform',
] as const;

/** Entries of a made-up person, with tags, newest last. */
export const madeUp = (seed: number, days = 500, truths: Truths = SAMPLE_TRUTHS): readonly Entry[] =>
  sampleJournal({
    seed,
    truths,
    days,
    end: momentAt(NOW_MS, 'UTC'),
    cues: CUE_DECK,
    titles: TITLES,
    labels: LABELS,
    appVersion: 'test',
  }).map(({ entry, labels }) => ({
    ...entry,
    report: { ...entry.report, tags: labels.map((name) => ({ kind: 'own' as const, name })) },
  }));

/** A desk that was told of these entries. */
export async function deskOf(entries: readonly Entry[]): Promise<InsightsDesk> {
  const desk = new InsightsDesk();
  const cueClasses = Object.fromEntries(CUE_DECK.map(({ id, valence }) => [id, valence]));
  await desk.tell({ months: await new FakeJournal(entries).columnsSince(ASKED, new Map()), cueClasses });
  return desk;
}
