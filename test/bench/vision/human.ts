import type { Contestant } from './contestant';
import { requireThreadedBuild } from './threaded-build';

interface HumanFace {
  readonly mesh: readonly unknown[];
  readonly annotations: Readonly<Record<string, readonly unknown[]>>;
  readonly emotion?: readonly unknown[];
}

interface Human {
  readonly tf: {
    getBackend(): string;
    setThreadsCount(count: number): void;
    getThreadsCount(): number;
  };
  load(): Promise<void>;
  warmup(): Promise<unknown>;
  detect(picture: ImageBitmap): Promise<{ face: readonly HumanFace[] }>;
}

/**
 * vladmandic/human with what we compute as well (detector, mesh, iris, emotion) and nothing else, every picture anew.
 * Throws where it does not really run on wasm, or on a build without threads where threads are asked for: without the files
 * at `wasmPath` it falls back to WebGL and says nothing.
 */
export async function loadHuman(threads: number): Promise<Contestant> {
  const url = '/peers/@vladmandic/human/dist/human.esm.js';
  const { default: HumanClass } = (await import(/* @vite-ignore */ url)) as { default: new (config: object) => Human };
  const off = { enabled: false };
  const human = new HumanClass({
    backend: 'wasm',
    wasmPath: '/peers/@tensorflow/tfjs-backend-wasm/dist/',
    modelBasePath: '/peers/@vladmandic/human/models/',
    cacheSensitivity: 0,
    warmup: 'none',
    filter: off,
    gesture: off,
    body: off,
    hand: off,
    object: off,
    segmentation: off,
    face: {
      enabled: true,
      mesh: { enabled: true },
      iris: { enabled: true },
      emotion: { enabled: true },
      description: off,
    },
  });
  human.tf.setThreadsCount(threads);
  await human.load();
  const backend = human.tf.getBackend();
  if (backend !== 'wasm') throw new Error(`human runs on ${backend}, not on wasm: the ratio would mean nothing`);
  requireThreadedBuild(threads);
  return {
    name: 'human',
    threadsTold: human.tf.getThreadsCount(),
    read: async (picture) => {
      const [face] = (await human.detect(picture)).face;
      if (!face) return null;
      const { leftEyeIris = [], rightEyeIris = [] } = face.annotations;
      return {
        points: face.mesh.length,
        irises: leftEyeIris.length > 0 && rightEyeIris.length > 0,
        expression: (face.emotion ?? []).length > 0,
      };
    },
  };
}
