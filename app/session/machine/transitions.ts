import type { RecallMode } from '../../domain/entry/recall-mode';
import type { FailureCode } from '../../domain/failure/failure';
import type { CameraState, Step } from './snapshot';

/** What decides where a session can go; everything else it holds only comes along. */
export interface SessionState {
  readonly step: Step;
  /** `paused`: closed for now, and opened again by itself when a step needs it. */
  readonly camera: CameraState;
  readonly failure: FailureCode | null;
  readonly paused: boolean;
  /** The person needed to stop; it stands still until they say what becomes of it. */
  readonly stopping: boolean;
  /** Only a memory that is told aloud has the step *talking*. */
  readonly mode: RecallMode;
  /** The memory is chosen, and its recall waits for the camera alone: it was gone on with in *choose*, where a killed tab left it. */
  readonly chosen: boolean;
  /** While the entry is written, or what was withdrawn is erased. */
  readonly saving: boolean;
}

/** Everything that can happen to a session: what the person does, what time does, and what goes wrong. */
export type SessionEvent =
  | { readonly type: 'agree'; readonly face: boolean }
  | { readonly type: 'ask-consent' }
  | { readonly type: 'face-withdrawn' }
  | { readonly type: 'open-camera' }
  | { readonly type: 'camera-on' }
  | { readonly type: 'camera-failed'; readonly code: FailureCode }
  | { readonly type: 'without-camera' }
  | { readonly type: 'relive'; readonly mode: RecallMode }
  | { readonly type: 'ready' }
  | { readonly type: 'choose' }
  | { readonly type: 'finish-step' }
  | { readonly type: 'pause' }
  | { readonly type: 'hidden' }
  | { readonly type: 'stop' }
  | { readonly type: 'rate-alone' }
  | { readonly type: 'resume' }
  | { readonly type: 'finish-report' }
  | { readonly type: 'draft-failed'; readonly code: FailureCode }
  | { readonly type: 'draft-kept' }
  | { readonly type: 'back' }
  | { readonly type: 'keep' }
  | { readonly type: 'keep-failed'; readonly code: FailureCode }
  | { readonly type: 'kept' }
  | { readonly type: 'withdraw' }
  | { readonly type: 'erased' }
  | { readonly type: 'erase-failed'; readonly code: FailureCode };

type EventOf<T extends SessionEvent['type']> = Extract<SessionEvent, { type: T }>;

/** `face`: whether the person lets their face be read; null if they have to be asked. */
export const startState = (face: boolean | null, mode: RecallMode): SessionState => ({
  step: face === null ? 'consent' : 'prepare',
  camera: face === false ? 'without' : 'asking',
  failure: null,
  paused: false,
  stopping: false,
  mode,
  chosen: false,
  saving: false,
});

/** Steps that end by themselves when their time is up. */
export const isTimed = (state: SessionState): boolean =>
  isBaseline(state) || state.step === 'recall' || state.step === 'rest';
/** The two baselines: with a camera only, and taken again if they are interrupted. */
export const isBaseline = ({ step }: Pick<SessionState, 'step'>): boolean => step === 'baseline' || step === 'talking';
/** Steps in which the face is recorded, as long as the camera is on. */
export const isRecorded = (state: SessionState): boolean => isBaseline(state) || state.step === 'recall';
export const hasEnded = ({ step }: SessionState): boolean => step === 'saved' || step === 'discarded';
/** Whether a camera is, or is about to be, open. */
export const usesCamera = ({ camera }: SessionState): boolean => camera === 'opening' || camera === 'on';
/** Whether the time of a timed step passes: never while the camera it needs is only being opened. */
export const isRunning = (state: SessionState): boolean =>
  isTimed(state) && !state.paused && (state.step === 'rest' || state.camera === 'on' || state.camera === 'without');
export const isRecording = (state: SessionState): boolean =>
  isRecorded(state) && !state.paused && state.camera === 'on';

/** The state after an event; the very same state where the event has no meaning in it. */
export function next(state: SessionState, event: SessionEvent): SessionState {
  if (hasEnded(state) && !isOfErasing(state, event)) return state;
  const change = (CHANGES[event.type] as (state: SessionState, event: SessionEvent) => Change)(state, event);
  return change ? { ...state, ...change } : state;
}

/** A withdrawn session has not quite ended: it still has to hear whether everything was erased, and may have to try again. */
const isOfErasing = ({ step, saving, failure }: SessionState, { type }: SessionEvent): boolean =>
  step === 'discarded' &&
  (saving ? type === 'erased' || type === 'erase-failed' : failure !== null && type === 'withdraw');

/** What an event changes, or null where it has no meaning. */
type Change = Partial<SessionState> | null;

const CALM = { failure: null, paused: false, stopping: false } as const;

/** Closes an open camera for now; one the person goes without stays away. */
const closed = ({ camera }: SessionState): CameraState => (camera === 'without' ? 'without' : 'paused');
/** Opens a camera that was closed for now. */
const reopened = ({ camera }: SessionState): CameraState => (camera === 'without' ? 'without' : 'opening');
/** Leaves one that is open, or being opened, as it is. */
const stillOpen = (state: SessionState): CameraState => (usesCamera(state) ? state.camera : reopened(state));

const CHANGES: { [T in SessionEvent['type']]: (state: SessionState, event: EventOf<T>) => Change } = {
  agree: (state, { face }) => {
    if (state.step !== 'consent') return null;
    return face ? { step: 'prepare' } : afterBaseline(state, 'without');
  },
  'ask-consent': ({ step }) => (step === 'prepare' ? { ...CALM, step: 'consent', camera: 'asking' } : null),
  'face-withdrawn': faceWithdrawn,
  'open-camera': (state) =>
    state.step === 'prepare' && !usesCamera(state) ? { camera: 'opening', failure: null } : null,
  'camera-on': ({ camera }) => (camera === 'opening' ? { camera: 'on' } : null),
  'camera-failed': (state, { code }) => cameraFailed(state, code),
  'without-camera': withoutCamera,
  relive: ({ step, mode: before }, { mode }) => (step === 'prepare' && mode !== before ? { mode } : null),
  ready,
  choose,
  'finish-step': finishStep,
  pause: (state) => (isTimed(state) && !state.paused ? { paused: true, camera: closed(state) } : null),
  hidden,
  stop: (state) =>
    state.step === 'recall' && !state.stopping
      ? { failure: null, paused: true, stopping: true, camera: closed(state) }
      : null,
  'rate-alone': ({ stopping }) => (stopping ? { ...CALM, step: 'report', camera: 'without' } : null),
  resume,
  'finish-report': ({ step }) => (step === 'report' ? { step: 'review', failure: null } : null),
  'draft-failed': ({ step }, { code }) => (step === 'report' ? { failure: code } : null),
  'draft-kept': ({ step, failure }) => (step === 'report' && failure ? { failure: null } : null),
  back: ({ step, saving }) => (step === 'review' && !saving ? { step: 'report', failure: null } : null),
  keep: ({ step, saving }) => (step === 'review' && !saving ? { saving: true, failure: null } : null),
  'keep-failed': ({ saving }, { code }) => (saving ? { saving: false, failure: code } : null),
  kept: ({ saving }) => (saving ? { step: 'saved', saving: false } : null),
  withdraw: () => ({ ...CALM, chosen: false, step: 'discarded', camera: 'without', saving: true }),
  erased: ({ step }) => (step === 'discarded' ? { saving: false } : null),
  'erase-failed': ({ step }, { code }) => (step === 'discarded' ? { saving: false, failure: code } : null),
};

/** What comes after the baseline, and where there is to be none. */
const afterBaseline = ({ chosen }: SessionState, camera: CameraState): Change => ({
  ...CALM,
  step: chosen ? 'recall' : 'choose',
  chosen: false,
  camera,
});

/** Where the camera was not asked for yet, there is no baseline: it comes first. */
function choose(state: SessionState): Change {
  if (state.step !== 'choose') return null;
  if (state.camera === 'asking') return { ...CALM, step: 'prepare', chosen: true };
  return { ...CALM, step: 'recall', camera: reopened(state) };
}

/** Time stands still until the person decides; before anything was recorded, they are simply asked again. */
function cameraFailed(state: SessionState, code: FailureCode): Change {
  if (!usesCamera(state)) return null;
  if (isRecorded(state)) return { camera: 'paused', paused: true, failure: code };
  return { camera: 'asking', failure: code };
}

function withoutCamera(state: SessionState): Change {
  // Somebody who needed to stop isn’t sent on by this.
  if (state.stopping) return null;
  if (state.camera === 'without') return state.step === 'recall' && state.paused ? CALM : null;
  // Without a camera there is nothing to prepare.
  if (isBaseline(state) || state.step === 'prepare') return afterBaseline(state, 'without');
  return state.step === 'choose' || state.step === 'recall' ? { ...CALM, camera: 'without' } : null;
}

/** From here on there is no camera. A baseline has nothing left to be compared with. */
function faceWithdrawn(state: SessionState): Change {
  const { step, camera } = state;
  if (step === 'consent' || camera === 'without') return null;
  if (step === 'prepare' || isBaseline(state)) return afterBaseline(state, 'without');
  // In *report* and *review* a failure is of the journal, and stays.
  return step === 'report' || step === 'review' ? { camera: 'without' } : { failure: null, camera: 'without' };
}

function ready(state: SessionState): Change {
  if (state.step !== 'prepare') return null;
  if (state.camera === 'on') return { ...CALM, step: 'baseline' };
  return state.camera === 'without' ? afterBaseline(state, 'without') : null;
}

function finishStep(state: SessionState): Change {
  if (state.step === 'baseline' && state.mode === 'aloud')
    return { ...CALM, step: 'talking', camera: stillOpen(state) };
  if (isBaseline(state)) return afterBaseline(state, state.chosen ? stillOpen(state) : closed(state));
  if (state.step === 'recall') return { ...CALM, step: 'rest', camera: closed(state) };
  return state.step === 'rest' ? { ...CALM, step: 'report' } : null;
}

/**
 * Nobody is watched unseen: with the page hidden the camera is closed. A download goes on, since it takes the longest and
 * reads nobody; the camera that opens meanwhile is closed when it is there (the session tells `hidden` again).
 */
function hidden(state: SessionState): Change {
  if (state.step === 'prepare' && state.camera === 'on') return { camera: 'paused', failure: 'page-hidden' };
  if (!isRecorded(state) || state.paused) return null;
  return { paused: true, failure: 'page-hidden', camera: closed(state) };
}

function resume(state: SessionState): Change {
  if (state.step === 'prepare') return state.failure ? { camera: 'opening', failure: null } : null;
  if (isRecorded(state) && state.paused) return { ...CALM, camera: reopened(state) };
  return isTimed(state) && state.paused ? CALM : null;
}
