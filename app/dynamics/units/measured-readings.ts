import { type Rest, restAtTurn } from './rest';
import { restOfTalk, steadied, whileTalking } from './talking-mouth';
import type { UnitReading } from './unit-reading';

/** A reading and what it is measured against. */
export interface MeasuredReading extends UnitReading {
  readonly talking: boolean;
  readonly against: Rest;
}

/**
 * Each reading with the rest that is right for it: wider where the head is turned, and that of talking where the person talks, whose mouth is
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
  return steady.map((reading, at) => ({
    ...reading,
    talking: talking[at]!,
    against: restAtTurn(talking[at] ? whileTold : rest, reading),
  }));
}
