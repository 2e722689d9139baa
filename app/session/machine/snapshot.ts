import type { RecallMode } from '../../domain/entry/recall-mode';
import type { FrameReading } from '../../domain/face/face-reading';
import type { FaceOutcome } from '../../domain/face/face-summary';
import type { Framing } from '../../domain/face/framing';
import type { Misread } from '../../domain/face/misread';
import type { Trace } from '../../domain/face/trace';
import type { FailureCode } from '../../domain/failure/failure';
import type { Cue, Memory } from '../../domain/memory/memory';
import type { Report } from '../../domain/report/report';
import type { Consents, Permits } from '../../domain/settings/consents';
import type { RecallDraft } from '../../journal/journal';
import type { Progress } from '../../vision/protocol';

/** The steps of a recall session, in order; `saved` and `discarded` are the two ways it ends. */
export const STEPS = [
  'consent',
  'prepare',
  'baseline',
  'talking',
  'choose',
  'recall',
  'rest',
  'report',
  'review',
  'saved',
  'discarded',
] as const;
export type Step = (typeof STEPS)[number];

/**
 * Whether a camera is used: `asking` shows the explanation before the browser's question, `opening` covers permission,
 * download and warm-up, `on` gives readings, `without` is the path the person chose or was left with.
 */
export type CameraState = 'asking' | 'opening' | 'on' | 'paused' | 'without';

/** Everything a screen needs to draw the session; replaced as a whole, never mutated. */
export interface SessionSnapshot {
  readonly step: Step;
  readonly cue: Cue | null;
  readonly camera: CameraState;
  /** What went wrong in this step and waits for retry, the path without a camera, or withdrawal. */
  readonly failure: FailureCode | null;
  /** Download of runtime and models while `camera` is `opening`. */
  readonly progress: Progress | null;
  /** In *prepare* only: live picture, last reading, and what to correct. */
  readonly media: MediaStream | null;
  readonly reading: FrameReading | null;
  readonly framing: Framing | null;
  /** In timed steps (baseline, talking, recall, rest): how far it is. Otherwise 0. */
  readonly elapsedMs: number;
  readonly durationMs: number;
  /** In *baseline*: it takes its usual time, because the face looks different today. */
  readonly looksUnlike: boolean;
  /** A timed step stands still (the person’s wish, page hidden, camera lost) until `resume`. */
  readonly paused: boolean;
  /** In *recall*, while it stands still: the person needed to stop, and says what becomes of it. */
  readonly stopping: boolean;
  readonly mode: RecallMode;
  /** The time that is left isn’t shown. */
  readonly hidesTime: boolean;
  readonly memory: Memory;
  readonly report: Report;
  /** In *choose* and *report*: the page the person is on, by the name its screen gave it; null for the first. */
  readonly page: string | null;
  /** From *report* on. */
  readonly face: FaceOutcome | null;
  readonly trace: Trace | null;
  /** Whether the person lets what was read be kept. If not, face and trace are in no draft and in no entry. */
  readonly keepsReadings: boolean;
  /** While the entry is being written, or what was withdrawn is being erased. */
  readonly saving: boolean;
  /** Id of the saved entry. */
  readonly entryId: string | null;
}

/** One guided recall, as the views use it. Every method is safe in every step: where it has no meaning it does nothing. */
export interface RecallSession {
  readonly snapshot: SessionSnapshot;
  /** Of the entry it is to become. */
  readonly entryId: string;
  /** Saved or discarded. */
  readonly ended: boolean;
  /** What there is of it to go on with; null while nothing of the person's own is in it that its draft of before does not hold. */
  readonly soFar: RecallDraft | null;
  /** Calls `listener` after each change; returns how to stop. */
  subscribe(listener: (snapshot: SessionSnapshot) => void): () => void;
  /** consent -> prepare, or choose without a camera. Records what was said, with the version of the text. */
  agree(said: Permits): void;
  /** Any step: the person has agreed to something elsewhere, or taken it back. That holds at once. */
  respect(consents: Consents): void;
  /** prepare: opens camera, fetches models; or asks for consent first. */
  openCamera(): void;
  /** Any step: goes on without the camera. */
  continueWithoutCamera(): void;
  /** prepare: silent, or told aloud. It is remembered for the next recall. */
  relive(mode: RecallMode): void;
  /** prepare -> baseline (or choose, without a camera). */
  ready(): void;
  /**
   * Until the memory is chosen: asks another question, or with null for the person's own memory. What was answered stays. Any step: says
   * which one it is that was asked, of a draft that names it.
   */
  ask(cue: Cue | null): void;
  /** choose -> recall, or prepare where there is no baseline yet. */
  choose(memory: Memory): void;
  /** Ends a timed step early: what was gathered is kept. */
  finishStep(): void;
  /** Any step: whether the time that is left is hidden. It is remembered for the next recall. */
  hideTime(hides: boolean): void;
  /** Any timed step: stands still at the person's own wish (`paused` without a `failure`), camera off, until `resume`. */
  pause(): void;
  /** recall: it is too much. Stands still with the camera off, until `resume`, `finishStep`, `rateAlone` or `withdraw`. */
  stop(): void;
  /** recall, once stopped -> report. Whatever was read of the face is erased, and none of it was written down before. */
  rateAlone(): void;
  /** Tries again what failed, or goes on after a pause. */
  resume(): void;
  /**
   * choose, report: keeps what is answered, and the page it is answered on, in the draft, so that a killed tab loses nothing. An answer
   * that is undefined is taken back.
   */
  draft(change: { report?: Partial<Report>; memory?: Partial<Memory>; page?: string }): void;
  /** report -> review. */
  finishReport(): void;
  /** review -> report. */
  back(): void;
  /**
   * Any step: has the person's words so far in the draft before the journal is locked or another screen is shown, so that the
   * session can be gone on with. Resolves with whether they are safe there, or there are none.
   */
  settle(): Promise<boolean>;
  /**
   * Any step: where there is nothing of it to go on with, ends it as if it had not begun. The draft it began with, if any, stays: the
   * person only went elsewhere.
   */
  leave(): void;
  /** review -> saved. */
  keep(options: { trace: boolean; faceDisputed: boolean; misread?: readonly Misread[] }): Promise<void>;
  /** Any step: stops the camera, erases everything this session gathered, ends in `discarded`. */
  withdraw(): Promise<void>;
}
