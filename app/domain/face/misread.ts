import type { ActionUnit, UnitEvent } from './action-unit';
import { type FaceStates, STATES, type StateName, type StateStretch } from './face-states';
import type { MixedExpression } from './mixed-expression';
import type { Movement } from './movement';

/** A stretch in which the person says that an action unit, or a state, was not there, whatever was read. Milliseconds since the recall began. */
export type Misread = (StateStretch & { readonly unit: ActionUnit }) | SeenState;

/** One stretch of a state. */
export interface SeenState extends StateStretch {
  readonly state: StateName;
}

/** What a person can say of that it was not there. */
export type Seen = Movement | SeenState;

export const isMovement = (seen: Seen): seen is Movement => 'units' in seen;

const overlap = (a: StateStretch, b: StateStretch): boolean => a.onsetMs <= b.offsetMs && b.onsetMs <= a.offsetMs;

/** Eyes that the person says were not closed were not closed for long either: whether as a unit or as a state is nothing to them. */
const isAbout = (mark: Misread, one: UnitEvent | SeenState): boolean =>
  'unit' in mark
    ? 'unit' in one
      ? mark.unit === one.unit
      : mark.unit === 'AU43' && one.state === 'eyes-closed'
    : 'state' in one && mark.state === one.state;

/** A mark holds for what overlaps it: if the same recall is read again by a later version, the unit may begin a moment sooner. */
const covers = (mark: Misread, one: UnitEvent | SeenState): boolean => isAbout(mark, one) && overlap(mark, one);

const counts =
  (misreads: readonly Misread[]) =>
  (one: UnitEvent | SeenState): boolean =>
    !misreads.some((mark) => covers(mark, one));

/** The units that count: those that were not marked. */
export const countedUnits = (units: readonly UnitEvent[], misreads: readonly Misread[]): readonly UnitEvent[] =>
  units.filter(counts(misreads));

/** Where the person says that a unit was misread, nothing that was read of the whole face counts. */
export const countedMixed = (
  mixed: readonly MixedExpression[],
  misreads: readonly Misread[],
): readonly MixedExpression[] => mixed.filter((one) => !misreads.some((mark) => 'unit' in mark && overlap(mark, one)));

/** The states without the stretches that were marked. A share of closed eyes can't be told where some of it was not there. */
export function countedStates(states: FaceStates, misreads: readonly Misread[]): FaceStates {
  const countedOf = (state: StateName): readonly StateStretch[] | null =>
    states.stretches[state]?.filter((stretch) => counts(misreads)({ ...stretch, state })) ?? null;
  const stretches = Object.fromEntries(STATES.map((state) => [state, countedOf(state)])) as FaceStates['stretches'];
  const areEyesRight = stretches['eyes-closed']?.length === states.stretches['eyes-closed']?.length;
  return { ...states, closedShare: areEyesRight ? states.closedShare : null, stretches };
}

/** Every stretch of every state, by onset. */
export const seenStates = ({ stretches }: FaceStates): readonly SeenState[] =>
  STATES.flatMap((state) => (stretches[state] ?? []).map((stretch) => ({ ...stretch, state }))).sort(
    (a, b) => a.onsetMs - b.onsetMs,
  );

/** What is marked where somebody marks it: each unit of a movement, or the one stretch of a state. */
const partsOf = (seen: Seen): readonly (UnitEvent | SeenState)[] => (isMovement(seen) ? seen.units : [seen]);

/** Whether all that it was read from is marked. */
export const isMisread = (seen: Seen, misreads: readonly Misread[]): boolean =>
  partsOf(seen).every((one) => !counts(misreads)(one));

/** With these marked as well. */
export const withMisread = (misreads: readonly Misread[], seen: readonly Seen[]): readonly Misread[] => [
  ...withoutMisread(misreads, seen),
  ...seen.flatMap(partsOf).map((one): Misread => {
    const { onsetMs, offsetMs } = one;
    return 'unit' in one ? { unit: one.unit, onsetMs, offsetMs } : { state: one.state, onsetMs, offsetMs };
  }),
];

/** With the marks of these taken back. */
export const withoutMisread = (misreads: readonly Misread[], seen: readonly Seen[]): readonly Misread[] =>
  misreads.filter((mark) => !seen.flatMap(partsOf).some((one) => covers(mark, one)));
