import { expect } from 'chai';
import { cropToFrame } from '../../../app/vision/geometry/affine';
import { AssetFetcher } from '../../../app/vision/runtime/assets';
import { openGpu } from '../../../app/vision/runtime/gpu-device';
import { inputSize, MODELS } from '../../../app/vision/runtime/models';
import type { Build } from '../../../app/vision/runtime/ort-builds';
import { gpuBuild } from '../../../app/vision/runtime/platform';
import { loadOrt, Runtime } from '../../../app/vision/runtime/runtime';
import { classifierOf, classify } from '../../../app/vision/steps/classify';
import { wholeFrame } from '../../../app/vision/steps/region';
import { goldenFaces } from '../../../models/evaluate/golden-faces';

const SIDE = 48;
/** Of the 200 that wasm is compared with PyTorch on: without a graphics card each run takes long. */
const FACES = 6;

/** What PyTorch said of the drawn faces: see test/models/golden.test.ts. */
interface Golden {
  readonly drawn: { readonly probabilities: readonly (readonly number[])[] };
}

/** The expression model alone, from pixels to probabilities, on either backend. */
describe('the expression model on WebGPU', function () {
  this.timeout(300_000);
  let runtimes: Runtime[] = [];

  before(async () => {
    runtimes = [await open(gpuBuild(), true), await open('wasm', false)];
  });
  after(async () => {
    for (const runtime of runtimes) await runtime.close();
  });

  it('agrees with wasm and with PyTorch within .02 in every probability of drawn faces', async () => {
    const golden = (await (await fetch('/models/expression/golden.json')).json()) as Golden;
    const tops = new Set<number>();
    for (const [index, face] of (await drawnFaces()).entries()) {
      const [gpu, wasm] = [await probabilities(runtimes[0]!, face), await probabilities(runtimes[1]!, face)];
      wasm.forEach((share, k) => {
        expect(gpu[k]).to.be.closeTo(share, 0.02);
        expect(gpu[k]).to.be.closeTo(golden.drawn.probabilities[index]![k]!, 0.02);
      });
      tops.add(wasm.indexOf(Math.max(...wasm)));
      face.close();
    }
    expect(tops.size, 'expressions that were seen at all').to.be.above(1);
  });
});

async function open(build: Build, onCard: boolean): Promise<Runtime> {
  const options = { baseUrl: `${location.origin}/`, fresh: false, onProgress: () => undefined };
  const { wasm, models } = await new AssetFetcher(MODELS, options).fetch(build);
  return Runtime.open(await loadOrt({ build, wasm, threads: 1 }), MODELS, models, onCard ? await openGpu() : null);
}

function drawnFaces(): Promise<ImageBitmap[]> {
  const bytes = goldenFaces(FACES);
  return Promise.all(
    Array.from({ length: FACES }, (_, index) => {
      const pixels = new ImageData(SIDE, SIDE);
      for (let i = 0; i < SIDE * SIDE; i++) {
        const grey = bytes[index * SIDE * SIDE + i]!;
        pixels.data.set([grey, grey, grey, 255], 4 * i);
      }
      return createImageBitmap(pixels);
    }),
  );
}

async function probabilities(runtime: Runtime, face: ImageBitmap): Promise<number[]> {
  const classifier = classifierOf(MODELS.expression);
  await runtime.load(face);
  const outputs = await runtime.infer('expression', [
    cropToFrame(wholeFrame(SIDE, SIDE), inputSize(MODELS.expression)),
  ]);
  runtime.unload();
  const scores = classify(outputs[classifier.output]!, classifier);
  return classifier.labels.map((label) => scores[label as keyof typeof scores]);
}
