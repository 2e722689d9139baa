/** One kernel that tfjs ran: its inputs' shapes and its output's. */
export interface Kernel {
  readonly name: string;
  readonly inputs: readonly (readonly number[])[];
  readonly output: readonly number[];
}

export interface ExpressionNet {
  predictExpressions(canvas: HTMLCanvasElement): Promise<unknown>;
  /** What tfjs runs for one face. */
  kernelsOf(canvas: HTMLCanvasElement): Promise<readonly Kernel[]>;
}

interface Profile {
  readonly kernels: readonly {
    readonly name: string;
    readonly inputShapes: readonly (readonly number[] | null)[];
    readonly outputShapes: readonly (readonly number[])[];
  }[];
}

interface FaceApi {
  readonly tf: {
    getBackend(): string;
    setBackend(name: string): Promise<boolean>;
    ready(): Promise<void>;
    setWasmPaths(path: string): void;
    setThreadsCount(count: number): void;
    profile(run: () => unknown): Promise<Profile>;
  };
  readonly nets: {
    readonly faceExpressionNet: {
      loadFromUri(uri: string): Promise<void>;
      predictExpressions(canvas: HTMLCanvasElement): Promise<unknown>;
    };
  };
}

/** face-api.js's expression net alone, on wasm with one thread. Throws where it runs on anything else. */
export async function loadExpressionNet(): Promise<ExpressionNet> {
  const url = '/peers/@vladmandic/face-api/dist/face-api.esm.js';
  const { tf, nets } = (await import(/* @vite-ignore */ url)) as FaceApi;
  tf.setWasmPaths('/peers/@tensorflow/tfjs-backend-wasm/dist/');
  tf.setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
  if (tf.getBackend() !== 'wasm') throw new Error(`face-api runs on ${tf.getBackend()}: the ratio would mean nothing`);
  const net = nets.faceExpressionNet;
  await net.loadFromUri('/peers/@vladmandic/face-api/model/');
  return {
    predictExpressions: (canvas) => net.predictExpressions(canvas),
    kernelsOf: async (canvas) => {
      const { kernels } = await tf.profile(() => net.predictExpressions(canvas));
      return kernels.map(({ name, inputShapes, outputShapes }) => ({
        name,
        inputs: inputShapes.map((shape) => shape ?? []),
        output: outputShapes[0] ?? [],
      }));
    },
  };
}
