import { AssetFetcher } from '../../app/vision/runtime/assets';
import type { Gpu } from '../../app/vision/runtime/gpu-device';
import type { Models } from '../../app/vision/runtime/models';
import { gpuBuild } from '../../app/vision/runtime/platform';
import { loadOrt, Runtime } from '../../app/vision/runtime/runtime';

/** The models on one thread of the processor, or on `gpu`. */
export async function openRuntime(models: Models, gpu: Gpu | null): Promise<Runtime> {
  const build = gpu ? gpuBuild() : 'wasm';
  const options = { baseUrl: new URL('/', location.href).href, fresh: false, onProgress: () => undefined };
  const { wasm, models: bytes } = await new AssetFetcher(models, options).fetch(build);
  return Runtime.open(await loadOrt({ build, wasm, threads: 1 }), models, bytes, gpu);
}
