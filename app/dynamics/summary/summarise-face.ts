import { clamp } from '../../base/clamp';
import { type FaceOutcome, type NoSummaryReason, USABLE_MS_NEEDED } from '../../domain/face/face-summary';
import { phaseLengthMs, stillOfRow } from '../../domain/face/phase-rows';
import type { Trace } from '../../domain/face/trace';
import { mean } from '../../statistics/mean';
import { meanHalfWidth } from '../../statistics/mean-interval';
import { findMixed } from '../mixed/find-mixed';
import { mixedMoments } from '../mixed/mixed-moments';
import { OWN_REST } from '../person/own-neutral';
import { type MeasuredTrace, measuredTrace } from '../recording/measured-trace';
import type { Recording } from '../recording/trace-recorder';
import { FUSION } from '../recording/with-fused';
import { findStates } from '../states/find-states';
import { stateReadings } from '../states/state-readings';
import { findUnits } from '../units/unit-events';
import { baselineOf, MIN_BASELINE_READINGS } from './baseline';
import { findTurn, meanExpression } from './face-turn';
import { findPeaks } from './peaks';
import { MIN_READINGS_PER_SECOND, type PhaseReading, phaseReadings } from './phase-readings';

/** When more than this share of the readings saw several faces, it cannot be said whose face the summary would describe. */
export const SEVERAL_FACES_SHARE = 0.5;

/** What read the face, as it is kept with the summary. */
export interface ReadBy {
  /** Model id and version by role. */
  readonly models: Readonly<Record<string, string>>;
  readonly backend: string;
}

/**
 * What a recording comes to: a summary, or the reason why there is none. A face without expression has a summary.
 * @param measured of the same trace
 */
export function summariseFace(
  { trace, severalFacesShare }: Recording,
  readBy: ReadBy,
  measured: MeasuredTrace | null = measuredTrace(trace),
): FaceOutcome {
  const readings = phaseReadings(trace, 'recall');
  const recallMs = phaseLengthMs(trace.segments, 'recall');
  const usable = readings.filter((reading) => reading.usable);
  const usableMs = usable.reduce((sum, reading) => sum + reading.heldMs, 0);
  const usableShare = readings.length === 0 ? 0 : usable.length / readings.length;
  const reason = whyNot({ readings, recallMs, usableMs, severalFacesShare });
  if (reason) return { summary: null, reason, usableMs, usableShare };

  const atRest = phaseReadings(trace, 'baseline');
  const baseline = baselineOf(comparedWith(trace, atRest));
  const units = measured && findUnits(measured.recall, measured.baselineTalked);
  const stillAt = (index: number) => stillOfRow(trace, readings[index]!.row);
  const mixed = measured && findMixed(mixedMoments(measured.recall, stillAt));
  const valences = usable.map((reading) => reading.facialValence);
  return {
    summary: {
      expression: meanExpression(usable),
      facialValence: clamp(mean(valences), -1, 1),
      facialValenceHalfWidth: meanHalfWidth(valences),
      baselineFacialValence: baseline?.facialValence ?? null,
      usableShare,
      usableMs,
      readings: readings.length,
      peaks: findPeaks(readings, baseline),
      ...(units && { units }),
      ...(mixed && { mixed }),
      states: findStates(stateReadings(trace, atRest), stateReadings(trace, readings), units),
      turn: findTurn(readings),
      recallMs,
      models: {
        ...readBy.models,
        ...(measured && { fusion: FUSION, ...(measured.withOwnRest && { rest: OWN_REST }) }),
      },
      backend: readBy.backend,
    },
  };
}

/**
 * What the scores of a recall stand out from: where it was told aloud the baseline that talked, because the still model takes an open
 * mouth for an expression. Where that has too few readings, the face at rest.
 */
function comparedWith(trace: Trace, atRest: readonly PhaseReading[]): readonly PhaseReading[] {
  const talk = phaseReadings(trace, 'talking');
  return talk.filter(({ usable }) => usable).length < MIN_BASELINE_READINGS ? atRest : talk;
}

/** The first reason that applies, from "nothing at all" to "not enough". */
function whyNot(of: {
  readings: readonly PhaseReading[];
  recallMs: number;
  usableMs: number;
  severalFacesShare: number;
}): NoSummaryReason | null {
  if (of.recallMs === 0) return 'no-camera';
  const perSecond = of.readings.length / (of.recallMs / 1000);
  if (of.readings.length > 0 && !of.readings.some((reading) => reading.hasFace)) return 'no-face';
  if (of.severalFacesShare > SEVERAL_FACES_SHARE) return 'several-faces';
  if (perSecond < MIN_READINGS_PER_SECOND) return 'too-few-readings';
  return of.usableMs < USABLE_MS_NEEDED ? 'too-little-usable' : null;
}
