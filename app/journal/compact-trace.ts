import type { Trace } from '../domain/trace';

/**
 * The trace with each column in a buffer of its own. A column that is a view of a larger buffer would be stored with all of
 * it, and one in shared memory cannot be stored at all.
 */
export const compactTrace = (trace: Trace): Trace => ({
  ...trace,
  tMs: trace.tMs.slice(),
  presence: trace.presence.slice(),
  expression: trace.expression.slice(),
  facialValence: trace.facialValence.slice(),
  pose: trace.pose.slice(),
  eyeOpenness: trace.eyeOpenness.slice(),
});
