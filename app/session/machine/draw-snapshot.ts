import type { Cue } from '../../domain/memory/memory';
import type { Permits } from '../../domain/settings/consents';
import type { SessionTiming } from '../../recall/timing/timing';
import type { FaceWitness } from '../face/face-witness';
import type { RecallContent } from '../keeping/recall-content';
import type { SessionSnapshot, Step } from './snapshot';
import { isTimed, type SessionState } from './transitions';

/** What a snapshot is drawn from. */
export interface SnapshotParts {
  readonly state: SessionState;
  readonly cue: Cue | null;
  readonly content: RecallContent;
  readonly face: FaceWitness;
  readonly permits: Permits;
  readonly hidesTime: boolean;
  readonly elapsedMs: number;
  readonly durationMs: number;
}

/** The length of a timed step in milliseconds, 0 for any other; how long a baseline takes the face tells. */
export function lengthOf(step: Exclude<Step, 'baseline'>, { talkingMs, recallMs, restMs }: SessionTiming): number {
  if (step === 'talking') return talkingMs;
  if (step === 'recall') return recallMs;
  return step === 'rest' ? restMs : 0;
}

/** The snapshot of a session. What the camera sees is in it during *prepare* alone: nobody watches themselves remember. */
export function drawSnapshot({
  state,
  cue,
  content,
  face,
  permits,
  hidesTime,
  elapsedMs,
  durationMs,
}: SnapshotParts): SessionSnapshot {
  const live = state.step === 'prepare' && state.camera === 'on';
  return {
    ...state,
    cue,
    progress: face.progress,
    media: live ? face.media : null,
    reading: live ? (face.live?.reading ?? null) : null,
    framing: live ? (face.live?.framing ?? null) : null,
    elapsedMs: isTimed(state) ? Math.min(elapsedMs, durationMs) : 0,
    durationMs,
    looksUnlike: state.step === 'baseline' && face.looksUnlike,
    hidesTime,
    memory: content.memory,
    report: content.report,
    page: content.page,
    face: content.result?.face ?? null,
    trace: content.result?.trace ?? null,
    keepsReadings: permits.readings,
    entryId: state.step === 'saved' ? content.entryId : null,
  };
}
