import type { UnitEvent } from '../../app/domain/face/action-unit';
import { type FaceStates, STATES, type StateName, type StateStretch } from '../../app/domain/face/face-states';
import { findBlinks, whereUsable } from '../../app/dynamics/states/blinks';
import { findStates } from '../../app/dynamics/states/find-states';
import { openEyes, type StateReading } from '../../app/dynamics/states/state-readings';
import { LONGEST_HOLD_MS } from '../../app/dynamics/summary/phase-readings';
import { readingsOf } from './frame-readings';
import type { FrameResult } from './frame-result';

/** Whether each state was there in a frame; null where it could not be told. */
export type StatesOfFrame = Readonly<Record<StateName | 'blink', boolean | null>>;

export interface StatesOfFile {
  readonly summary: FaceStates;
  readonly frames: readonly StatesOfFrame[];
}

/**
 * The states of a file against the frames of its baseline, of which there may be none. All frames are read, not only as many as a trace keeps, so
 * that a blink between two of a trace's is seen.
 */
export function statesOf(
  atRest: readonly FrameResult[],
  frames: readonly FrameResult[],
  units: readonly UnitEvent[],
): StatesOfFile {
  const [rest, readings] = [stateReadingsOf(atRest), stateReadingsOf(frames)];
  const summary = findStates(rest, readings, units);
  const eyes = openEyes(rest, readings);
  const stretches = { ...summary.stretches, blink: eyes && findBlinks(whereUsable(readings), eyes) };
  return { summary, frames: frames.map(({ tMs }) => stateAt(stretches, tMs)) };
}

function stateAt(stretches: Readonly<Record<string, readonly StateStretch[] | null>>, tMs: number): StatesOfFrame {
  const at = (name: string): boolean | null =>
    stretches[name]?.some(({ onsetMs, offsetMs }) => onsetMs <= tMs && tMs <= offsetMs) ?? null;
  return Object.fromEntries([...STATES, 'blink'].map((name) => [name, at(name)])) as StatesOfFrame;
}

/** The readings of a clip's frames. */
export const stateReadingsOf = (frames: readonly FrameResult[]): StateReading[] =>
  readingsOf(frames).map((reading, at) => {
    const { eyesOpen, gaze } = frames[at]!;
    const nextMs = frames[at + 1]?.tMs ?? reading.tMs;
    return {
      ...reading,
      heldMs: Math.min(LONGEST_HOLD_MS, nextMs - reading.tMs),
      openness: eyesOpen ? (eyesOpen.left + eyesOpen.right) / 2 : Number.NaN,
      gazeDown: gaze === null ? null : gaze === 'down',
    };
  });
