import { clamp } from '../../base/clamp';
import { FACE_MEASURES } from '../../domain/face/face-measures';
import { faceOfRow, phaseRows } from '../../domain/face/phase-rows';
import type { Trace } from '../../domain/face/trace';
import { median } from '../../statistics/median';

/** Longest pause between two readings that a movement is drawn across, in milliseconds. */
export const LONGEST_STEP_MS = 500;
/** Readings this near to a moment, in milliseconds, are drawn as one: the mesh trembles more than a face does. */
export const SMOOTHING_MS = 150;

/** One reading of the recall, as it is drawn. */
interface MotionRow {
  readonly tMs: number;
  readonly readable: boolean;
  readonly measures: Float32Array;
  /** Clockwise in the picture, in radians. */
  readonly roll: number;
}

/** A face to draw: `measures` in the order of `FACE_MEASURES`, in canonical centimetres. */
export interface DrawnFace {
  readonly measures: readonly number[];
  readonly roll: number;
}

/** The face of a recall at any moment, from a trace that has measures. */
export class MotionRows {
  readonly #rows: readonly MotionRow[];
  /** How the person's face measures at rest: the median of the baseline, or of the recall where there was none. */
  readonly rest: readonly number[];

  constructor(trace: Trace) {
    this.#rows = rowsOf(trace, 'recall');
    const atRest = rowsOf(trace, 'baseline').filter(({ readable }) => readable);
    const from = atRest.length > 0 ? atRest : this.#rows.filter(({ readable }) => readable);
    this.rest = FACE_MEASURES.map((_, at) => median(from.map(({ measures }) => measures[at]!)));
  }

  /** Whether there is anything to draw. */
  get isEmpty(): boolean {
    return !this.#rows.some(({ readable }) => readable);
  }

  /** The face `atMs` into the recall; null where it was not readable. */
  at(atMs: number): DrawnFace | null {
    const near = this.#rows.filter(({ tMs, readable }) => readable && Math.abs(tMs - atMs) <= LONGEST_STEP_MS / 2);
    if (near.length === 0) return null;
    const weights = near.map(({ tMs }) => Math.max(0, 1 - Math.abs(tMs - atMs) / (2 * SMOOTHING_MS)) + 1e-6);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const mean = (of: (row: MotionRow) => number): number =>
      near.reduce((sum, row, at) => sum + of(row) * weights[at]!, 0) / total;
    return {
      measures: this.rest.map((_, at) => mean(({ measures }) => measures[at]!)),
      roll: mean(({ roll }) => roll),
    };
  }

  /** The stretches of a recall of `durationMs` in which the face was not readable, in milliseconds. */
  unreadable(durationMs: number): readonly (readonly [from: number, to: number])[] {
    const gaps: [number, number][] = [];
    let untilMs = 0;
    for (const { tMs } of this.#rows.filter(({ readable }) => readable)) {
      if (tMs - untilMs > 2 * LONGEST_STEP_MS) gaps.push([untilMs, tMs]);
      untilMs = tMs;
    }
    if (durationMs - untilMs > 2 * LONGEST_STEP_MS) gaps.push([untilMs, durationMs]);
    return gaps.map(([from, to]) => [clamp(from, 0, durationMs), clamp(to, 0, durationMs)] as const);
  }
}

const rowsOf = (trace: Trace, phase: 'baseline' | 'recall'): MotionRow[] =>
  phaseRows(trace, phase).flatMap(({ segment, beforeMs, rows }) =>
    rows.flatMap((row) => {
      const { usable, measures } = faceOfRow(trace, row);
      if (!measures) return [];
      const tMs = trace.tMs[row]! - segment.startMs + beforeMs;
      return [{ tMs, readable: usable, measures, roll: trace.pose[3 * row + 2]! }];
    }),
  );
