import { numbersOf } from '../../base/numbers-of';
import { DAY_MS } from '../../base/time';
import { blandAltman, type MethodDifference } from '../../statistics/compare/bland-altman';
import { type CalibrationBin, calibrationCurve } from '../../statistics/compare/calibration-curve';
import { meanHalfWidth } from '../../statistics/mean-interval';
import { isKnown, type Needs } from '../../statistics/needs';
import type { Numbers } from '../../statistics/numbers';
import { presentOf } from '../../statistics/present';
import { robustSlope, type Slope } from '../../statistics/trend/robust-slope';

/** Both -1..1, NaN where missing, beside the clock on the wall, in order of time. */
export interface RatedFaces {
  readonly wallMs: Numbers;
  readonly valence: Numbers;
  readonly face: Numbers;
}

export interface FaceDifference {
  /** Of the face minus the rating. */
  readonly difference: MethodDifference;
  /** What that difference changes by in a year. */
  readonly driftPerYear: Slope;
}

const YEAR_MS = 365.25 * DAY_MS;

/**
 * How far the face lies above or below what the person said, and whether that drifts: mean and limits of agreement (Bland & Altman 1986,
 * Lancet 327:307) and the slope of the difference over time. The interval of the mean allows for days that resemble their neighbours wherever
 * that can be told, see `meanHalfWidth`.
 *
 * @example faceDifference({ wallMs: [0, 1], valence: [0.5, 0.5], face: [0.1, 0.1] }) // { needs: 8 }
 */
export function faceDifference({ wallMs, valence, face }: RatedFaces): FaceDifference | Needs {
  const difference = blandAltman(face, valence);
  const apart = numbersOf(face, (value, row) => value - valence[row]!);
  const halfWidth = meanHalfWidth(presentOf(apart));
  const years = numbersOf(wallMs, (ms) => (ms - wallMs[0]!) / YEAR_MS);
  const driftPerYear = robustSlope(years, apart);
  if (!isKnown(difference)) return difference;
  if (!isKnown(driftPerYear)) return driftPerYear;
  const { mean } = difference;
  const interval = halfWidth === null ? {} : { low: mean - halfWidth, high: mean + halfWidth };
  return { difference: { ...difference, ...interval }, driftPerYear };
}

/** Bins of the curve: with five there is a middle one. Ours. */
export const CALIBRATION_BINS = 5;

/**
 * What the person said on average where their face was read as this: in five bins of the face with as many recalls each, see
 * `calibrationCurve`. A face that tells the rating would lie on the diagonal.
 *
 * @example faceCalibration({ wallMs: [0], valence: [0.5], face: [0.1] }) // { needs: 24 }
 */
export const faceCalibration = ({ valence, face }: RatedFaces): readonly CalibrationBin[] | Needs =>
  calibrationCurve(face, valence, CALIBRATION_BINS);
