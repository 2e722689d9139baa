import type { UnitEvent } from '../../domain/face/action-unit';
import { stretches } from '../../statistics/stretches';
import { LONGEST_GAP_MS, ONSET_READINGS } from '../summary/peaks';
import { type MeasuredReading, measuredReadings } from './measured-readings';
import type { Rest } from './rest';
import { isTold } from './talking-mouth';
import type { UnitReading } from './unit-reading';
import { sideOf, unitStrength } from './unit-scores';
import { UNIT_RULES, type UnitRule } from './unit-table';

/** A unit ends with the first reading below this share of its onset: lower, so that a score at the edge does not flicker. */
export const UNIT_OFFSET = 0.6;

/**
 * The stretches in which an action unit was there, by onset. Readings that do not count belong to none. See: [Note: A mouth that talks]
 * @param spoken the rest of a baseline that was told aloud
 */
export function findUnits(
  readings: readonly UnitReading[],
  rest: Rest,
  spoken: Rest | null = null,
): readonly UnitEvent[] {
  const measured = measuredReadings(readings, rest, spoken);
  return UNIT_RULES.flatMap((rule) => eventsOf(rule, measured, spoken !== null)).sort((a, b) => a.onsetMs - b.onsetMs);
}

function eventsOf(rule: UnitRule, readings: readonly MeasuredReading[], hasSpoken: boolean): UnitEvent[] {
  const strength = ({ usable, measures, talking, against }: MeasuredReading): number =>
    usable && measures && (!talking || isTold(rule, hasSpoken)) ? unitStrength(rule, measures, against) : Number.NaN;
  const found = stretches(readings, strength, {
    onset: 1,
    offset: UNIT_OFFSET,
    onsetCount: ONSET_READINGS,
    longestGapMs: LONGEST_GAP_MS,
  });
  return found.map((stretch) => {
    const apex = stretch.reduce((best, next) => (strength(next) > strength(best) ? next : best));
    return {
      unit: rule.unit,
      onsetMs: stretch[0]!.tMs,
      apexMs: apex.tMs,
      offsetMs: stretch.at(-1)!.tMs,
      strength: strength(apex),
      side: apex.measures ? sideOf(rule, apex.measures, apex.against) : null,
    };
  });
}
