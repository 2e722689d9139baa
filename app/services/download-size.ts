import type { OpenOptions } from '../vision/protocol';
import { isIos } from '../vision/runtime/ios';
import { type Build, ORT_BINARIES, ORT_VERSION } from '../vision/runtime/ort-builds';
import { gpuBuild } from '../vision/runtime/platform';

/** What the models of models.json weigh together, in bytes; that file itself is part of the worker alone. */
export const MODEL_BYTES = 5_721_411;

/**
 * How much has to be fetched before a face can be read, in bytes as the progress counts them; 0 where it is on this device. If the
 * graphics card turns out not to do, another runtime follows. Never rejects.
 */
export async function bytesToFetch(backend: OpenOptions['backend'], baseUrl: string): Promise<number> {
  const build = likelyBuild(backend);
  const kept = await Promise.all([isKept(build, baseUrl), isKept('wasm', baseUrl)]).catch(() => [false]);
  return kept.includes(true) ? 0 : ORT_BINARIES[build].bytes + MODEL_BYTES;
}

const likelyBuild = (backend: OpenOptions['backend']): Build =>
  backend === 'wasm' || isIos(navigator) || !('gpu' in navigator) ? 'wasm' : gpuBuild();

/** The runtime is fetched last: where it is, the models are. */
const isKept = async (build: Build, baseUrl: string): Promise<boolean> =>
  (await caches.match(new URL(`ort/${ORT_VERSION}/${ORT_BINARIES[build].file}`, baseUrl))) !== undefined;
