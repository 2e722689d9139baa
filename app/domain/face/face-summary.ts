import type { UnitEvent } from './action-unit';
import type { Expression, ExpressionScores } from './expression';
import type { FaceStates } from './face-states';
import type { MixedExpression } from './mixed-expression';

/** A stretch in which one expression stood out from the person's own baseline. */
export interface Peak {
  readonly expression: Expression;
  /** Milliseconds since the recall began. */
  readonly onsetMs: number;
  readonly apexMs: number;
  readonly offsetMs: number;
  /** Score at the apex, 0..1. */
  readonly apexScore: number;
}

/** The one moment in a recall where the face changed most, when it clearly changed: of the face, never of the feeling. */
export interface FaceTurn {
  /** Milliseconds since the recall began. */
  readonly atMs: number;
  /** The strongest mean expression before and after; they differ. */
  readonly from: Expression;
  readonly to: Expression;
  /** Mean facial valence before and after, -1..1. */
  readonly fromValence: number;
  readonly toValence: number;
}

/** Usable time a summary takes, in milliseconds: below it the person is told how much is missing. */
export const USABLE_MS_NEEDED = 20_000;

/** Why a recall has no summary: what the person is told instead of a number. */
export const NO_SUMMARY_REASONS = [
  'no-camera',
  'no-face',
  'too-little-usable',
  'too-few-readings',
  'several-faces',
  'withdrawn',
] as const;
export type NoSummaryReason = (typeof NO_SUMMARY_REASONS)[number];

/** What a trace comes to. Means are over usable readings of the recall only. */
export interface FaceSummary {
  /** Mean distribution over expressions, sums to 1. */
  readonly expression: ExpressionScores;
  /** Mean facial valence, -1..1. */
  readonly facialValence: number;
  /** Half width of the 95 % interval of that mean, allowing for autocorrelation; NaN is never stored, null where it cannot be told. */
  readonly facialValenceHalfWidth: number | null;
  /** Mean facial valence of the baseline (where the memory was told aloud, of the one that talked), or null where it had no usable reading. */
  readonly baselineFacialValence: number | null;
  /** Usable readings of the recall / all its readings, 0..1. */
  readonly usableShare: number;
  /** Usable time of the recall in milliseconds. */
  readonly usableMs: number;
  readonly readings: number;
  readonly peaks: readonly Peak[];
  /** Action units by onset. Absent where they could not be read: without a baseline, or before face measures were kept. */
  readonly units?: readonly UnitEvent[];
  /** Two expressions at once, by onset. Absent where it could not be told, as with units. */
  readonly mixed?: readonly MixedExpression[];
  /** Slower than an expression: blinks, closed eyes, yawns ... Absent in entries from before they were told. */
  readonly states?: FaceStates;
  /** Null where the face did not clearly change once. */
  readonly turn: FaceTurn | null;
  /** Length of the recall as it was recorded, pauses left out, in milliseconds. */
  readonly recallMs: number;
  /** Model id and version for each role, as in models.json. */
  readonly models: Readonly<Record<string, string>>;
  readonly backend: string;
}

/** Either a summary or why there is none; a recall without a visible expression is a normal outcome, not one of these. */
export type FaceOutcome =
  | { readonly summary: FaceSummary }
  | {
      readonly summary: null;
      readonly reason: NoSummaryReason;
      readonly usableMs: number;
      readonly usableShare: number;
    };
