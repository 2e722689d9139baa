import type { SampleWords } from '../../domain/entry/sample-words';
import { language } from '../locale';

/**
 * What the sample journal is written with, in the page's language. A module of its own for each, as for the words of cues, because few people
 * look at a sample: the catalogue comes with the start. Rejects if it cannot be fetched.
 */
export const sampleBook = async (tag = language()): Promise<SampleWords> =>
  (await import(`./books/${tag}.ts`)).SAMPLE_BOOK;
