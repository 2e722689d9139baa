import { stillOfRow } from '../../domain/face/phase-rows';
import type { Trace } from '../../domain/face/trace';
import { type OwnNeutral, withOwn } from '../person/own-neutral';
import { type PhaseReading, phaseReadings } from '../summary/phase-readings';
import { type MeasuredReading, measuredReadings } from '../units/measured-readings';
import { type Rest, restOfReadings } from '../units/rest';
import { talkingRest } from '../units/talking-mouth';

/** What moved in a recording, reading by reading, against the face at rest of its baseline. */
export interface MeasuredTrace {
  readonly baselineTalked: boolean;
  /** What is known of the face at rest went into what this is measured against. */
  readonly withOwnRest: boolean;
  /** One for each of `phaseReadings`. */
  readonly baseline: readonly MeasuredReading[];
  readonly talking: readonly MeasuredReading[];
  readonly recall: readonly MeasuredReading[];
}

/**
 * From this score of happiness and surprise together on, 0..1, a face is not at rest. Of the other expressions a face at rest may look
 * a little: taken as what it is, it is what the rest is measured against.
 */
export const SMILING = 0.5;

/** How the face of this recording measures at rest; null where the baseline has too few readings of one at rest. */
const restIn = (trace: Trace, atRest: readonly PhaseReading[]): Rest | null =>
  restOfReadings(
    atRest.filter(({ row }) => {
      const { happiness, surprise } = stillOfRow(trace, row);
      return happiness + surprise < SMILING;
    }),
  );

/** How the face of a trace's baseline measures at rest; null where it can't be told. */
export const restOfTrace = (trace: Trace): Rest | null => restIn(trace, phaseReadings(trace, 'baseline'));

/**
 * Null where the baseline has too few readings of a face at rest: there is then nothing to measure against.
 * @param own what is known of the person's face at rest; null where it is not. See: [Note: Their own neutral]
 */
export function measuredTrace(trace: Trace, own: OwnNeutral | null = null): MeasuredTrace | null {
  const atRest = phaseReadings(trace, 'baseline');
  const today = restIn(trace, atRest);
  if (!today) return null;
  const rest = withOwn(today, own);
  const talk = phaseReadings(trace, 'talking');
  // Somebody may also have talked in the first baseline, where nothing was asked of them.
  const spoken = talkingRest(talk) ?? talkingRest(atRest);
  return {
    baselineTalked: spoken !== null,
    withOwnRest: rest !== today,
    baseline: measuredReadings(atRest, rest, spoken),
    talking: measuredReadings(talk, rest, spoken),
    recall: measuredReadings(phaseReadings(trace, 'recall'), rest, spoken),
  };
}
