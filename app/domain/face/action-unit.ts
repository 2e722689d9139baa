/**
 * Action units that are read, by their numbers in the Facial Action Coding System (Ekman, Friesen & Hager 2002). A plus or slash joins
 * those that the mesh cannot tell apart.
 */
export const ACTION_UNITS = [
  'AU1',
  'AU2',
  'AU4',
  'AU5',
  'AU6',
  'AU7',
  'AU9',
  'AU12',
  'AU15',
  'AU17',
  'AU20',
  'AU23/24',
  'AU25',
  'AU26/27',
  'AU43',
] as const;
export type ActionUnit = (typeof ACTION_UNITS)[number];

/** The half of the face that moved; the person's own. */
export type FaceSide = 'left' | 'right';

/** A stretch in which one action unit was there, measured against the person's own neutral. */
export interface UnitEvent {
  readonly unit: ActionUnit;
  /** Milliseconds since the recall began. */
  readonly onsetMs: number;
  readonly apexMs: number;
  readonly offsetMs: number;
  /** Score at the apex over the score from which on it counts as there, 1 or more. Not the intensity A to E of FACS. */
  readonly strength: number;
  /** Where one half moved and the other hardly did; null where both did, or it has no halves. */
  readonly side: FaceSide | null;
}
