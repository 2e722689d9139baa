import type { Build } from './ort-builds';
import type { Backend, OpenOptions } from './protocol';

/** More threads than this do not make models this small faster. */
const MAX_THREADS = 4;

/** The backends to try, in order. */
export const backendsToTry = (wanted: OpenOptions['backend']): readonly Backend[] =>
  wanted === 'auto' ? ['webgpu', 'wasm'] : [wanted];

/** JSPI where the browser has it: the binary is 10 MB smaller than the Asyncify one. */
export const gpuBuild = (): Build => ('Suspending' in WebAssembly ? 'jspi' : 'webgpu');

/** Threads need shared memory, which only a cross-origin isolated page has. 0 asks for as many as are sensible. */
export function wasmThreads(wanted: number): number {
  if (!crossOriginIsolated) return 1;
  return wanted > 0 ? wanted : Math.min(MAX_THREADS, navigator.hardwareConcurrency);
}
