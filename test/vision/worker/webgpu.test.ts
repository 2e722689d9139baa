import { expect } from 'chai';
import { EXPRESSIONS } from '../../../app/domain/face/expression';
import type { FaceReading } from '../../../app/domain/face/face-reading';
import { Failure } from '../../../app/domain/failure/failure';
import type { Picture } from '../../../app/vision/frame/frame-source';
import type { Backend } from '../../../app/vision/protocol';
import { type Gpu, openGpu } from '../../../app/vision/runtime/gpu-device';
import { MODELS } from '../../../app/vision/runtime/models';
import { VisionEngine } from '../../../app/vision/worker/engine';
import { clipPictures, noFace, smilingFace } from '../support/frames';

/** Without a graphics card opening WebGPU takes long here, and each run takes seconds: few openings, few frames. */
const PATIENCE_MS = 550_000;

/** What is done to a device before it is used; null where the browser gives none any more. */
type Spoil = ((device: GPUDevice) => void) | null;

/** An engine whose devices are spoilt one after the other, and the devices that it has opened. For `auto` they look like a card. */
async function openedOn(backend: 'auto' | Backend, ...spoil: Spoil[]): Promise<[VisionEngine, readonly Gpu[]]> {
  const opened: Gpu[] = [];
  const engine = new VisionEngine(MODELS, async () => {
    const change = spoil[opened.length];
    if (!change) throw new Error('WebGPU gives no adapter here.');
    const gpu = await openGpu();
    change(gpu.device);
    opened.push(gpu);
    return backend === 'auto' ? { ...gpu, software: false } : gpu;
  });
  await engine.open({ baseUrl: `${location.origin}/`, backend, threads: 1, fresh: false }, () => undefined);
  return [engine, opened];
}

async function faceIn(engine: VisionEngine, picture: Picture): Promise<FaceReading | null> {
  engine.reset();
  return (await engine.read(picture, 0)).face;
}

const asItIs = (): void => undefined;

/** From now on each texture is refused, as one is that is too large or finds no memory. */
function refuseTextures(device: GPUDevice): void {
  const create = device.createTexture.bind(device);
  device.createTexture = (descriptor) => create({ ...descriptor, size: [0, 0] });
}

/** Importing a camera's picture ends the graphics process, as it did in Chromium 150 without a card. */
function crashOnImport(device: GPUDevice): void {
  device.importExternalTexture = () => {
    device.destroy();
    throw new Error('A valid external Instance reference no longer exists.');
  };
}

/** A small picture without a face takes one model run. */
const small = (width: number): ImageBitmap => noFace(width, 48);

describe('WebGPU', function () {
  this.timeout(PATIENCE_MS);
  let gpu: VisionEngine;
  let wasm: VisionEngine;
  let devices: readonly Gpu[];

  before(async () => {
    [gpu, devices] = await openedOn('auto', asItIs, refuseTextures, null);
    [wasm] = await openedOn('wasm');
  });
  after(() => Promise.all([gpu.close(), wasm.close()]));

  it('was really used, and passed its self-test', () => {
    const { backend, build, threads, adapter, selfTests } = gpu.report();
    expect({ backend, build, threads }).to.deep.equal({ backend: 'webgpu', build: 'jspi', threads: 1 });
    expect(adapter).not.to.equal('');
    expect(selfTests).to.have.length(1);
    expect(selfTests[0]!.passed).to.equal(true);
  });

  it('agrees with wasm: landmarks within .5 px of 192, expression scores within .02', async () => {
    const clip = await clipPictures('neutral-to-smile.mjpeg');
    const pictures = [await smilingFace()];
    if (clip) pictures.push(await createImageBitmap(clip[40]!));
    else console.info('without the clips, which are not here');
    for (const picture of pictures) {
      const [a, b] = [(await faceIn(gpu, picture))!, (await faceIn(wasm, picture))!];
      const cropPx = 192 / (1.5 * Math.max(b.box.width * picture.width, b.box.height * picture.height));
      const farthest = b.landmarks.reduce((top, value, i) => {
        const size = i % 3 === 1 ? picture.height : picture.width;
        return Math.max(top, Math.abs(value - a.landmarks[i]!) * size * cropPx);
      }, 0);
      expect(farthest).to.be.below(0.5);
      for (const name of EXPRESSIONS) expect(a.expression[name]).to.be.closeTo(b.expression[name], 0.02);
      expect(a.presence).to.be.closeTo(b.presence, 0.01);
    }
  });

  // The last of those that use this engine, which it breaks.
  it('never answers with the picture before: the device is opened again, and in the end the processor reads', async () => {
    const { device } = devices[0]!;
    // Outside of any read, so that no scope catches it.
    const told = new Promise((resolve) => device.addEventListener('uncapturederror', resolve, { once: true }));
    device.createBuffer({ size: 16, usage: 0xffff });
    await device.queue.onSubmittedWorkDone();
    await told;
    const smile = await smilingFace();
    expect((await faceIn(gpu, smile))!.expression.happiness).to.be.above(0.5);
    const report = gpu.report();
    expect(report).to.include({ backend: 'wasm', build: 'jspi', deviceLosses: 2, gpuBuffers: 0 });
    expect(report.selfTests.map(({ backend, passed }) => `${backend} ${passed}`)).to.deep.equal([
      'webgpu true',
      'webgpu true',
      'webgpu false',
      'wasm true',
    ]);
    expect(await faceIn(gpu, small(64))).to.equal(null);
  });
});

describe('WebGPU that was asked for by name', function () {
  this.timeout(PATIENCE_MS);

  it('is built again when its device is lost, then copies the pictures of a camera, and is given up in the end', async () => {
    const [engine, devices] = await openedOn('webgpu', crashOnImport, crashOnImport, null);
    expect(await faceIn(engine, small(64)), 'copied').to.equal(null);
    const { gpuBuffers } = engine.report();
    const frame = new VideoFrame(await smilingFace(), { timestamp: 0 });
    expect((await faceIn(engine, frame))!.presence).to.be.above(0.9);
    expect(engine.report()).to.include({ backend: 'webgpu', deviceLosses: 1, gpuBuffers });
    const reading = engine.read(frame, 100);
    devices[1]!.device.destroy();
    const failure = await reading.catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(Failure);
    expect((failure as Failure).code).to.equal('model-run');
    frame.close();
    await engine.close();
  });
});
