import { DAY_MS } from '../../base/time';
import type { Entry } from '../../domain/entry/entry';
import type { SampleWords } from '../../domain/entry/sample-words';
import type { Cue } from '../../domain/memory/memory';
import { dayOf, type Moment, wallMs } from '../../domain/moment/moment';
import { mean } from '../../statistics/mean';
import { weekdayOfWall } from '../statistics/calendar';
import { type SampleEntry, sampleJournal } from './sample-journal';
import { SAMPLE_TRUTHS, type Truths } from './truths';
import { written } from './written';

const DAYS = 730;
/** The level changes on a 10th of April: a spring is easy to ask about. */
const SPRING = '-04-10';
/** Fewest days since, so that there is something to see of it. */
const SEEN_DAYS = 60;
/** More seeds than are ever needed: about every third one will do. */
const SEEDS = 40;
/** How much what is planted must make in the last year, and how much any other label may by chance. */
const PLAIN = 0.2;
const QUIET = 0.1;

export interface TwoYearsOptions {
  readonly now: Moment;
  readonly cues: readonly Cue[];
  readonly words: SampleWords;
  readonly appVersion: string;
}

/**
 * The journal that is there to be explored, oldest entry first: two years up to now. What is planted in it is `SAMPLE_TRUTHS`, with the change of
 * level in the last spring that is over. Of several seeds it is the first with an entry a year ago today whose last year plainly shows what was
 * put into it, so that one finds what one is told.
 */
export function twoYears({ now, cues, words, appVersion }: TwoYearsOptions): readonly Entry[] {
  const labels = words.tags.map(({ name }) => name);
  const options = { days: DAYS, end: now, truths: truthsUntil(now), cues, titles: [''], labels, appVersion };
  const yearAgo = `${Number(dayOf(now).slice(0, 4)) - 1}${dayOf(now).slice(4)}`;
  let [seed, made]: [number, readonly SampleEntry[]] = [0, []];
  const hasYearAgo = () => made.some(({ entry }) => dayOf(entry.startedAt) === yearAgo);
  const fits = () =>
    hasYearAgo() &&
    isPlain(
      made.filter(({ entry }) => dayOf(entry.startedAt) >= yearAgo),
      labels,
    );
  while (seed < SEEDS && !fits()) {
    seed++;
    made = sampleJournal({ ...options, seed });
  }
  return written(made, words, seed).filter(({ savedAt }) => savedAt.epochMs <= now.epochMs);
}

/** Whether the last year shows what was planted in it, Mondays and the first label, and no other label by chance. */
function isPlain(lastYear: readonly SampleEntry[], [planted, ...others]: readonly string[]): boolean {
  const difference = (is: (one: SampleEntry) => boolean) =>
    ratingOf(lastYear.filter(is)) - ratingOf(lastYear.filter((one) => !is(one)));
  const withLabel = (label: string) => difference(({ labels }) => labels.includes(label));
  return (
    withLabel(planted!) > PLAIN &&
    difference(({ entry }) => weekdayOfWall(wallMs(entry.startedAt)) === SAMPLE_TRUTHS.weekday.which) < -PLAIN &&
    others.every((label) => Math.abs(withLabel(label)) < QUIET)
  );
}

const ratingOf = (made: readonly SampleEntry[]): number =>
  mean(made.flatMap(({ entry }) => entry.report.valence?.value ?? []));

function truthsUntil(now: Moment): Truths {
  const today = wallMs(now);
  const year = new Date(today).getUTCFullYear();
  const since = [year, year - 1]
    .map((one) => (today - Date.parse(`${one}${SPRING}`)) / DAY_MS)
    .find((days) => days >= SEEN_DAYS)!;
  return { ...SAMPLE_TRUTHS, change: { ...SAMPLE_TRUTHS.change, at: 1 - since / DAYS } };
}
