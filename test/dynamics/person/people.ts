import { calibrate, MOST_RECALLS, type RatedFace } from '../../../app/dynamics/person/calibration';
import { type ShownFace, shownFace } from '../../../app/dynamics/person/shown-face';
import { NOTHING } from '../../../app/insights/sample/truths';
import { isKnown } from '../../../app/statistics/needs';
import { madeJournal, TWO_YEARS } from '../../insights/truths/journals';

/** How much higher or lower than it is a person's face reads, every other person the other way. Ours: a stern or a smiling face at rest. */
export const BIAS = 0.25;
/** How rating and face go together. */
export const RELATIONS = [0, 0.3, 0.45, 0.6] as const;
/** After how many recalls the calibrated reading should be closer to the ratings to come than the uncalibrated one. */
export const STATED = 40;
/** Up to how many a person without any relation must not have it switched on. */
export const LONG = 100;
/** The rated recalls of a made-up person, oldest first. Ratings are as spread and as sluggish as in the diaries that `Truths` names. */
export function personOf(seed: number, relation: number): readonly RatedFace[] {
  const bias = seed % 2 === 0 ? BIAS : -BIAS;
  const made = madeJournal(seed, TWO_YEARS, { ...NOTHING, inertia: 0.4, cue: 0.2, relation });
  return made.flatMap(({ entry }) => {
    if (entry.kind !== 'recall' || !entry.face.summary || !entry.report.valence || entry.faceDisputed) return [];
    const face = shownFace(entry.face.summary);
    return [{ face: { ...face, facialValence: face.facialValence + bias }, valence: entry.report.valence.value }];
  });
}

export interface After {
  /** It is closer to the ratings to come than the uncalibrated reading. */
  readonly isCloser: boolean;
  /** It would be used. */
  readonly isOn: boolean;
}

/** How the reading of this person is once `recalls` of theirs were learnt from. */
export function afterRecalls(person: readonly RatedFace[], recalls: number): After {
  const calibration = calibrate(person.slice(0, recalls));
  if (!isKnown(calibration)) return { isCloser: false, isOn: false };
  const later = person.slice(MOST_RECALLS);
  const off = (read: (face: ShownFace) => number): number =>
    later.reduce((sum, { face, valence }) => sum + Math.abs(read(face) - valence), 0);
  return {
    isCloser: off((face) => calibration.read(face).valence) < off(({ facialValence }) => facialValence),
    isOn: calibration.isBetter,
  };
}

/** Whether it was ever switched on, after any number of recalls up to `most`. */
export const everOn = (person: readonly RatedFace[], most: number): boolean =>
  Array.from({ length: most }, (_, at) => at + 1).some((recalls) => {
    const calibration = calibrate(person.slice(0, recalls));
    return isKnown(calibration) && calibration.isBetter;
  });
