import { EXPRESSIONS, type ExpressionScores, noScores } from '../../../app/domain/face/expression';
import { faceOfRow, phaseRows } from '../../../app/domain/face/phase-rows';
import type { Trace } from '../../../app/domain/face/trace';
import { MemoryHead, type Remembered } from '../../../app/dynamics/memory/memory-head';
import {
  AVERAGE_STILL,
  type HeadReading,
  type HeadSecond,
  secondsOf,
  stillAtRest,
} from '../../../app/dynamics/memory/seconds';
import { traceSeconds } from '../../../app/dynamics/memory/trace-seconds';
import { type PatchVotes, patchVotes } from '../../../app/dynamics/patches/patch-votes';
import { fusedWhole } from '../../../app/dynamics/summary/fused-whole';
import { secondMeans } from '../../../app/dynamics/summary/second-means';
import { averageRest } from '../../../app/dynamics/units/average-rest';
import { measuredReadings } from '../../../app/dynamics/units/measured-readings';
import { mean } from '../../../app/statistics/mean';
import { readingsOf } from '../frame-readings';
import type { FrameResult } from '../frame-result';
import type { OwnRest } from '../motion';
import { thinned } from '../motion';
import { HEAD_STATE } from './memory-session';
import type { WholeReaders } from './readers';

/** What each way of reading a whole clip comes to; null where it could not be told. */
export interface Dynamics {
  /** Mean over the usable readings, as a face summary has it. */
  readonly mean: ExpressionScores | null;
  readonly memory: Remembered | null;
  /** Null of what is shorter than a patch. */
  readonly patches: PatchVotes | null;
  /** Of still model, mean, memory and patches together; null where one of them is. */
  readonly fused: ExpressionScores | null;
}

/** A frame with its expressions as the app has them: by the prior of web faces and, with a baseline of the person, as in a recall. */
type ReadFrame = FrameResult & Readonly<Record<'webExpression' | 'recall', ExpressionScores | null>>;

/** Of a clip's frames, against the baseline's; null takes an average face. */
export async function dynamicsOf(
  frames: readonly ReadFrame[],
  own: OwnRest | null,
  readers: WholeReaders,
): Promise<Dynamics> {
  const all = readingsOf(frames);
  const usable = frames.filter((_, at) => all[at]!.usable);
  const kept = thinned(all);
  const measured = measuredReadings(kept, own?.rest ?? averageRest(), own?.spoken ?? null);
  const readings = measured.flatMap(({ tMs, usable: counts, measures, against }, at): HeadReading[] => {
    const { webExpression: still, recall } = frames[all.indexOf(kept[at]!)]!;
    return counts && measures && still ? [{ tMs, still, fused: recall ?? still, measures, against }] : [];
  });
  const atRest = own?.frames.flatMap(({ expression }) => (expression ? [expression] : [])) ?? [];
  const seconds = secondsOf(readings, stillAtRest(atRest) ?? AVERAGE_STILL, lengthMs(all));
  return {
    mean: meanOf(usable.flatMap(({ recall, webExpression }) => recall ?? webExpression ?? [])),
    ...(await wholeOf(seconds, readers)),
  };
}

/** Of the recall in a trace, against its own baseline. */
export async function dynamicsOfTrace(trace: Trace, readers: WholeReaders): Promise<Dynamics> {
  const rows = phaseRows(trace, 'recall').flatMap((segment) => segment.rows);
  const faces = rows.map((row) => faceOfRow(trace, row)).filter(({ usable }) => usable);
  const seconds = traceSeconds(trace);
  return {
    mean: meanOf(faces.map(({ expression }) => expression)),
    ...(await wholeOf(seconds ?? [], readers)),
  };
}

async function wholeOf(seconds: readonly HeadSecond[], readers: WholeReaders): Promise<Omit<Dynamics, 'mean'>> {
  const means = secondMeans(seconds);
  if (!means) return { memory: null, patches: null, fused: null };
  const head = new MemoryHead(readers.head, HEAD_STATE);
  await head.add(seconds);
  const [memory, patches] = [head.remembered, patchVotes(seconds, readers.patches)];
  const both = memory && patches && { ...means, memory: memory.expression, patches: patches.expression };
  return { memory, patches, fused: both && fusedWhole(both, readers.fusion) };
}

/** Up to the end of the last reading's tenth of a second. */
const lengthMs = (readings: readonly { readonly tMs: number }[]): number => (readings.at(-1)?.tMs ?? -100) + 100;

function meanOf(scores: readonly ExpressionScores[]): ExpressionScores | null {
  if (scores.length === 0) return null;
  const found = noScores();
  for (const name of EXPRESSIONS) found[name] = mean(scores.map((one) => one[name]));
  return found;
}
