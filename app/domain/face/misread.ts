import type { ActionUnit, UnitEvent } from './action-unit';
import type { Movement } from './movement';

/** A stretch in which the person says that an action unit was not there, whatever was read. */
export interface Misread {
  readonly unit: ActionUnit;
  /** Milliseconds since the recall began. */
  readonly onsetMs: number;
  readonly offsetMs: number;
}

/** A mark holds for what overlaps it: if the same recall is read again by a later version, the unit may begin a moment sooner. */
const covers = (mark: Misread, { unit, onsetMs, offsetMs }: UnitEvent): boolean =>
  mark.unit === unit && mark.onsetMs <= offsetMs && onsetMs <= mark.offsetMs;

/** The units that count: those that were not marked. */
export const countedUnits = (units: readonly UnitEvent[], misreads: readonly Misread[]): readonly UnitEvent[] =>
  units.filter((unit) => !misreads.some((mark) => covers(mark, unit)));

/** Whether all that a movement was read from is marked. */
export const isMisread = ({ units }: Movement, misreads: readonly Misread[]): boolean =>
  countedUnits(units, misreads).length === 0;

/** With these movements marked as well. */
export const withMisread = (misreads: readonly Misread[], movements: readonly Movement[]): readonly Misread[] => [
  ...withoutMisread(misreads, movements),
  ...movements.flatMap(({ units }) => units.map(({ unit, onsetMs, offsetMs }) => ({ unit, onsetMs, offsetMs }))),
];

/** With the marks of these movements taken back. */
export const withoutMisread = (misreads: readonly Misread[], movements: readonly Movement[]): readonly Misread[] =>
  misreads.filter((mark) => !movements.some(({ units }) => units.some((unit) => covers(mark, unit))));
