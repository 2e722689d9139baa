import { clamp } from '../../base/clamp';
import { DAY_MS, MINUTE_MS } from '../../base/time';
import type { CheckInEntry, Entry, RecallEntry } from '../../domain/entry/entry';
import { type Cue, SPECIFICITIES, WHENS } from '../../domain/memory/memory';
import { type Moment, momentAt } from '../../domain/moment/moment';
import { sliderRating } from '../../domain/report/rating';
import type { Feeling, Report } from '../../domain/report/report';
import { type Random, randomFrom } from '../../statistics/resampling/random';
import { sampleDays } from './sample-days';
import { sampleFace, withBlinks } from './sample-face';
import { CUE_SHARES, LABEL_SHARE, ratingMean, ratingVariance, type Truths } from './truths';

export interface SampleOptions {
  /** The same seed makes the same journal. */
  readonly seed: number;
  readonly truths: Truths;
  /** How many days it goes back from `end`, that day included. */
  readonly days: number;
  readonly end: Moment;
  /** The deck; has cues of each class. */
  readonly cues: readonly Cue[];
  /** What memories are called. Words are the caller's, because they have a language. */
  readonly titles: readonly string[];
  /** What stands beside entries; the first is the one that goes with better ratings. */
  readonly labels: readonly string[];
  readonly appVersion: string;
}

export interface SampleEntry {
  readonly entry: Entry;
  readonly labels: readonly string[];
}

/** Shares of days: with an entry, with a second one, and of entries that are recalls. */
const KEPT = 0.85;
const TWICE = 0.15;
const RECALLS = 0.5;
/** Shares of entries: without a rating, and of recalls whose face was set aside. */
const UNRATED = 0.03;
const DISPUTED = 0.03;

/** Mean and standard deviation of facial valence. */
const FACE = { mean: 0.05, deviation: 0.22 } as const;

/**
 * A journal of one made-up person, oldest entry first: about one entry a day, half of them recalls, each an entry like any other. Ratings follow `truths`,
 * rounded to the slider's hundred steps.
 *
 * @example sampleJournal({
 *   seed: 1, truths: NOTHING, days: 0, end: { epochMs: 0, zone: 'UTC', offsetMinutes: 0 }, cues: [], titles: [], labels: [], appVersion: '',
 * })
 * // []
 */
export function sampleJournal(options: SampleOptions): readonly SampleEntry[] {
  const { seed, truths, days, end } = options;
  const random = randomFrom(seed);
  const firstDay = Math.floor(end.epochMs / DAY_MS) - days + 1;
  const levels = sampleDays(truths, firstDay, days, random);
  const made: SampleEntry[] = [];
  for (let day = 0; day < days; day++) {
    if (random.uniform() >= KEPT) continue;
    const times = random.uniform() < TWICE ? [0.35, 0.8] : [0.3 + 0.55 * random.uniform()];
    for (const time of times) {
      const startedMs = (firstDay + day + time) * DAY_MS + random.below(30) * MINUTE_MS;
      const startedAt = momentAt(startedMs - end.offsetMinutes * MINUTE_MS, end.zone);
      made.push(sampleEntry(options, `sample-${seed}-${made.length}`, startedAt, levels[day]!, random));
    }
  }
  return made;
}

function sampleEntry(
  options: SampleOptions,
  id: string,
  startedAt: Moment,
  level: number,
  random: Random,
): SampleEntry {
  const { truths, labels: all, appVersion } = options;
  const labels = all.filter(() => random.uniform() < LABEL_SHARE);
  const cue = random.uniform() < RECALLS ? cueFrom(options.cues, random) : null;
  const ofCue = cue ? { positive: truths.cue, negative: -truths.cue, neutral: 0 }[cue.valence] : 0;
  const ofMoment = truths.deviation * Math.sqrt(truths.momentary) * random.normal();
  const valence = level + ofMoment + ofCue + (labels.includes(all[0]!) ? truths.label : 0);
  const base = {
    version: 1,
    id,
    startedAt,
    savedAt: { ...startedAt, epochMs: startedAt.epochMs + (cue ? 2 : 0.2) * MINUTE_MS },
    report: reportOf(valence, truths, random),
    appVersion,
  } as const;
  const isTired = base.report.feelings.some(({ name }) => name === 'tired');
  const recall = cue && recalled(options, cue, valence, random);
  const entry: CheckInEntry | RecallEntry = recall
    ? { ...base, kind: 'recall', ...recall, face: withBlinks(recall.face, isTired ? truths.tired : 0) }
    : { ...base, kind: 'check-in' };
  return { entry, labels };
}

function cueFrom(cues: readonly Cue[], random: Random): Cue {
  const draw = random.uniform();
  const { positive, negative } = CUE_SHARES;
  const wanted = draw < positive ? 'positive' : draw < positive + negative ? 'negative' : 'neutral';
  const ofClass = cues.filter(({ valence }) => valence === wanted);
  return ofClass[random.below(ofClass.length)]!;
}

type OfRecall = Pick<RecallEntry, 'memory' | 'face' | 'faceDisputed' | 'hasTrace' | 'stepDurationsMs'>;

function recalled({ truths, titles }: SampleOptions, cue: Cue, valence: number, random: Random): OfRecall {
  const z = (valence - ratingMean(truths)) / Math.sqrt(ratingVariance(truths));
  const shown = truths.relation * z + Math.sqrt(1 - truths.relation ** 2) * random.normal();
  return {
    memory: {
      title: titles[random.below(titles.length)]!,
      cueId: cue.id,
      direction: cue.direction,
      when: cue.direction === 'future' ? 'ahead' : WHENS[random.below(WHENS.length - 1)]!,
      specificity: SPECIFICITIES[random.below(SPECIFICITIES.length)]!,
      selfRelevance: 1 + random.below(7),
      expectedValence: cue.valence,
      vividness: 1 + random.below(7),
    },
    face: sampleFace(FACE.mean + FACE.deviation * shown, random),
    faceDisputed: random.uniform() < DISPUTED,
    hasTrace: false,
    stepDurationsMs: { baseline: 10_000, recall: 45_000 },
  };
}

function reportOf(valence: number, { feelingsFollow }: Truths, random: Random): Report {
  const arousal = clamp(0.4 * random.normal(), -1, 1);
  const isRated = random.uniform() >= UNRATED;
  const felt = feelingsFollow ? valence + 0.15 * random.normal() : random.uniform() - 0.5;
  return {
    valence: isRated ? sliderRating(Math.round(50 + 50 * clamp(valence, -1, 1))) : null,
    arousal: isRated ? sliderRating(Math.round(50 + 50 * arousal)) : null,
    feelings: feelingsOf(felt, arousal, random),
    note: '',
  };
}

/** Words of the four quarters: pleasant or not, stirred up or calm. */
const QUARTERS = {
  pleasantStirred: ['joyful', 'excited', 'proud'],
  pleasantCalm: ['calm', 'content', 'grateful', 'relieved'],
  unpleasantStirred: ['anxious', 'angry', 'hurt'],
  unpleasantCalm: ['sad', 'tired', 'lonely'],
} as const;

function feelingsOf(valence: number, arousal: number, random: Random): Feeling[] {
  const words = QUARTERS[`${valence > 0 ? 'pleasant' : 'unpleasant'}${arousal > 0 ? 'Stirred' : 'Calm'}`];
  const names = new Set(Array.from({ length: random.below(3) }, () => words[random.below(words.length)]!));
  return [...names].map((name) => ({ name, intensity: 1 + random.below(5) }));
}
