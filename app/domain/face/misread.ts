import type { ActionUnit, UnitEvent } from './action-unit';
import type { StateName, StateStretch } from './face-states';

/** A stretch in which the person says that an action unit, or a state, was not there, whatever was read. Milliseconds since the recall began. */
export type Misread = (StateStretch & { readonly unit: ActionUnit }) | SeenState;

/** One stretch of a state. */
export interface SeenState extends StateStretch {
  readonly state: StateName;
}

export const overlap = (a: StateStretch, b: StateStretch): boolean =>
  a.onsetMs <= b.offsetMs && b.onsetMs <= a.offsetMs;

/** Eyes that were not closed were not closed for long either, so a mark of that unit holds for the state as well. */
const isAbout = (mark: Misread, one: UnitEvent | SeenState): boolean =>
  'unit' in mark
    ? 'unit' in one
      ? mark.unit === one.unit
      : mark.unit === 'AU43' && one.state === 'eyes-closed'
    : 'state' in one && mark.state === one.state;

/** A mark holds for what overlaps it: if the same recall is read again by a later version, the unit may begin a moment sooner. */
export const covers = (mark: Misread, one: UnitEvent | SeenState): boolean => isAbout(mark, one) && overlap(mark, one);

export const counts =
  (misreads: readonly Misread[]) =>
  (one: UnitEvent | SeenState): boolean =>
    !misreads.some((mark) => covers(mark, one));

/** The units that count: those that were not marked. */
export const countedUnits = (units: readonly UnitEvent[], misreads: readonly Misread[]): readonly UnitEvent[] =>
  units.filter(counts(misreads));
