import type { UnitEvent } from '../../domain/face/action-unit';
import { stretches } from '../../statistics/stretches';
import { LONGEST_GAP_MS, ONSET_READINGS } from '../summary/peaks';
import type { Rest } from './rest';
import { sideOf, unitStrength } from './unit-scores';
import { UNIT_RULES, type UnitRule } from './unit-table';

/** What is needed of a reading: its time, whether it counts, and the face measures, null in a trace that has none. */
export interface UnitReading {
  /** Milliseconds since the recall began. */
  readonly tMs: number;
  readonly usable: boolean;
  readonly measures: Float32Array | null;
}

/** A unit ends with the first reading below this share of its onset: lower, so that a score at the edge does not flicker. */
export const UNIT_OFFSET = 0.6;

/** The stretches in which an action unit was there, by onset. Readings that do not count belong to none. */
export function findUnits(readings: readonly UnitReading[], rest: Rest): readonly UnitEvent[] {
  return UNIT_RULES.flatMap((rule) => eventsOf(rule, readings, rest)).sort((a, b) => a.onsetMs - b.onsetMs);
}

function eventsOf(rule: UnitRule, readings: readonly UnitReading[], rest: Rest): UnitEvent[] {
  const strength = ({ usable, measures }: UnitReading): number =>
    usable && measures ? unitStrength(rule, measures, rest) : Number.NaN;
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
      side: apex.measures ? sideOf(rule, apex.measures, rest) : null,
    };
  });
}
