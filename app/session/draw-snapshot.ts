import type { FrameReading } from '../domain/face-reading';
import type { Framing } from '../domain/framing';
import type { Cue, Memory } from '../domain/memory';
import type { Report } from '../domain/report';
import type { SessionTiming } from '../recall/timing';
import type { Progress } from '../vision/protocol';
import type { FaceResult } from './face-recording';
import type { SessionSnapshot, Step } from './snapshot';
import { isTimed, type SessionState } from './transitions';

/** What a snapshot is drawn from. */
export interface SnapshotParts {
  readonly state: SessionState;
  readonly cue: Cue | null;
  readonly memory: Memory;
  readonly report: Report;
  readonly result: FaceResult | null;
  readonly progress: Progress | null;
  readonly media: MediaStream | null;
  readonly live: { readonly reading: FrameReading; readonly framing: Framing } | null;
  readonly elapsedMs: number;
  readonly durationMs: number;
  readonly entryId: string;
}

/** The length of a timed step in milliseconds; 0 for any other. */
export function lengthOf(step: Step, { baselineMs, recallMs, restMs }: SessionTiming): number {
  if (step === 'baseline') return baselineMs;
  if (step === 'recall') return recallMs;
  return step === 'rest' ? restMs : 0;
}

/** The snapshot of a session. What the camera sees is in it during *prepare* alone: nobody watches themselves remember. */
export function drawSnapshot(parts: SnapshotParts): SessionSnapshot {
  const { state, durationMs } = parts;
  const live = state.step === 'prepare' && state.camera === 'on';
  return {
    ...state,
    cue: parts.cue,
    progress: parts.progress,
    media: live ? parts.media : null,
    reading: live ? (parts.live?.reading ?? null) : null,
    framing: live ? (parts.live?.framing ?? null) : null,
    elapsedMs: isTimed(state) ? Math.min(parts.elapsedMs, durationMs) : 0,
    durationMs,
    memory: parts.memory,
    report: parts.report,
    face: parts.result?.face ?? null,
    trace: parts.result?.trace ?? null,
    entryId: state.step === 'saved' ? parts.entryId : null,
  };
}
