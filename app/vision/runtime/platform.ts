import type { Backend, OpenOptions } from '../protocol';
import type { Build } from './ort-builds';

/** More threads than this do not make models this small faster. */
export const MAX_THREADS = 4;

/** The backends to try, in order. */
export const backendsToTry = (wanted: OpenOptions['backend']): readonly Backend[] =>
  wanted === 'auto' ? ['webgpu', 'wasm'] : [wanted];

/** JSPI where the browser has it: the binary is 10 MB smaller than the Asyncify one. */
export const gpuBuild = (): Build => ('Suspending' in WebAssembly ? 'jspi' : 'webgpu');

/**
 * Threads need shared memory, which only a cross-origin isolated page has. 0 asks for as many as are sensible: half of the
 * `cores`. A layer of these models takes a tenth of a millisecond, and each waits for the slowest thread: where the page, the
 * camera and the models share two cores, two threads took up to twice as long as one (`npm run bench -- --threads 2`).
 */
export function wasmThreads(wanted: number, cores = navigator.hardwareConcurrency): number {
  if (!crossOriginIsolated) return 1;
  return wanted > 0 ? wanted : Math.max(1, Math.min(MAX_THREADS, Math.floor(cores / 2)));
}
