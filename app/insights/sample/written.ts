import type { Entry } from '../../domain/entry/entry';
import type { NoteTone, SampleWords } from '../../domain/entry/sample-words';
import { randomFrom } from '../../statistics/resampling/random';
import type { SampleEntry } from './sample-journal';

/** Share of entries with a note. */
const NOTED = 0.25;
/** Ratings further than this from 0 are written about as pleasant or unpleasant. */
const CLEAR = 0.2;

/** The same entries with titles that fit their cue, notes that fit their rating, and what stands beside them as tags. Numbers stay as they are. */
export function written(made: readonly SampleEntry[], words: SampleWords, seed: number): readonly Entry[] {
  const { uniform, below } = randomFrom(seed);
  const one = (list: readonly string[]): string => list[below(list.length)]!;
  return made.map(({ entry, labels }) => {
    const tags = words.tags.filter(({ name }) => labels.includes(name));
    const note = uniform() < NOTED ? one(words.notes[toneOf(entry.report.valence?.value ?? 0)]) : '';
    const report = { ...entry.report, note, tags };
    if (entry.kind === 'check-in') return { ...entry, report };
    const { direction, expectedValence } = entry.memory;
    return {
      ...entry,
      report,
      memory: { ...entry.memory, title: one(words[direction][expectedValence ?? 'neutral']) },
    };
  });
}

const toneOf = (valence: number): NoteTone =>
  valence > CLEAR ? 'pleasant' : valence < -CLEAR ? 'unpleasant' : 'between';
