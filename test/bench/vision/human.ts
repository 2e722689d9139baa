import type { Contestant } from './page';

interface Human {
  readonly tf: {
    getBackend(): string;
    setThreadsCount(count: number): void;
    getThreadsCount(): number;
  };
  load(): Promise<void>;
  warmup(): Promise<unknown>;
  detect(picture: ImageBitmap): Promise<{ face: readonly unknown[] }>;
}

/**
 * vladmandic/human with what we compute as well (detector, mesh, iris, emotion) and nothing else, every picture anew.
 * Throws where it does not really run on wasm, or not on that many threads: without the files at `wasmPath` it falls back
 * to WebGL and says nothing, and the threaded build of tfjs 4.22 tells of one thread whatever it is asked for.
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
  return {
    name: 'human',
    read: async (picture) => {
      const { face } = await human.detect(picture);
      if (human.tf.getThreadsCount() !== threads) throw new Error(`human uses ${human.tf.getThreadsCount()} threads`);
      return face.length > 0;
    },
  };
}
