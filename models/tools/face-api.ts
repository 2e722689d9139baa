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

export interface RecognitionNet {
  /** 128 numbers of the face that fills the canvas. */
  computeFaceDescriptor(canvas: HTMLCanvasElement): Promise<Float32Array>;
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
    readonly faceRecognitionNet: RecognitionNet & { loadFromUri(uri: string): Promise<void> };
  };
}

const WEIGHTS = '/peers/@vladmandic/face-api/model/';

/** face-api.js on wasm with one thread. Throws where it runs on anything else. */
async function loadFaceApi(): Promise<FaceApi> {
  const url = '/peers/@vladmandic/face-api/dist/face-api.esm.js';
  const api = (await import(/* @vite-ignore */ url)) as FaceApi;
  const { tf } = api;
  tf.setWasmPaths('/peers/@tensorflow/tfjs-backend-wasm/dist/');
  tf.setThreadsCount(1);
  await tf.setBackend('wasm');
  await tf.ready();
  if (tf.getBackend() !== 'wasm') throw new Error(`face-api runs on ${tf.getBackend()}: the ratio would mean nothing`);
  return api;
}

/** Its recognition net alone: a ResNet of dlib's (`dlib_face_recognition_resnet_model_v1`), its weights in eight bits. */
export async function loadRecognitionNet(): Promise<RecognitionNet> {
  const net = (await loadFaceApi()).nets.faceRecognitionNet;
  await net.loadFromUri(WEIGHTS);
  return net;
}

/** Its expression net alone. */
export async function loadExpressionNet(): Promise<ExpressionNet> {
  const { tf, nets } = await loadFaceApi();
  const net = nets.faceExpressionNet;
  await net.loadFromUri(WEIGHTS);
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
