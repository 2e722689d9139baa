import type { Trace } from '../../domain/face/trace';
import { median } from '../../statistics/median';
import { MIN_BASELINE_READINGS } from '../summary/baseline';
import type { PhaseReading } from '../summary/phase-readings';

/** What the states are told from: one reading, of a trace or of a clip. */
export interface StateReading {
  /** Milliseconds since the recall began. */
  readonly tMs: number;
  /** How long it speaks for, in milliseconds. */
  readonly heldMs: number;
  /** `isUsable` of the face. */
  readonly usable: boolean;
  /** Mean eye aspect ratio of both eyes; NaN without a face. */
  readonly openness: number;
  /** Radians, positive where the face turns up or to the image's right; NaN without a face. */
  readonly pitch: number;
  readonly yaw: number;
  /** Whether the eyes look down; null where that was not recorded, or without a face. */
  readonly gazeDown: boolean | null;
  /** In the order of `FACE_MEASURES`; NaN without a face, null in a trace that is older than they are. */
  readonly measures: Float32Array | null;
}

/** Readings of a trace's phase with what the states need beside expression. */
export const stateReadings = (trace: Trace, readings: readonly PhaseReading[]): readonly StateReading[] =>
  readings.map(({ tMs, heldMs, hasFace, usable, measures, row }) => ({
    tMs,
    heldMs,
    usable,
    measures,
    openness: (trace.eyeOpenness[2 * row]! + trace.eyeOpenness[2 * row + 1]!) / 2,
    yaw: trace.pose[3 * row]!,
    pitch: trace.pose[3 * row + 1]!,
    gazeDown: trace.gaze && hasFace ? trace.gaze[2 * row + 1] === 1 : null,
  }));

/** How open the person's eyes are when they are open. */
export interface OpenEyes {
  /** Eye aspect ratio. */
  readonly openness: number;
}

/** No open eye has a lower aspect ratio in the median: with this one they were shut, or not seen. */
export const LEAST_OPEN = 0.14;

/** The open eyes of a baseline, or, where it has too few readings, of the recall; null where neither shows them. */
export function openEyes(atRest: readonly StateReading[], recall: readonly StateReading[]): OpenEyes | null {
  const own = opennessOf(atRest);
  const from = own.length >= MIN_BASELINE_READINGS ? own : opennessOf(recall);
  if (from.length < MIN_BASELINE_READINGS) return null;
  const openness = median(from);
  return openness >= LEAST_OPEN ? { openness } : null;
}

const opennessOf = (readings: readonly StateReading[]): number[] =>
  readings.flatMap(({ usable, openness }) => (usable && openness > 0 ? [openness] : []));

/** Usable time in milliseconds. */
export const seenMs = (readings: readonly StateReading[]): number =>
  readings.reduce((sum, { usable, heldMs }) => sum + (usable ? heldMs : 0), 0);
