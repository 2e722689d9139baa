/**
 * A stretch of the trace in one phase of the session, in trace time: milliseconds of recording since the baseline began.
 * Choosing the memory and pauses take no trace time, so the segments follow each other without a gap; a recall that was
 * paused has two segments or more, and every new one begins where something interrupted it.
 */
export interface TraceSegment {
  readonly phase: 'baseline' | 'recall';
  readonly startMs: number;
  readonly endMs: number;
}

/** At most this many readings a second are kept: expressions last 1-5 s, more would only cost space. */
export const TRACE_READINGS_PER_SECOND = 10;

/**
 * The time series of face readings of one recall session, numbers only, as columns of the same length n.
 * A frame without a face has presence below .5 and NaN in every column that would describe the face.
 */
export interface Trace {
  readonly version: 1;
  readonly entryId: string;
  readonly segments: readonly TraceSegment[];
  /** n, ascending, trace time. */
  readonly tMs: Float64Array;
  /** n, 0..1. */
  readonly presence: Float32Array;
  /** n x 8 row-major, in the order of `EXPRESSIONS`. */
  readonly expression: Float32Array;
  /** n, -1..1. */
  readonly facialValence: Float32Array;
  /** n x 3 row-major: yaw, pitch, roll in radians. */
  readonly pose: Float32Array;
  /** n x 2 row-major: eye aspect ratio of the left and the right eye. */
  readonly eyeOpenness: Float32Array;
}
