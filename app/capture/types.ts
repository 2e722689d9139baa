import type { Box } from '../domain/face/face-reading';
import type { Failure } from '../domain/failure/failure';
import type { Signal } from '../domain/settings/settings';
import type { Light } from './light';

/** One camera picture with its capture time; never stored. Whoever receives it must close `image`. */
export interface Frame {
  readonly image: VideoFrame | ImageBitmap;
  /** Capture time in milliseconds since the stream's first frame. */
  readonly tMs: number;
}

/** An open camera. */
export interface CameraStream {
  /** For the live preview, in *prepare* only. */
  readonly media: MediaStream;
  /**
   * Calls `onFrame` for each new camera picture once the last call's promise has settled: back-pressure is the pump's,
   * and a frame that comes meanwhile is never made. Returns a function that stops the pump.
   */
  pump(onFrame: (frame: Frame) => Promise<void>): () => void;
  /** The light on a face in `box`, or of the whole picture for null, measured on a 32-pixel thumbnail; null before the first picture. */
  light(box: Box | null): Light | null;
  /** Called once if the camera is taken away (`camera-lost`). */
  onLost(listener: (failure: Failure) => void): void;
  /** Stops every track. Safe to call twice. */
  stop(): void;
}

/**
 * Opens the front camera; rejects with Failure camera-refused, -missing, -busy or -unsupported, or with the signal's reason
 * when it was aborted meanwhile: the tracks that still came are then stopped.
 */
export interface Camera {
  open(signal?: AbortSignal): Promise<CameraStream>;
}

/** Keeps the screen on while a recall runs, where the browser can. */
export interface WakeLock {
  acquire(): Promise<void>;
  release(): Promise<void>;
}

/** Tells somebody whose eyes are closed that the time has begun, and that it is over. */
export interface Bell {
  /** The press that leads to the time: from a later moment on, a browser may let the page make no sound. Never throws. */
  wake(signal: Signal): void;
  /** Never throws: a phone that cannot is silent. */
  ring(moment: 'begin' | 'end', signal: Signal): void;
  /** Lets go of the sound. It can ring again. */
  rest(): void;
}

/** Whether the person can see the page: not while another app, another tab or the lock screen is in front. */
export interface Visibility {
  readonly hidden: boolean;
  /** Calls `listener` after each change, and before the page goes away; returns how to stop. */
  subscribe(listener: (hidden: boolean) => void): () => void;
}
