import { LAG_MS, type Rest, restAtTurn } from './rest';
import { restOfTalk, steadied, whileTalking } from './talking-mouth';
import type { HeadTurn, UnitReading } from './unit-reading';
import { type UnitStrengths, unitStrengths } from './unit-scores';

/** A reading, what it is measured against, and what moved in it. */
export interface MeasuredReading extends UnitReading {
  readonly talking: boolean;
  readonly against: Rest;
  /** Null where the reading does not count. */
  readonly strengths: UnitStrengths | null;
}

/**
 * Each reading with the rest that is right for it: with slack where the head is turned or moves, and that of talking where the person talks, whose mouth is
 * steadied. See: [Note: A mouth that talks]
 * @param spoken the rest of a baseline that was told aloud; null where there is none
 */
export function measuredReadings(
  readings: readonly UnitReading[],
  rest: Rest,
  spoken: Rest | null,
): readonly MeasuredReading[] {
  const talking = whileTalking(readings);
  const steady = steadied(readings, talking);
  const whileTold = restOfTalk(
    rest,
    spoken,
    steady.filter((_, at) => talking[at]),
  );
  return steady.map(({ tMs, usable, measures, yaw, pitch }, at) => {
    const against = restAtTurn(talking[at] ? whileTold : rest, { yaw, pitch }, movingAt(steady, at));
    const strengths = usable && measures ? unitStrengths(measures, against) : null;
    return { tMs, usable, measures, yaw, pitch, talking: talking[at]!, against, strengths };
  });
}

/** How far the head turns in `LAG_MS` at the pace of the readings around this one. */
function movingAt(readings: readonly UnitReading[], at: number): HeadTurn {
  const [before, after] = [readings[at - 1] ?? readings[at]!, readings[at + 1] ?? readings[at]!];
  const tookMs = after.tMs - before.tMs;
  const isNear = before.usable && after.usable && tookMs > 0 && tookMs <= LAG_MS;
  if (!isNear) return { yaw: 0, pitch: 0 };
  const share = LAG_MS / tookMs;
  return { yaw: share * (after.yaw - before.yaw), pitch: share * (after.pitch - before.pitch) };
}
