import type { UnitEvent } from '../../../app/domain/face/action-unit';
import { measuredReadings } from '../../../app/dynamics/units/measured-readings';
import type { Rest } from '../../../app/dynamics/units/rest';
import { findUnits } from '../../../app/dynamics/units/unit-events';
import type { UnitReading } from '../../../app/dynamics/units/unit-reading';

/** The units of readings, against a rest; `spoken` is that of a baseline which was told aloud. */
export const unitsOf = (
  readings: readonly UnitReading[],
  rest: Rest,
  spoken: Rest | null = null,
): readonly UnitEvent[] => findUnits(measuredReadings(readings, rest, spoken), spoken !== null);
