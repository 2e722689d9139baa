import type { ExpressionScores } from '../../app/domain/face/expression';
import type { Backend } from '../../app/vision/protocol';
import { type Gpu, openGpu } from '../../app/vision/runtime/gpu-device';
import { inputSize, MODELS } from '../../app/vision/runtime/models';
import type { Runtime } from '../../app/vision/runtime/runtime';
import type { AlignMode } from './arguments';
import { BASELINE } from './baseline';
import { openFaceApi } from './face-api';
import { openRuntime } from './open-runtime';
import { openEyes, readEye } from './states/eye-page';
import { lookAt, meshOf, valuesOf } from './still-face';

/** What the models say of some faces, in the order asked for. */
export interface PageAnswer {
  /** Values by face, in the order of the model's labels. */
  readonly shipped: readonly (readonly number[])[];
  readonly baseline: readonly (readonly number[])[];
  /** What face-api.js says; null where it was not asked. */
  readonly faceApi: readonly ExpressionScores[] | null;
  /** Faces whose mesh is believed, and those of them that were aligned, for the shipped model. */
  readonly believed: number;
  readonly aligned: number;
}

/** The shipped expression model and the baseline, each as the app would run it. */
let runtimes: { readonly shipped: Runtime; readonly baseline: Runtime };
let faceApi: ((face: ImageBitmap) => Promise<ExpressionScores>) | null = null;
let faces: Uint8Array;
let side: number;

/**
 * Opens the models and fetches the faces of `faceSide` pixels; the name of the backend that runs. Throws where that is not the
 * one asked for.
 */
async function open(url: string, faceSide: number, backend: Backend): Promise<string> {
  faces = new Uint8Array(await (await fetch(url)).arrayBuffer());
  side = faceSide;
  const gpu = backend === 'webgpu' ? await openGpu() : null;
  runtimes = {
    shipped: await openRuntime(MODELS, gpu),
    baseline: await openRuntime({ ...MODELS, expression: BASELINE }, gpu),
  };
  if (gpu) for (const runtime of Object.values(runtimes)) await requireCard(gpu, runtime);
  return gpu ? `webgpu (${gpu.adapter})` : 'wasm, 1 thread';
}

/** From here on face-api.js reads the faces, too. */
async function openPeer(): Promise<void> {
  faceApi = await openFaceApi();
}

/** Throws where the runtime computes on the processor. See: [Note: Was it really the graphics card] in app/vision/runtime/gpu-device.ts. */
async function requireCard(gpu: Gpu, runtime: Runtime): Promise<void> {
  const before = gpu.pipelines();
  await runtime.inferValues('expression', new Float32Array(inputSize(runtime.models.expression) ** 2));
  if (gpu.pipelines() === before) throw new Error('onnxruntime-web computed on the processor.');
}

/** Reads the faces with these indices with both models. */
async function read(indices: readonly number[], align: AlignMode): Promise<PageAnswer> {
  const { shipped, baseline } = runtimes;
  const answer = { shipped: [] as number[][], baseline: [] as number[][], believed: 0, aligned: 0 };
  const peer: ExpressionScores[] = [];
  for (const index of indices) {
    const picture = await pictureOf(index);
    await shipped.load(picture);
    await baseline.load(picture);
    const mesh = align !== 'off' ? await meshOf(shipped, side) : null;
    const look = lookAt(MODELS.expression, mesh, side, align);
    answer.shipped.push(await valuesOf(shipped, look.map));
    answer.baseline.push(await valuesOf(baseline, lookAt(BASELINE, mesh, side, align).map));
    answer.believed += look.believed ? 1 : 0;
    answer.aligned += look.aligned ? 1 : 0;
    if (faceApi) peer.push(await faceApi(picture));
    shipped.unload();
    baseline.unload();
    picture.close();
  }
  return { ...answer, faceApi: faceApi && peer };
}

/** One grey face as a camera would hand it over. */
function pictureOf(index: number): Promise<ImageBitmap> {
  const area = side * side;
  const pixels = new ImageData(side, side);
  for (let i = 0; i < area; i++) {
    const grey = faces[index * area + i]!;
    pixels.data.set([grey, grey, grey, 255], 4 * i);
  }
  return createImageBitmap(pixels);
}

Object.assign(window, { openModels: open, openPeer, readFaces: read, openEyes, readEye });
