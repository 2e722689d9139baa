/** How the head is turned, in radians; see `HeadPose`. */
export interface HeadTurn {
  readonly yaw: number;
  readonly pitch: number;
}

/** What is needed of a reading: its time, whether it counts, how the head is turned, and the face measures, null in a trace that has none. */
export interface UnitReading extends HeadTurn {
  /** Milliseconds since the recall began. */
  readonly tMs: number;
  readonly usable: boolean;
  readonly measures: Float32Array | null;
}
