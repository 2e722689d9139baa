import type { ActionUnit, UnitEvent } from '../../app/domain/face/action-unit';
import type { ExpressionScores } from '../../app/domain/face/expression';
import { TRACE_READINGS_PER_SECOND } from '../../app/domain/face/trace';
import { averageRest } from '../../app/dynamics/units/average-rest';
import { fusedExpression, recallExpression } from '../../app/dynamics/units/fused-expression';
import { type Rest, restOf } from '../../app/dynamics/units/rest';
import { findUnits, type UnitReading } from '../../app/dynamics/units/unit-events';
import { unitProbabilities } from '../../app/dynamics/units/unit-scores';
import { mean } from '../../app/statistics/mean';
import { readingsOf } from './frame-readings';
import type { FrameResult } from './frame-result';
import { type StatesOfFile, statesOf } from './states';

type Units = Readonly<Record<ActionUnit, number>>;

/** What moved in a file, against a baseline. */
export interface Motion {
  /** Whether the person's own neutral face was the baseline, or an average one, which is less certain. */
  readonly baseline: 'own' | 'average';
  /** By frame: each unit from 0 to 1, .5 from where it counts as there; null where it cannot be told. */
  readonly frames: readonly (Units | null)[];
  /** By frame: the expressions from the still model and the units together; null where they cannot be told. */
  readonly fused: readonly (ExpressionScores | null)[];
  /** The same with a recall's prior, as the app reads them. */
  readonly recall: readonly (ExpressionScores | null)[];
  /** Mean over the frames that tell; null without any. */
  readonly units: Units | null;
  /** As the app finds them, at the rate of a trace. */
  readonly events: readonly UnitEvent[];
  readonly states: StatesOfFile;
}

/** What a file is measured against: the frames of a face at rest, and what they come to. */
export interface Baseline {
  readonly frames: readonly FrameResult[];
  readonly rest: Rest;
}

/** The baseline of these frames, one of a picture or many of a clip; null where none of them is usable. */
export function baselineOfFrames(frames: readonly FrameResult[]): Baseline | null {
  const measures = readingsOf(frames).flatMap((one) => (one.usable && one.measures ? [one.measures] : []));
  const rest = restOf(measures, 1);
  return rest && { frames, rest };
}

/** @param baseline null takes the average neutral face */
export function motionOf(frames: readonly FrameResult[], baseline: Baseline | null): Motion {
  const rest = baseline?.rest ?? null;
  const against = rest ?? averageRest();
  const readings = readingsOf(frames);
  const units = readings.map(({ usable, measures }) =>
    usable && measures ? unitProbabilities(measures, against) : null,
  );
  const events = findUnits(thinned(readings), against);
  const told = units.filter((one) => one !== null);
  const together = (fuse: typeof fusedExpression) =>
    frames.map(({ expression }, at) => {
      const { usable, measures } = readings[at]!;
      return rest && usable && measures && expression ? fuse(expression, measures, rest) : null;
    });
  return {
    baseline: rest ? 'own' : 'average',
    frames: units,
    fused: together(fusedExpression),
    recall: together(recallExpression),
    units: told.length > 0 ? meanUnits(told) : null,
    events,
    states: statesOf(baseline?.frames ?? [], frames, events),
  };
}

/** The first reading of each tenth of a second. */
function thinned(readings: readonly UnitReading[]): UnitReading[] {
  const bucket = ({ tMs }: UnitReading): number => Math.floor((tMs * TRACE_READINGS_PER_SECOND) / 1000);
  return readings.filter((reading, index) => index === 0 || bucket(reading) > bucket(readings[index - 1]!));
}

const meanUnits = (all: readonly Units[]): Units =>
  Object.fromEntries(
    Object.keys(all[0]!).map((unit) => [unit, mean(all.map((units) => units[unit as ActionUnit]))]),
  ) as Units;
