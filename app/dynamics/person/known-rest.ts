import type { Trace } from '../../domain/face/trace';
import { restOfTrace } from '../recording/measured-trace';
import { looksDifferent, type OwnNeutral, ownNeutral } from './own-neutral';

/** What is known of the face at rest from these traces, newest first; null where that is not enough. */
export const ownNeutralOf = (traces: readonly Trace[]): OwnNeutral | null =>
  ownNeutral(traces.flatMap((trace) => restOfTrace(trace) ?? []));

/** Whether the face of this baseline is not the one that is known; also where it can't be told. */
export function looksUnlike(baseline: Trace, own: OwnNeutral): boolean {
  const rest = restOfTrace(baseline);
  return rest === null || looksDifferent(rest, own);
}
