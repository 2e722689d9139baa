import type { UnitEvent } from '../../domain/face/action-unit';
import type { FaceStates } from '../../domain/face/face-states';
import { blinksOf } from './blinks';
import { closedShareOf, eyesClosedOf } from './eyes-closed';
import { gazeDownOf } from './gaze-down';
import { nodsOf } from './nods';
import { quietOf } from './quiet';
import { openEyes, type StateReading } from './state-readings';
import { talkingOf } from './talking';
import { yawnsOf } from './yawns';

/**
 * What a face did over a recall that is slower than an expression, against the baseline `atRest`, which may be empty. `units` are those that were
 * found in the same readings; null where they could not be told.
 */
export function findStates(
  atRest: readonly StateReading[],
  readings: readonly StateReading[],
  units: readonly UnitEvent[] | null,
): FaceStates {
  const eyes = openEyes(atRest, readings);
  const talking = talkingOf(readings);
  return {
    blinks: blinksOf(readings, eyes),
    closedShare: closedShareOf(readings, eyes),
    stretches: {
      'eyes-closed': eyesClosedOf(readings, eyes),
      'gaze-down': gazeDownOf(atRest, readings),
      yawn: yawnsOf(readings),
      nod: nodsOf(readings),
      talking,
      quiet: quietOf(readings, units, talking),
    },
  };
}
