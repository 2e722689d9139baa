import type { Clock } from '../base/clock';
import type { FramingGuide } from '../capture/framing';
import type { Bell, Camera, Visibility, WakeLock } from '../capture/types';
import type { Trace } from '../domain/face/trace';
import type { Cue, Memory } from '../domain/memory/memory';
import type { Settings } from '../domain/settings/settings';
import type { readRecording } from '../dynamics/read-recording';
import type { TraceRecorder } from '../dynamics/recording/trace-recorder';
import type { Journal } from '../journal/journal';
import type { SessionTiming } from '../recall/timing/timing';
import type { FaceReader } from '../vision/reader';
import type { Timers } from './machine/timers';

/** What is known of the face at rest, once the reader is open. See: [Note: Their own neutral] */
export interface KnownRest {
  /** It has been seen often enough for a short baseline. */
  readonly isKnown: boolean;
  /** Whether the face of a baseline looks different today, or can't be told. */
  looksUnlike(baseline: Trace): boolean;
}

/** What a session works with: instances, handed in by the composition root. */
export interface SessionPorts {
  readonly camera: Camera;
  readonly wakeLock: WakeLock;
  readonly bell: Bell;
  readonly visibility: Visibility;
  readonly reader: FaceReader;
  readonly journal: Journal;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly newId: () => string;
  readonly newRecorder: (entryId: string) => TraceRecorder;
  readonly newFramingGuide: () => FramingGuide;
  /** Called only with what an open reader has read. */
  readonly readRecording: typeof readRecording;
  readonly knownRest: KnownRest;
}

/** A memory that was relived before. */
export interface Again {
  /** Of the recall it was first relived in. */
  readonly firstId: string;
  /** What was said of it then, as far as it still holds. */
  readonly memory: Memory;
}

/** What one session is about. */
export interface SessionOptions {
  readonly cue: Cue | null;
  /** The recall whose memory is relived again; null for another memory. */
  readonly again?: Again | null;
  readonly settings: Settings;
  /** Version of the consent text that is shown now: who agreed to another one is asked again. */
  readonly consentVersion: number;
  readonly timing: SessionTiming;
  readonly appVersion: string;
}
