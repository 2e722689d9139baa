import type { FaceSummary } from './face-summary';

/**
 * What measured the face of a recall, as one name: facial valences may be compared only where it is the same, for a new version
 * of a model moves the number of the same face. The expression model gives it, and the landmark model the crop it is given
 * from. The detector only finds where to look, and wasm and WebGPU agree (`test/vision/worker/webgpu.test.ts`). Null where the summary
 * does not name both: what read it is not known.
 *
 * @example faceReader({ models: { expression: 'emotion 1', landmarks: 'facemesh 1' } }) // 'emotion 1, facemesh 1'
 */
export const faceReader = ({ models: { expression, landmarks } }: Pick<FaceSummary, 'models'>): string | null =>
  expression && landmarks ? `${expression}, ${landmarks}` : null;
