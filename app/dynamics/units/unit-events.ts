import type { UnitEvent } from '../../domain/face/action-unit';
import { stretches } from '../../statistics/stretches';
import { LONGEST_GAP_MS, ONSET_READINGS } from '../summary/peaks';
import type { MeasuredReading } from './measured-readings';
import { isTold } from './talking-mouth';
import { sideOf } from './unit-scores';
import { UNIT_RULES, type UnitRule } from './unit-table';

/** A unit ends with the first reading below this share of its onset: lower, so that a score at the edge does not flicker. */
export const UNIT_OFFSET = 0.6;

/**
 * The stretches in which an action unit was there, by onset. Readings that do not count belong to none. See: [Note: A mouth that talks]
 * @param baselineTalked whether what they are measured against was told aloud
 */
export const findUnits = (readings: readonly MeasuredReading[], baselineTalked: boolean): readonly UnitEvent[] =>
  UNIT_RULES.flatMap((rule, at) => eventsOf(rule, at, readings, baselineTalked)).sort((a, b) => a.onsetMs - b.onsetMs);

function eventsOf(
  rule: UnitRule,
  at: number,
  readings: readonly MeasuredReading[],
  baselineTalked: boolean,
): UnitEvent[] {
  const isToldOfTalk = isTold(rule, baselineTalked);
  const strength = ({ talking, strengths }: MeasuredReading): number =>
    strengths && (!talking || isToldOfTalk) ? strengths[at]! : Number.NaN;
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
