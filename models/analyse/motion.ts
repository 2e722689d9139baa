import type { ActionUnit, UnitEvent } from '../../app/domain/face/action-unit';
import type { ExpressionScores } from '../../app/domain/face/expression';
import type { MixedExpression } from '../../app/domain/face/mixed-expression';
import { TRACE_READINGS_PER_SECOND } from '../../app/domain/face/trace';
import { findMixed } from '../../app/dynamics/mixed/find-mixed';
import { mixedMoments } from '../../app/dynamics/mixed/mixed-moments';
import { averageRest } from '../../app/dynamics/units/average-rest';
import { fusedExpression, recallExpression } from '../../app/dynamics/units/fused-expression';
import { measuredReadings } from '../../app/dynamics/units/measured-readings';
import { type Rest, restAtTurn, restOfReadings } from '../../app/dynamics/units/rest';
import { talkingRest } from '../../app/dynamics/units/talking-mouth';
import { findUnits } from '../../app/dynamics/units/unit-events';
import type { UnitReading } from '../../app/dynamics/units/unit-reading';
import { unitProbabilities, unitStrengths } from '../../app/dynamics/units/unit-scores';
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
  /** Two expressions at once, as the app finds them; null without a baseline of the person. */
  readonly mixed: readonly MixedExpression[] | null;
  readonly states: StatesOfFile;
}

/** What a baseline says of the person's face. */
export interface OwnRest {
  /** The frames it was taken from. */
  readonly frames: readonly FrameResult[];
  readonly rest: Rest;
  /** Where the person talked in it. */
  readonly spoken: Rest | null;
}

/** The rest of the frames of a baseline, one of a picture or many of a clip; null where none of them is usable. */
export function restOfFrames(frames: readonly FrameResult[]): OwnRest | null {
  const readings = readingsOf(frames);
  const rest = restOfReadings(readings, 1);
  return rest && { frames, rest, spoken: talkingRest(thinned(readings)) };
}

/** @param own null takes the average neutral face */
export function motionOf(frames: readonly FrameResult[], own: OwnRest | null): Motion {
  const rest = own?.rest ?? averageRest();
  const readings = readingsOf(frames);
  const strengths = readings.map(({ usable, measures, ...turn }) =>
    usable && measures ? unitStrengths(measures, restAtTurn(rest, turn)) : null,
  );
  const units = strengths.map((one) => one && unitProbabilities(one));
  const kept = thinned(readings);
  const measured = measuredReadings(kept, rest, own?.spoken ?? null);
  const events = findUnits(measured, (own?.spoken ?? null) !== null);
  const stillAt = (at: number) => frames[readings.indexOf(kept[at]!)]!.expression;
  const told = units.filter((one) => one !== null);
  const together = (fuse: typeof fusedExpression) =>
    frames.map(({ expression }, at) => {
      const moved = strengths[at];
      return own && moved && expression ? fuse(expression, moved) : null;
    });
  return {
    baseline: own ? 'own' : 'average',
    frames: units,
    fused: together(fusedExpression),
    recall: together(recallExpression),
    units: told.length > 0 ? meanUnits(told) : null,
    events,
    mixed: own && findMixed(mixedMoments(measured, stillAt)),
    states: statesOf(own?.frames ?? [], frames, events),
  };
}

/** The first reading of each tenth of a second. */
export function thinned(readings: readonly UnitReading[]): UnitReading[] {
  const bucket = ({ tMs }: UnitReading): number => Math.floor((tMs * TRACE_READINGS_PER_SECOND) / 1000);
  return readings.filter((reading, index) => index === 0 || bucket(reading) > bucket(readings[index - 1]!));
}

const meanUnits = (all: readonly Units[]): Units =>
  Object.fromEntries(
    Object.keys(all[0]!).map((unit) => [unit, mean(all.map((units) => units[unit as ActionUnit]))]),
  ) as Units;
