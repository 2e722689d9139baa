import { EXPRESSIONS } from '../../domain/face/expression';
import { type FaceReading, type FrameReading, PRESENCE_THRESHOLD } from '../../domain/face/face-reading';
import { TRACE_READINGS_PER_SECOND, type Trace, type TraceSegment } from '../../domain/face/trace';

/** A finished recording: the trace, and what the summary has to know that the trace does not keep. */
export interface Recording {
  readonly trace: Trace;
  /** Readings of the recall with a face in which the detector had seen more than one / those with a face; 0 without any. */
  readonly severalFacesShare: number;
}

const BUCKET_MS = 1000 / TRACE_READINGS_PER_SECOND;

interface Row {
  readonly tMs: number;
  readonly presence: number;
  readonly face: FaceReading | null;
  readonly facesSeen: number;
}

/**
 * Collects the readings of one session in trace time (see `TraceSegment`) and turns them into columns. Keeps the first
 * reading of each bucket of 1 / `TRACE_READINGS_PER_SECOND` seconds, and none outside an open segment.
 */
export class TraceRecorder {
  #rows: Row[] = [];
  #segments: TraceSegment[] = [];
  #open: { readonly phase: TraceSegment['phase']; readonly startMs: number } | null = null;

  constructor(private readonly entryId: string) {}

  /** Whether readings of a recall were or are being collected. */
  get hasRecall(): boolean {
    return this.#open?.phase === 'recall' || this.#segments.some((segment) => segment.phase === 'recall');
  }

  /** Where the last segment ended: where the next one begins. */
  get endMs(): number {
    return this.#segments.at(-1)?.endMs ?? 0;
  }

  /** Opens a segment where the last one ended. Does nothing while one is open. */
  begin(phase: TraceSegment['phase']): void {
    this.#open ??= { phase, startMs: this.endMs };
  }

  /** Adds what one frame gave, `elapsedMs` after the open segment began. */
  add(reading: FrameReading, elapsedMs: number): void {
    if (!this.#open || !(elapsedMs >= 0)) return;
    const tMs = this.#open.startMs + elapsedMs;
    const last = this.#rows.at(-1);
    if (last && bucketOf(last.tMs) >= bucketOf(tMs)) return;
    this.#rows.push(rowOf(reading, tMs));
  }

  /** Closes the open segment `elapsedMs` after it began; later readings in it are dropped. */
  end(elapsedMs: number): void {
    if (!this.#open) return;
    const { phase, startMs } = this.#open;
    const endMs = startMs + Math.max(0, elapsedMs);
    this.#open = null;
    this.#rows = this.#rows.filter((row) => row.tMs <= endMs);
    if (endMs > startMs) this.#segments.push({ phase, startMs, endMs });
  }

  /** Forgets everything: before a baseline is taken again, and when a session is withdrawn. */
  clear(): void {
    this.#rows = [];
    this.#segments = [];
    this.#open = null;
  }

  /** The trace so far; an open segment is not in it, `end` it first. */
  finish(): Recording {
    const endMs = this.endMs;
    const rows = this.#rows.filter((row) => row.tMs <= endMs);
    return {
      trace: traceOf(this.entryId, this.#segments, rows),
      severalFacesShare: severalShare(rows, this.#segments),
    };
  }
}

const bucketOf = (tMs: number): number => Math.floor(tMs / BUCKET_MS);

const rowOf = (reading: FrameReading, tMs: number): Row => {
  const { presence, facesSeen } = reading.face ?? reading;
  return { tMs, presence, facesSeen, face: presence >= PRESENCE_THRESHOLD ? reading.face : null };
};

function severalShare(rows: readonly Row[], segments: readonly TraceSegment[]): number {
  const startMs = segments.find((segment) => segment.phase === 'recall')?.startMs ?? Number.POSITIVE_INFINITY;
  const faces = rows.filter((row) => row.face && row.tMs >= startMs);
  return faces.length === 0 ? 0 : faces.filter((row) => row.facesSeen > 1).length / faces.length;
}

function traceOf(entryId: string, segments: readonly TraceSegment[], rows: readonly Row[]): Trace {
  const n = rows.length;
  const columns = {
    tMs: Float64Array.from(rows, (row) => row.tMs),
    presence: Float32Array.from(rows, (row) => row.presence),
    expression: new Float32Array(n * EXPRESSIONS.length).fill(Number.NaN),
    facialValence: new Float32Array(n).fill(Number.NaN),
    pose: new Float32Array(n * 3).fill(Number.NaN),
    eyeOpenness: new Float32Array(n * 2).fill(Number.NaN),
  };
  rows.forEach(({ face }, i) => {
    if (!face) return;
    columns.expression.set(
      EXPRESSIONS.map((name) => face.expression[name]),
      i * EXPRESSIONS.length,
    );
    columns.facialValence[i] = face.facialValence;
    columns.pose.set([face.pose.yaw, face.pose.pitch, face.pose.roll], i * 3);
    columns.eyeOpenness.set([face.eyes.left.openness, face.eyes.right.openness], i * 2);
  });
  return { version: 1, entryId, segments: [...segments], ...columns };
}
