import type { StateStretch } from '../../domain/face/face-states';
import { isMisread, type Misread, type SeenState } from '../../domain/face/misread';
import { MOVEMENTS, type Movement, type MovementName } from '../../domain/face/movement';
import { misreadTimes, movementLabel, movementTimes, stretchTimes } from '../../words/face/movement-words';
import { STATE_LANES, stateLabel } from '../../words/face/state-words';

/** One row of the timeline. */
export interface Lane {
  readonly label: string;
  /** What moved comes first; what was slower than a movement is drawn thinner, below it. */
  readonly kind: 'movement' | 'state';
  readonly bars: readonly LaneBar[];
}

export interface LaneBar extends StateStretch {
  /** Where it was strongest; null where that is not known. */
  readonly apexMs: number | null;
  /** Whether the person said that it was not there. */
  readonly out: boolean;
  /** For those who hear it. */
  readonly times: string;
}

/** A lane for each movement and each state that was seen. */
export const lanesOf = (
  movements: readonly Movement[],
  misread: readonly Misread[],
  states: readonly SeenState[],
): readonly Lane[] =>
  [
    ...(Object.keys(MOVEMENTS) as MovementName[]).map((name) => ({
      label: movementLabel(name),
      kind: 'movement' as const,
      bars: movements
        .filter((one) => one.name === name)
        .map((one) => {
          const out = isMisread(one, misread);
          return { ...one, out, times: out ? misreadTimes(one) : movementTimes(one) };
        }),
    })),
    ...STATE_LANES.map((name) => ({
      label: stateLabel(name),
      kind: 'state' as const,
      bars: states
        .filter(({ state }) => state === name)
        .map((one) => {
          const out = isMisread(one, misread);
          return { ...one, apexMs: null, out, times: out ? misreadTimes(one) : stretchTimes(one) };
        }),
    })),
  ].filter(({ bars }) => bars.length > 0);
