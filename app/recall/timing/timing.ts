import { msg } from '@lit/localize';
import { clamp } from '../../base/clamp';
import { USABLE_MS_NEEDED } from '../../domain/face/face-summary';
import { RECALL_MS_RANGE } from '../../domain/settings/settings';
import { plural } from '../../words/plural';

/**
 * How long the timed steps take, in milliseconds. Published: relived-emotion tasks 30 s, cue-word tests 30-60 s a cue,
 * resting baselines 1-5 min; shortened here to what people do every day on a phone.
 */
export interface SessionTiming {
  readonly baselineMs: number;
  /** Of a baseline where the face at rest is known already. */
  readonly knownBaselineMs: number;
  /** Of the second baseline, in which the person talks: only before a memory that is told aloud. */
  readonly talkingMs: number;
  readonly recallMs: number;
  readonly restMs: number;
}

export const BASELINE_MS = 10_000;
/** Enough for five times the readings a baseline must have, and for a look whether the face is as it was. Ours. */
export const KNOWN_BASELINE_MS = 5_000;
/** The first baseline is longer: the person is still getting used to being looked at. */
export const FIRST_BASELINE_MS = 30_000;
/** Twice as long as the talking must be to count (`SPOKEN_READINGS`): people think before they begin. */
export const TALKING_MS = 10_000;
export const REST_MS = 5_000;

/** Below this a recall has so little room that a few looks away cost the summary: 5 s more than a summary needs. */
export const COMFORTABLE_RECALL_MS = USABLE_MS_NEEDED + 5_000;

/** Lengths offered in settings, in milliseconds. */
export const RECALL_LENGTHS_MS = [15_000, 30_000, 45_000, 60_000, 90_000, 120_000, 180_000] as const;

/** Timing of a session for a person who has set `recallMs` and has had `baselinesTaken` baselines. */
export const timingFor = (settings: { recallMs: number; baselinesTaken: number }): SessionTiming => ({
  baselineMs: settings.baselinesTaken === 0 ? FIRST_BASELINE_MS : BASELINE_MS,
  knownBaselineMs: settings.baselinesTaken === 0 ? FIRST_BASELINE_MS : KNOWN_BASELINE_MS,
  talkingMs: TALKING_MS,
  recallMs: clamp(settings.recallMs, ...RECALL_MS_RANGE),
  restMs: REST_MS,
});

/**
 * What settings say beside a recall length: the 20 s rule is never bent for short recalls, so it is said beforehand.
 * Empty where the length leaves room enough.
 */
export function recallLengthNote(recallMs: number): string {
  const counts = { seconds: Math.round(recallMs / 1000), needed: USABLE_MS_NEEDED / 1000 };
  if (recallMs < USABLE_MS_NEEDED) {
    return plural(
      msg(
        '{seconds, plural, one {One second is too short for a face summary, which needs {needed} readable seconds. Your words and your face curve are still saved.} other {{seconds} seconds is too short for a face summary, which needs {needed} readable seconds. Your words and your face curve are still saved.}}',
      ),
      counts,
    );
  }
  if (recallMs < COMFORTABLE_RECALL_MS) {
    return plural(
      msg(
        '{needed, plural, one {A face summary needs one readable second, so {seconds} leaves almost none to spare. Longer is safer.} other {A face summary needs {needed} readable seconds, so {seconds} leaves almost none to spare. Longer is safer.}}',
      ),
      counts,
    );
  }
  return '';
}
