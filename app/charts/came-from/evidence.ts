import type { UnitEvent } from '../../domain/face/action-unit';
import { EXPRESSIONS, type Expression, noScores, topExpression } from '../../domain/face/expression';
import type { Misread } from '../../domain/face/misread';
import { type Movement, movementsOf } from '../../domain/face/movement';
import { faceOfRow, phaseLengthMs, phaseRows, type RowFace } from '../../domain/face/phase-rows';
import { isMisread } from '../../domain/face/seen';
import type { Trace } from '../../domain/face/trace';

/*
 * [Note: Where a reading came from]
 *
 * The facial valence of a recall is the mean over its usable readings. So each slice of it, a second long, has a part in that mean:
 * its readings times how far they lean to either side. What weighed most are the stretches on one side with the largest parts, which
 * is told with the expression that the same readings came to and the movements of those seconds. What has no usable reading has no
 * part, and is told with the reason. All of it is reckoned from the trace as it was kept, and says nothing of what was felt.
 */

/** Shortest slice, in milliseconds; a long recall has longer ones, `MOST_SLICES` of them, because more can't be told apart on a phone. */
const SLICE_MS = 1000;
const MOST_SLICES = 120;
/** From this facial valence on a face leans to a side: half a step of the seven in words. Ours. */
export const LEANS = 0.15;
/** So many stretches are named, and none with a smaller part than this. Ours. */
const MOST_NAMED = 3;
const LEAST_PART = 0.05;

export interface Slice {
  /** Milliseconds since the recall began. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Usable readings / all readings in it, 0..1; 0 where there were none. */
  readonly usableShare: number;
  /** Mean facial valence of its usable readings, -1..1; null without any. */
  readonly valence: number | null;
  /** Its part in all that leant to either side, 0..1. */
  readonly part: number;
}

/** A stretch that leant to one side. */
export interface Weighty {
  readonly fromMs: number;
  readonly toMs: number;
  readonly part: number;
  /** The strongest in the mean of its readings. */
  readonly expression: Expression;
  /** What moved in it, without what the person marked as misread. */
  readonly movements: readonly Movement[];
}

/** Why there is nothing to count: no picture was read, none had a face, the head was turned, or it was not sure what it showed. */
export type LeftOutWhy = 'unread' | 'no-face' | 'turned' | 'unsure';

export interface LeftOut {
  readonly fromMs: number;
  readonly toMs: number;
  readonly why: LeftOutWhy;
}

export interface Evidence {
  readonly slices: readonly Slice[];
  /** Those that weighed most, by time. */
  readonly weighty: readonly Weighty[];
  readonly leftOut: readonly LeftOut[];
  /** What the person marked as misread. */
  readonly misread: readonly Movement[];
}

interface Filled extends Slice {
  readonly faces: readonly RowFace[];
}

/** What the reading of a recall came from. See: [Note: Where a reading came from] */
export function evidenceOf(trace: Trace, units: readonly UnitEvent[], marks: readonly Misread[]): Evidence {
  const slices = filledSlices(trace);
  const [misread, movements] = parted(movementsOf(units), (movement) => isMisread(movement, marks));
  const weighty = stretches(slices, sideOf)
    .map((stretch) => weightyOf(stretch, movements))
    .filter(({ part }) => part >= LEAST_PART)
    .toSorted((a, b) => b.part - a.part)
    .slice(0, MOST_NAMED)
    .toSorted((a, b) => a.fromMs - b.fromMs);
  const leftOut = stretches(slices, whyOf).map((stretch) => ({ ...spanOf(stretch), why: whyOf(stretch[0]!)! }));
  return { slices: slices.map(({ faces: _, ...slice }) => slice), weighty, leftOut, misread };
}

function filledSlices(trace: Trace): readonly Filled[] {
  const durationMs = phaseLengthMs(trace.segments, 'recall');
  const sliceMs = Math.max(SLICE_MS, durationMs / MOST_SLICES);
  const faces: RowFace[][] = Array.from({ length: Math.ceil(durationMs / sliceMs) }, () => []);
  for (const { segment, beforeMs, rows } of phaseRows(trace, 'recall')) {
    for (const row of rows) {
      const atMs = trace.tMs[row]! - segment.startMs + beforeMs;
      faces[Math.floor(atMs / sliceMs)]?.push(faceOfRow(trace, row));
    }
  }
  const leaning = (all: readonly RowFace[]): number =>
    all.reduce((sum, { usable, facialValence }) => sum + (usable ? Math.abs(facialValence) : 0), 0);
  const total = leaning(faces.flat());
  return faces.map((all, at) => {
    const usable = all.filter((face) => face.usable);
    const sum = usable.reduce((so, { facialValence }) => so + facialValence, 0);
    return {
      fromMs: at * sliceMs,
      toMs: Math.min((at + 1) * sliceMs, durationMs),
      usableShare: all.length === 0 ? 0 : usable.length / all.length,
      valence: usable.length === 0 ? null : sum / usable.length,
      part: total === 0 ? 0 : leaning(usable) / total,
      faces: all,
    };
  });
}

/** Slices on end for which `of` says the same, without those for which it says nothing. */
function stretches<T>(slices: readonly Filled[], of: (slice: Filled) => T | null): Filled[][] {
  const found: Filled[][] = [];
  let before: T | null = null;
  for (const slice of slices) {
    const now = of(slice);
    if (now !== null) {
      if (now === before) found.at(-1)!.push(slice);
      else found.push([slice]);
    }
    before = now;
  }
  return found;
}

const sideOf = ({ valence }: Filled): number | null =>
  valence !== null && Math.abs(valence) >= LEANS ? Math.sign(valence) : null;

/** A reading whose face was not the person's, or covered, has a face and no numbers. */
function whyOf({ valence, faces }: Filled): LeftOutWhy | null {
  if (valence !== null) return null;
  if (faces.length === 0) return 'unread';
  const seen = faces.filter(({ hasFace }) => hasFace);
  if (2 * seen.length < faces.length) return 'no-face';
  return 2 * seen.filter(({ yaw }) => Number.isNaN(yaw)).length > seen.length ? 'unsure' : 'turned';
}

const spanOf = (stretch: readonly Slice[]) => ({ fromMs: stretch[0]!.fromMs, toMs: stretch.at(-1)!.toMs });

function weightyOf(stretch: readonly Filled[], movements: readonly Movement[]): Weighty {
  const span = spanOf(stretch);
  const scores = noScores();
  for (const { usable, expression } of stretch.flatMap(({ faces }) => faces)) {
    if (usable) for (const name of EXPRESSIONS) scores[name] += expression[name];
  }
  return {
    ...span,
    part: stretch.reduce((sum, { part }) => sum + part, 0),
    expression: topExpression(scores),
    movements: movements.filter(({ onsetMs, offsetMs }) => onsetMs < span.toMs && offsetMs > span.fromMs),
  };
}

function parted<T>(all: readonly T[], is: (one: T) => boolean): readonly [T[], T[]] {
  return [all.filter(is), all.filter((one) => !is(one))];
}
