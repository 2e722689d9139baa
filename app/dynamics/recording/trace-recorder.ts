import type { NumberArray } from '../../base/number-arrays';
import { type FaceReading, type FrameReading, PRESENCE_THRESHOLD } from '../../domain/face/face-reading';
import {
  emptyColumn,
  latestVersion,
  TRACE_READINGS_PER_SECOND,
  type Trace,
  type TraceSegment,
  traceOf,
} from '../../domain/face/trace';
import {
  type RecordedFrame,
  TRACE_COLUMNS,
  type TraceColumn,
  type TraceColumns,
} from '../../domain/face/trace-columns';

/** A finished recording: the trace, and what the summary has to know that the trace does not keep. */
export interface Recording {
  readonly trace: Trace;
  /** Readings of the recall with a face while there was more than one that is not far behind / those with a face; 0 without any. */
  readonly severalFacesShare: number;
}

const BUCKET_MS = 1000 / TRACE_READINGS_PER_SECOND;

interface Row extends RecordedFrame {
  /** Null without a face, and where it is doubtful what a face says: the trace has no column to say that it is. */
  readonly face: FaceReading | null;
  readonly facesNear: number;
}

/**
 * Collects the readings of one session in trace time (see `TraceSegment`) and turns them into columns. Keeps the first
 * reading of each bucket of 1 / `TRACE_READINGS_PER_SECOND` seconds, and none outside an open segment.
 */
export class TraceRecorder {
  #rows: Row[] = [];
  #segments: TraceSegment[] = [];
  #open: { readonly phase: TraceSegment['phase']; readonly startMs: number } | null = null;

  constructor(
    private readonly entryId: string,
    private readonly columns: TraceColumns = TRACE_COLUMNS,
  ) {}

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

  /** Whether a reading of a frame that was taken `elapsedMs` after the open segment began would be kept. */
  wants(elapsedMs: number): boolean {
    if (!this.#open || !(elapsedMs >= 0)) return false;
    const last = this.#rows.at(-1);
    return !last || bucketOf(last.tMs) < bucketOf(this.#open.startMs + elapsedMs);
  }

  /** Adds what one frame gave, `elapsedMs` after the open segment began, if it is wanted. */
  add(reading: FrameReading, elapsedMs: number): void {
    if (this.#open && this.wants(elapsedMs)) this.#rows.push(rowOf(reading, this.#open.startMs + elapsedMs));
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

  /** Forgets what was recorded of a phase, and all that came after it: it was interrupted, and is taken from its beginning. */
  takeAgain(phase: TraceSegment['phase']): void {
    const at = this.#segments.findIndex((segment) => segment.phase === phase);
    if (at < 0) return;
    const { startMs } = this.#segments[at]!;
    this.#segments = this.#segments.slice(0, at);
    this.#rows = this.#rows.filter(({ tMs }) => tMs < startMs);
  }

  /** Forgets everything: when a session is withdrawn. */
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
      trace: this.#traceOf(rows),
      severalFacesShare: severalShare(rows, this.#segments),
    };
  }

  /** The trace up to now, `elapsedMs` after the open segment began, which stays open. */
  soFar(elapsedMs: number): Trace {
    const open = this.#open ? [{ ...this.#open, endMs: this.#open.startMs + elapsedMs }] : [];
    return this.#traceOf(this.#rows, [...this.#segments, ...open]);
  }

  #traceOf(rows: readonly Row[], segments: readonly TraceSegment[] = this.#segments): Trace {
    const arrays = Object.entries(this.columns).map(([name, column]) => [name, filled(column, rows)] as const);
    const head = { version: latestVersion(this.columns), entryId: this.entryId, segments: [...segments] };
    return traceOf(head, arrays);
  }
}

const bucketOf = (tMs: number): number => Math.floor(tMs / BUCKET_MS);

const rowOf = (reading: FrameReading, tMs: number): Row => {
  const { presence, facesSeen } = reading.face ?? reading;
  const facesNear = facesSeen - (reading.face?.facesBehind ?? 0);
  const isReadable = presence >= PRESENCE_THRESHOLD && reading.face?.doubt === null;
  return { tMs, presence, facesNear, face: isReadable ? reading.face : null };
};

function severalShare(rows: readonly Row[], segments: readonly TraceSegment[]): number {
  const startMs = segments.find((segment) => segment.phase === 'recall')?.startMs ?? Number.POSITIVE_INFINITY;
  const faces = rows.filter((row) => row.presence >= PRESENCE_THRESHOLD && row.tMs >= startMs);
  return faces.length === 0 ? 0 : faces.filter((row) => row.facesNear > 1).length / faces.length;
}

function filled(column: TraceColumn, rows: readonly Row[]): NumberArray {
  const numbers = emptyColumn(column, rows.length);
  if (column.of === 'recording') return numbers;
  rows.forEach((row, at) => {
    const read = column.of === 'frame' ? column.read(row) : row.face && column.read(row.face);
    if (read) numbers.set(read, at * column.numbers.length);
  });
  return numbers;
}
