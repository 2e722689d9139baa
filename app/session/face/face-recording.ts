import type { Clock } from '../../base/clock';
import type { FrameReading } from '../../domain/face/face-reading';
import type { FaceOutcome } from '../../domain/face/face-summary';
import type { Trace } from '../../domain/face/trace';
import type { TraceRecorder } from '../../dynamics/recording/trace-recorder';
import type { ReadBy, summariseFace } from '../../dynamics/summary/summarise-face';

/** What the face of a whole session came to. */
export interface FaceResult {
  readonly face: FaceOutcome;
  /** Null where no reading of a recall is left to keep. */
  readonly trace: Trace | null;
}

const nothing = (reason: 'no-camera' | 'withdrawn'): FaceResult => ({
  face: { summary: null, reason, usableMs: 0, usableShare: 0 },
  trace: null,
});

/** Before a recall was relived to its end. */
export const NO_FACE = nothing('no-camera');

/** The recording of one session: puts readings into trace time, and forgets them when the person takes them back. */
export class FaceRecording {
  #startMs = 0;
  #withdrawn = false;

  constructor(
    private readonly clock: Clock,
    private readonly recorder: TraceRecorder,
  ) {}

  /** Begins a stretch of a phase. A baseline is never continued: one that was interrupted is taken again. */
  begin(phase: 'baseline' | 'recall'): void {
    if (phase === 'baseline') this.recorder.clear();
    this.recorder.begin(phase);
    this.#startMs = this.clock.monotonicMs();
  }

  /** Adds a reading of a frame taken at `capturedMs` on the monotonic clock. */
  add(reading: FrameReading, capturedMs: number): void {
    this.recorder.add(reading, capturedMs - this.#startMs);
  }

  end(): void {
    this.recorder.end(this.clock.monotonicMs() - this.#startMs);
  }

  /** The person switched the camera off in mid-recall: what it had read is erased. */
  withdraw(): void {
    this.#withdrawn ||= this.recorder.hasRecall;
    this.recorder.clear();
  }

  result(summarise: typeof summariseFace, readBy: ReadBy | null): FaceResult {
    if (this.#withdrawn) return nothing('withdrawn');
    if (!this.recorder.hasRecall || !readBy) return nothing('no-camera');
    const recording = this.recorder.finish();
    const face = summarise(recording, readBy);
    return { face, trace: recording.trace.tMs.length > 0 ? recording.trace : null };
  }
}
