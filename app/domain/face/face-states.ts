/**
 * What a face or head did for a while, slower than an expression. Each is named for what was seen, and none says why: closed eyes
 * are not tiredness, and a quiet face is not boredom.
 */
export const STATES = ['eyes-closed', 'gaze-down', 'yawn', 'nod', 'talking', 'quiet'] as const;
export type StateName = (typeof STATES)[number];

/** A stretch in which a state was seen, in milliseconds since the recall began. */
export interface StateStretch {
  readonly onsetMs: number;
  readonly offsetMs: number;
}

export interface Blinks {
  readonly count: number;
  /** Of readable time. */
  readonly perMinute: number;
  /** Mean time from closing to opening in milliseconds; null without a blink. */
  readonly meanMs: number | null;
}

/** The states of a recall. Null wherever there was not enough to tell, which is not the same as "did not happen". */
export interface FaceStates {
  readonly blinks: Blinks | null;
  /** Share, 0..1, of a minute or more in which the eyes were at least four fifths closed: PERCLOS. */
  readonly closedShare: number | null;
  readonly stretches: Readonly<Record<StateName, readonly StateStretch[] | null>>;
}
