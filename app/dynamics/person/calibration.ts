import { clamp } from '../../base/clamp';
import { FEWEST_RECALLS } from '../../domain/face/learnt';
import { studentP, studentQuantile } from '../../statistics/distributions/student-t';
import { mean } from '../../statistics/mean';
import { type Needs, needsMore } from '../../statistics/needs';
import { dot, ridge } from '../../statistics/trend/ridge';
import { FEATURES, featuresOf, type ShownFace } from './shown-face';

/*
 * [Note: Personal calibration]
 *
 * What a face shows goes with what a person says they felt, but with everybody in a way of their own: one hardly smiles, another's
 * face at rest looks stern. From the recalls that a person has rated, a line is fitted from a few numbers of the face to the rating. It
 * begins at the uncalibrated reading and learns only what has to be added to that: the fewer recalls there are, the more of it is
 * left as it was.
 *
 * It counts only where it is better, on recalls it was not fitted to, than three that need no learning: the uncalibrated reading, always
 * saying this person's mean, and saying the mean of their last ratings. Better has to hold against all three at once with
 * a probability of `SURE`.
 *
 * A calibrated reading has seen ratings. So it is never stored, never in a table, and no statistic of how face and rating agree
 * ever sees one: it would find the ratings again that went into it. It is reckoned when it is shown, from the ratings that came
 * before the recall, and there is nothing to be erased beside the entries themselves.
 */

/** A face with the rating that the person gave beside it. */
export interface RatedFace {
  readonly face: ShownFace;
  /** The person's own, -1..1. */
  readonly valence: number;
}

/** How far each way of saying it is from the rating, in the mean, on recalls it was not fitted to: 0..2. */
export interface Errors {
  readonly calibrated: number;
  readonly uncalibrated: number;
  readonly constant: number;
  readonly recent: number;
}

/** A face, as this person's ratings have taught to read it. */
export interface CalibratedValence {
  /** -1..1. */
  readonly valence: number;
  /** Half width of the 95 % interval for the rating of one recall. */
  readonly halfWidth: number;
}

export interface Calibration {
  /** How many recalls it was fitted to. */
  readonly recalls: number;
  readonly errors: Errors;
  /** How probable it is, at the least, that it is better than all three others, 0..1. */
  readonly probability: number;
  /** Whether that is enough: only then is it used. */
  readonly isBetter: boolean;
  /** What it says of another face. */
  read(face: ShownFace): CalibratedValence;
}

/** Only the last so many count: faces, cameras and people change. */
export const MOST_RECALLS = 150;
/** How probably it must be better than all others. */
export const SURE = 0.9;
/** How many ratings make up the recent mean. */
const RECENT = 5;

/** What is known before the first rating, as standard deviations of valence: see the bench of persons in docs/measured.md. Ours. */
const PRIOR = {
  /** Of a rating, for one and the same face: about what diaries show within a person (see `Truths`). */
  noise: 0.33,
  /** Of how much higher or lower a person rates than their face looks. */
  level: 0.3,
  /** Of what one scale of a feature adds. */
  weight: 0.05,
} as const;

const PENALTIES = [
  (PRIOR.noise / PRIOR.level) ** 2,
  ...Object.keys(FEATURES).map(() => (PRIOR.noise / PRIOR.weight) ** 2),
];

const rowOf = (face: ShownFace): readonly number[] => [1, ...featuresOf(face)];

/**
 * What these recalls have taught, or how many are missing. See: [Note: Personal calibration]
 * @param all oldest first, read by one reader against one kind of baseline
 */
export function calibrate(all: readonly RatedFace[]): Calibration | Needs {
  const rated = all.slice(-MOST_RECALLS);
  if (rated.length < FEWEST_RECALLS) return needsMore(rated.length, FEWEST_RECALLS);
  const plain = rated.map(({ face }) => face.facialValence);
  const wanted = rated.map(({ valence }) => valence);
  const rows = rated.map(({ face }) => rowOf(face));
  const { weights, leftOut } = ridge(
    rows,
    wanted.map((value, at) => value - plain[at]!),
    PENALTIES,
  );
  const off = leftOut.map((added, at) => Math.abs(clamp(plain[at]! + added, -1, 1) - wanted[at]!));
  const others = rivals(wanted, plain);
  // By Boole's inequality all three hold at once with at least this.
  const doubt = Object.values(others).reduce((sum, other) => sum + 1 - betterThan(off, other), 0);
  const halfWidth = studentQuantile(0.975, off.length - 1) * Math.sqrt(mean(off.map((value) => value ** 2)));
  return {
    recalls: rated.length,
    errors: {
      calibrated: mean(off),
      uncalibrated: mean(others.uncalibrated),
      constant: mean(others.constant),
      recent: mean(others.recent.filter((value) => value !== null)),
    },
    probability: Math.max(0, 1 - doubt),
    isBetter: 1 - doubt >= SURE,
    read: (face) => ({ valence: clamp(face.facialValence + dot(rowOf(face), weights), -1, 1), halfWidth }),
  };
}

/** How far the others are from each rating; null where one has nothing to say yet. None has seen that rating. */
function rivals(wanted: readonly number[], plain: readonly number[]) {
  const sum = wanted.reduce((all, value) => all + value, 0);
  return {
    uncalibrated: wanted.map((value, at) => Math.abs(value - plain[at]!)),
    constant: wanted.map((value) => Math.abs(value - (sum - value) / (wanted.length - 1))),
    recent: wanted.map((value, at) =>
      at === 0 ? null : Math.abs(value - mean(wanted.slice(Math.max(0, at - RECENT), at))),
    ),
  };
}

/** How probable it is that `off` is smaller in the mean than `other`: Student's t of the paired differences, over a flat prior. */
function betterThan(off: readonly number[], other: readonly (number | null)[]): number {
  const gains = other.flatMap((value, at) => (value === null ? [] : [value - off[at]!]));
  const centre = mean(gains);
  const variance = gains.reduce((all, gain) => all + (gain - centre) ** 2, 0) / (gains.length - 1);
  if (variance === 0) return centre > 0 ? 1 : 0;
  const tail = studentP(centre / Math.sqrt(variance / gains.length), gains.length - 1) / 2;
  return centre > 0 ? 1 - tail : tail;
}
