import type { Clock } from '../../base/clock';
import type { FrameReading } from '../../domain/face/face-reading';
import type { FaceOutcome } from '../../domain/face/face-summary';
import type { Trace, TracePhase } from '../../domain/face/trace';
import type { readRecording } from '../../dynamics/read-recording';
import type { TraceRecorder } from '../../dynamics/recording/trace-recorder';
import type { ReadBy } from '../../dynamics/summary/summarise-face';

/** The face of a whole session. */
export interface FaceResult {
  readonly face: FaceOutcome;
  /** Null if there is no reading of a recall to keep. */
  readonly trace: Trace | null;
}

const nothing = (reason: 'no-camera' | 'withdrawn'): FaceResult => ({
  face: { summary: null, reason, usableMs: 0, usableShare: 0 },
  trace: null,
});

/** The result before a recall has been relived to its end. */
export const NO_FACE = nothing('no-camera');

/** What is left of a result if the person doesn't let it be kept: where a camera was used, that it was taken back. */
export const withoutReadings = (result: FaceResult): FaceResult =>
  result.face.summary === null && result.face.reason === 'no-camera' ? result : nothing('withdrawn');

/** The recording of one session: puts readings into the time of the trace, and forgets them if the person takes them back. */
export class FaceRecording {
  #startMs = 0;
  #withdrawn = false;

  constructor(
    private readonly clock: Clock,
    private readonly recorder: TraceRecorder,
  ) {}

  /** Begins a stretch of a phase. An interrupted baseline is never continued, but taken again. */
  begin(phase: TracePhase): void {
    if (phase !== 'recall') this.recorder.takeAgain(phase);
    this.recorder.begin(phase);
    this.#startMs = this.clock.monotonicMs();
  }

  /** Whether it would keep the reading of a frame taken at `capturedMs` on the monotonic clock. */
  wants(capturedMs: number): boolean {
    return this.recorder.wants(capturedMs - this.#startMs);
  }

  /** Adds a reading of a frame taken at `capturedMs` on the monotonic clock. */
  add(reading: FrameReading, capturedMs: number): void {
    this.recorder.add(reading, capturedMs - this.#startMs);
  }

  end(): void {
    this.recorder.end(this.clock.monotonicMs() - this.#startMs);
  }

  /** What was recorded up to now. */
  soFar(): Trace {
    return this.recorder.soFar(this.clock.monotonicMs() - this.#startMs);
  }

  /** Erases what was read, because the person switched the camera off. */
  withdraw(): void {
    this.#withdrawn ||= this.recorder.hasRecall;
    this.recorder.clear();
  }

  result(read: typeof readRecording, readBy: ReadBy | null): FaceResult {
    if (this.#withdrawn) return nothing('withdrawn');
    if (!this.recorder.hasRecall || !readBy) return nothing('no-camera');
    const { face, trace } = read(this.recorder.finish(), readBy);
    return { face, trace: trace.tMs.length > 0 ? trace : null };
  }
}
