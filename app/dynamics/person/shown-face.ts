import type { ActionUnit } from '../../domain/face/action-unit';
import { EXPRESSIONS, type Expression } from '../../domain/face/expression';
import type { FaceSummary } from '../../domain/face/face-summary';
import { countedUnits, type Misread } from '../../domain/face/misread';

/** What a calibration looks at in the face of a recall: no more than every list of entries carries. */
export interface ShownFace {
  /** Mean facial valence, -1..1: the uncalibrated reading. */
  readonly facialValence: number;
  /** Mean scores in the order of `EXPRESSIONS`, 0..1. */
  readonly expression: readonly number[];
  /** The units that were there; null where they could not be read. */
  readonly units: readonly ActionUnit[] | null;
}

/** The same of a whole summary; what the person marked as misread is not there. */
export const shownFace = (
  { facialValence, expression, units }: FaceSummary,
  misread: readonly Misread[] = [],
): ShownFace => ({
  facialValence,
  expression: EXPRESSIONS.map((name) => expression[name]),
  units: units ? countedUnits(units, misread).map(({ unit }) => unit) : null,
});

const score =
  (...names: readonly Expression[]) =>
  ({ expression }: ShownFace): number =>
    names.reduce((sum, name) => sum + expression[EXPRESSIONS.indexOf(name)]!, 0);

/** 1 where the unit was there, -1 where it was not, 0 where that is not known. */
const present =
  (unit: ActionUnit) =>
  ({ units }: ShownFace): number => {
    if (units === null) return 0;
    return units.includes(unit) ? 1 : -1;
  };

/** One number of a face. */
interface Feature {
  readonly read: (face: ShownFace) => number;
  /** About how far it goes to either side within a person; what is learnt of it is shrunk by this. Ours. */
  readonly scale: number;
}

/** What the person's own valence is reckoned from: few, because there are few recalls. */
export const FEATURES: Readonly<Record<string, Feature>> = {
  facialValence: { read: ({ facialValence }) => facialValence, scale: 0.25 },
  sadness: { read: score('sadness'), scale: 0.2 },
  hostile: { read: score('anger', 'disgust', 'contempt'), scale: 0.2 },
  smile: { read: present('AU12'), scale: 1 },
  frown: { read: present('AU4'), scale: 1 },
  cornersDown: { read: present('AU15'), scale: 1 },
};

/** The features of a face over their scales, in the order of `FEATURES`. */
export const featuresOf = (face: ShownFace): readonly number[] =>
  Object.values(FEATURES).map(({ read, scale }) => read(face) / scale);
