import type { FaceOutcome } from '../domain/face/face-summary';
import type { Trace } from '../domain/face/trace';
import type { OwnNeutral } from './person/own-neutral';
import { measuredTrace } from './recording/measured-trace';
import type { Recording } from './recording/trace-recorder';
import { withFused } from './recording/with-fused';
import { type ReadBy, summariseFace } from './summary/summarise-face';

/** What a finished recording comes to. */
export interface ReadRecording {
  readonly face: FaceOutcome;
  /** With all its columns, those too that are reckoned from the whole of it. */
  readonly trace: Trace;
}

/**
 * All that is reckoned once a recall is over, in a chunk of its own: nothing of it is needed before.
 * @param own what is known of the person's face at rest
 */
export function readRecording(
  { trace: recorded, ...more }: Recording,
  readBy: ReadBy,
  own: OwnNeutral | null = null,
): ReadRecording {
  const measured = measuredTrace(recorded, own);
  const trace = withFused(recorded, measured);
  return { face: summariseFace({ trace, ...more }, readBy, measured), trace };
}
