import { cropToFrame } from '../../../app/vision/geometry/affine';
import { AssetFetcher } from '../../../app/vision/runtime/assets';
import { inputSize, MODELS, type ModelSpec } from '../../../app/vision/runtime/models';
import { loadOrt, Runtime } from '../../../app/vision/runtime/runtime';
import { wholeFrame } from '../../../app/vision/steps/region';
import { BASELINE } from '../../../models/evaluate/baseline';
import { goldenFaces } from '../../../models/evaluate/golden-faces';
import { type ExpressionNet, loadExpressionNet } from '../../../models/tools/face-api';

export interface PageResult {
  /** Median milliseconds a face, one thread. */
  readonly medianMs: Readonly<Record<'shipped' | 'baseline' | 'faceApi', number>>;
  /** Multiply-accumulates of face-api's net, counted as it runs. */
  readonly faceApiMacs: number;
}

const SIDE = 48;
const FACES = 60;
/** Passes over the faces: the first, in which everything is compiled and allocated, is not counted. */
const PASSES = 6;

/** One expression model: reads one face crop, from pixels to numbers. */
type Read = (face: ImageBitmap, canvas: HTMLCanvasElement) => Promise<unknown>;

/** The same faces through each model in turn, pass by pass, so that whatever else the machine does falls on all of them. */
async function benchExpression(): Promise<PageResult> {
  const net = await loadExpressionNet();
  const readers: Record<keyof PageResult['medianMs'], Read> = {
    shipped: await readerOf(MODELS.expression),
    baseline: await readerOf(BASELINE),
    faceApi: (_, canvas) => net.predictExpressions(canvas),
  };
  const faces = await drawnFaces();
  const times = { shipped: [] as number[], baseline: [] as number[], faceApi: [] as number[] };
  for (let pass = 0; pass < PASSES; pass++) {
    for (const name of Object.keys(readers) as (keyof typeof readers)[]) {
      for (const { face, canvas } of faces) {
        const started = performance.now();
        await readers[name](face, canvas);
        if (pass > 0) times[name].push(performance.now() - started);
      }
    }
  }
  const medianMs = { shipped: median(times.shipped), baseline: median(times.baseline), faceApi: median(times.faceApi) };
  return { medianMs, faceApiMacs: await macsOf(net, faces[0]!.canvas) };
}

/** One of our files on onnxruntime-web's wasm, one thread, with the app's own sampling of the whole crop. */
async function readerOf(expression: ModelSpec): Promise<Read> {
  const models = { ...MODELS, expression };
  const options = { baseUrl: new URL('/', location.href).href, fresh: false, onProgress: () => undefined };
  const { wasm, models: bytes } = await new AssetFetcher(models, options).fetch('wasm');
  const runtime = await Runtime.open(await loadOrt({ build: 'wasm', wasm, threads: 1 }), models, bytes, null);
  const map = cropToFrame(wholeFrame(SIDE, SIDE), inputSize(expression));
  return async (face) => {
    await runtime.load(face);
    const outputs = await runtime.infer('expression', [map]);
    runtime.unload();
    return outputs;
  };
}

async function drawnFaces(): Promise<{ face: ImageBitmap; canvas: HTMLCanvasElement }[]> {
  const bytes = goldenFaces(FACES);
  return Promise.all(
    Array.from({ length: FACES }, async (_, index) => {
      const pixels = new ImageData(SIDE, SIDE);
      for (let i = 0; i < SIDE * SIDE; i++) {
        const grey = bytes[index * SIDE * SIDE + i]!;
        pixels.data.set([grey, grey, grey, 255], 4 * i);
      }
      const canvas = Object.assign(document.createElement('canvas'), { width: SIDE, height: SIDE });
      canvas.getContext('2d', { willReadFrequently: true })!.putImageData(pixels, 0, 0);
      return { face: await createImageBitmap(pixels), canvas };
    }),
  );
}

/** Counted from the shapes that tfjs's profiler gives for each kernel that ran. */
async function macsOf(net: ExpressionNet, canvas: HTMLCanvasElement): Promise<number> {
  const kernels = await net.kernelsOf(canvas);
  return kernels.reduce((sum, { name, inputs, output }) => {
    const [first = [], second = []] = inputs;
    const outputs = output.reduce((product, side) => product * side, 1);
    if (/MatMul/.test(name)) return sum + outputs * (first.at(-1) ?? 0);
    const [height = 0, width = 0, channels = 0] = second;
    if (/DepthwiseConv2d/.test(name)) return sum + outputs * height * width;
    return /Conv2D/.test(name) ? sum + outputs * height * width * channels : sum;
  }, 0);
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

Object.assign(window, { benchExpression });
