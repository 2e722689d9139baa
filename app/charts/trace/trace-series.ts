import { EXPRESSIONS, type Expression, type ExpressionScores, noScores } from '../../domain/face/expression';
import { mean } from '../../statistics/mean';
import type { RecallReading } from './recall-readings';

/** What a band stands for: an expression, or all those that are never large enough to be seen. */
export type BandName = Expression | 'rest';

/** One area: between `lower` and `upper`, 0..1 for each x; NaN where the face was not readable. */
export interface Band {
  readonly name: BandName;
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** Whether it is ever large enough to be seen, and so is named. */
  readonly visible: boolean;
}

/** A recall as it is drawn: columns over the same x. */
export interface TraceSeries {
  /** Seconds into the recall. */
  readonly x: readonly number[];
  readonly durationS: number;
  /** From the bottom to the top of the stack. */
  readonly bands: readonly Band[];
  /** Mean share of each expression over the readable readings, 0..1, sums to 1; 0 without any. */
  readonly meanShares: ExpressionScores;
  /** -1..1, NaN where the face was not readable. */
  readonly valence: readonly number[];
  /** From this x to the next: 1 where the face was readable, 0 where not. */
  readonly readable: readonly number[];
  /** Readable readings / all readings, 0..1; 0 without readings. */
  readonly readableShare: number;
  readonly n: number;
}

/** From the bottom: neutral as the ground, what counts as unpleasant above it, happiness on top. */
export const STACK: readonly Expression[] = [
  'neutral',
  'sadness',
  'fear',
  'anger',
  'disgust',
  'contempt',
  'surprise',
  'happiness',
];

/** An expression has an area of its own if its drawn share ever reaches this: below, it is a hairline. */
export const VISIBLE_SHARE = 0.08;

/**
 * What is drawn at a moment is the mean of the readable readings this near to it, in milliseconds: an expression takes half
 * a second at the least (Ekman 2003, Emotions Revealed), so what is evened out is the classifier's noise.
 */
export const SMOOTHING_MS = 300;

/** Where nothing was read for longer than this, in milliseconds, the line breaks instead of bridging it. */
export const LONGEST_GAP_MS = 1000;

/** A moment to draw, with the mean of the readings around it, or null where the face was not readable. */
interface Moment {
  readonly tMs: number;
  readonly around: readonly RecallReading[] | null;
}

/** The areas, the line and the strip of the readings of a recall that lasted `durationMs`. */
export function traceSeries(readings: readonly RecallReading[], durationMs: number): TraceSeries {
  const moments = momentsOf(readings, durationMs);
  const readable = readings.filter((reading) => reading.readable);
  return {
    x: moments.map(({ tMs }) => tMs / 1000),
    durationS: durationMs / 1000,
    bands: bandsOf(moments),
    meanShares: meanShares(readable),
    valence: means(moments, ({ facialValence }) => facialValence),
    readable: moments.map(({ around }) => (around ? 1 : 0)),
    readableShare: readings.length > 0 ? readable.length / readings.length : 0,
    n: readings.length,
  };
}

/** Neutral at the bottom, on it the rest, then the visible expressions in the order of `STACK`. */
function bandsOf(moments: readonly Moment[]): Band[] {
  const drawn = new Map(STACK.map((name) => [name, means(moments, ({ expression }) => expression[name])]));
  const isVisible = (shares: readonly number[]) => shares.some((share) => share >= VISIBLE_SHARE);
  const visible = STACK.filter((name) => name !== 'neutral' && isVisible(drawn.get(name)!));
  const hidden = STACK.filter((name) => name !== 'neutral' && !visible.includes(name));
  const layers: [BandName, number[]][] = [
    ['neutral', drawn.get('neutral')!],
    ['rest', moments.map((_, i) => hidden.reduce((sum, name) => sum + drawn.get(name)![i]!, 0))],
    ...visible.map((name): [BandName, number[]] => [name, drawn.get(name)!]),
  ];
  let lower = moments.map(() => 0);
  return layers.map(([name, shares]) => {
    const upper = shares.map((share, i) => lower[i]! + share);
    const band = {
      name,
      lower: lower.map((value, i) => (moments[i]!.around ? value : Number.NaN)),
      upper,
      visible: isVisible(shares),
    };
    lower = upper;
    return band;
  });
}

/** A moment per reading, and one more wherever a stretch without readings begins. */
function momentsOf(readings: readonly RecallReading[], durationMs: number): Moment[] {
  const moments: Moment[] = [];
  let untilMs = 0;
  for (const [i, { tMs, readable }] of readings.entries()) {
    if (tMs - untilMs > LONGEST_GAP_MS) moments.push({ tMs: i === 0 ? 0 : untilMs + SMOOTHING_MS, around: null });
    moments.push({ tMs, around: readable ? readableAround(readings, i) : null });
    untilMs = tMs;
  }
  if (durationMs - untilMs > LONGEST_GAP_MS) moments.push({ tMs: untilMs + SMOOTHING_MS, around: null });
  return moments;
}

/** The readable readings near the i-th, as far as no unreadable one lies between. */
function readableAround(readings: readonly RecallReading[], i: number): readonly RecallReading[] {
  const near = (k: number): boolean =>
    readings[k]?.readable === true && Math.abs(readings[k].tMs - readings[i]!.tMs) <= SMOOTHING_MS;
  let from = i;
  let to = i;
  while (near(from - 1)) from -= 1;
  while (near(to + 1)) to += 1;
  return readings.slice(from, to + 1);
}

const means = (moments: readonly Moment[], pick: (reading: RecallReading) => number): number[] =>
  moments.map(({ around }) => mean(around?.map(pick) ?? []));

const meanShares = (readable: readonly RecallReading[]): ExpressionScores => {
  const sums = noScores();
  for (const { expression } of readable) for (const name of EXPRESSIONS) sums[name] += expression[name];
  for (const name of EXPRESSIONS) if (readable.length > 0) sums[name] /= readable.length;
  return sums;
};
