import type { Contestant } from './contestant';
import { requireThreadedBuild } from './threaded-build';

interface Task {
  withFaceLandmarks(): Task;
  withFaceExpressions(): Promise<Found | undefined>;
}

interface Found {
  readonly landmarks: { readonly positions: readonly unknown[] };
  readonly expressions: object;
}

interface FaceApi {
  readonly tf: {
    getBackend(): string;
    setBackend(name: string): Promise<boolean>;
    ready(): Promise<void>;
    setWasmPaths(path: string): void;
    setThreadsCount(count: number): void;
  };
  readonly nets: Readonly<Record<string, { loadFromUri(uri: string): Promise<void> }>>;
  readonly TinyFaceDetectorOptions: new () => object;
  detectSingleFace(picture: HTMLCanvasElement, options: object): Task;
}

/** face-api.js: tiny detector, 68 landmarks and expressions, every picture anew. Throws unless it runs on wasm. */
export async function loadFaceApi(threads: number): Promise<Contestant> {
  const url = '/peers/@vladmandic/face-api/dist/face-api.esm.js';
  const faceApi = (await import(/* @vite-ignore */ url)) as FaceApi;
  faceApi.tf.setWasmPaths('/peers/@tensorflow/tfjs-backend-wasm/dist/');
  faceApi.tf.setThreadsCount(threads);
  await faceApi.tf.setBackend('wasm');
  await faceApi.tf.ready();
  const backend = faceApi.tf.getBackend();
  if (backend !== 'wasm') throw new Error(`face-api runs on ${backend}, not on wasm: the ratio would mean nothing`);
  requireThreadedBuild(threads);
  for (const net of ['tinyFaceDetector', 'faceLandmark68Net', 'faceExpressionNet']) {
    await faceApi.nets[net]?.loadFromUri('/peers/@vladmandic/face-api/model/');
  }
  const options = new faceApi.TinyFaceDetectorOptions();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { willReadFrequently: true });
  return {
    name: 'faceApi',
    // Its bundle asks a second, unused copy of the backend.
    threadsTold: null,
    read: async (picture) => {
      canvas.width = picture.width;
      canvas.height = picture.height;
      context?.drawImage(picture, 0, 0);
      const found = await faceApi.detectSingleFace(canvas, options).withFaceLandmarks().withFaceExpressions();
      if (!found) return null;
      const expression = Object.keys(found.expressions).length > 0;
      return { points: found.landmarks.positions.length, irises: false, expression };
    },
  };
}
