import type { CalibrationBin } from '../../statistics/compare/calibration-curve';
import { isKnown, type Needs } from '../../statistics/needs';
import { evidenceOfInterval } from '../findings/evidence';
import type { Evidence } from '../findings/pattern';
import type { RatedBook } from '../readers/book';
import { type FaceDifference, faceCalibration, faceDifference } from '../statistics/face-difference';

/** A recall with a rating and a face, each -1..1. */
export interface RatedFace {
  readonly entryId: string;
  readonly wallMs: number;
  readonly valence: number;
  readonly face: number;
}

export interface Apart {
  /** The newest, oldest of them first: what is counted, as long as there are no more than can be listed. */
  readonly pairs: readonly RatedFace[];
  readonly n: number;
  readonly difference: (FaceDifference & { readonly evidence: Evidence }) | Needs;
  readonly calibration: readonly CalibrationBin[] | Needs;
}

/** Most that are listed. */
const MOST_PAIRS = 2_000;

/** How far the face lies from what the person said. */
export function apart(book: RatedBook): Apart {
  const rows = [...book.id.keys()].filter((row) => !Number.isNaN(book.valence[row]!) && !Number.isNaN(book.face[row]!));
  const difference = faceDifference(book);
  return {
    pairs: rows.slice(-MOST_PAIRS).map((row) => ({
      entryId: book.id[row]!,
      wallMs: book.wallMs[row]!,
      valence: book.valence[row]!,
      face: book.face[row]!,
    })),
    n: rows.length,
    difference: isKnown(difference)
      ? { ...difference, evidence: evidenceOfInterval(difference.difference) }
      : difference,
    calibration: faceCalibration(book),
  };
}
