import { expect } from 'chai';
import type { FaceReading } from '../../../app/domain/face/face-reading';
import { Failure } from '../../../app/domain/failure/failure';
import type { Picture } from '../../../app/vision/frame/frame-source';
import type { Backend } from '../../../app/vision/protocol';
import { type Gpu, openGpu } from '../../../app/vision/runtime/gpu-device';
import { MODELS } from '../../../app/vision/runtime/models';
import { VisionEngine } from '../../../app/vision/worker/engine';
import { noFace, smilingFace } from '../support/frames';

/** Without a graphics card each WebGPU run takes seconds here, and opening it takes some. */
const PATIENCE_MS = 550_000;

/** Graphics devices that look as if there were a card; `null` where the browser gives none any more. */
function cards(...spoil: (((device: GPUDevice) => void) | null)[]): { opened: Gpu[]; open: () => Promise<Gpu> } {
  const opened: Gpu[] = [];
  const open = async (): Promise<Gpu> => {
    const change = spoil[opened.length];
    if (!change) throw new Error('WebGPU gives no adapter here.');
    const gpu = { ...(await openGpu()), software: false };
    change(gpu.device);
    opened.push(gpu);
    return gpu;
  };
  return { opened, open };
}

async function engineOn(open: () => Promise<Gpu>, backend: 'auto' | Backend): Promise<VisionEngine> {
  const engine = new VisionEngine(MODELS, open);
  await engine.open({ baseUrl: `${location.origin}/`, backend, threads: 1, fresh: false }, () => undefined);
  return engine;
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

describe('WebGPU that breaks', function () {
  this.timeout(PATIENCE_MS);

  it('never answers with the picture before: the device is opened again, and in the end the processor reads', async () => {
    const { opened, open } = cards(asItIs, refuseTextures, null);
    const engine = await engineOn(open, 'auto');
    const { device } = opened[0]!;
    // Outside of any read, so that no scope catches it.
    const told = new Promise((resolve) => device.addEventListener('uncapturederror', resolve, { once: true }));
    device.createBuffer({ size: 16, usage: 0xffff });
    await device.queue.onSubmittedWorkDone();
    await told;
    const smile = await smilingFace();
    expect((await faceIn(engine, smile))!.expression.happiness).to.be.above(0.5);
    const report = engine.report();
    expect(report).to.include({ backend: 'wasm', build: 'jspi', deviceLosses: 2, gpuBuffers: 0 });
    expect(report.selfTests.map(({ backend, passed }) => `${backend} ${passed}`)).to.deep.equal([
      'webgpu true',
      'webgpu true',
      'webgpu false',
      'wasm true',
    ]);
    expect(await faceIn(engine, small(64))).to.equal(null);
    await engine.close();
  });

  it('copies the pictures of a camera once importing them broke it, and is given up where it was asked for by name', async () => {
    const { opened, open } = cards(crashOnImport, crashOnImport, null);
    const engine = await engineOn(open, 'webgpu');
    const frame = new VideoFrame(small(64), { timestamp: 0 });
    expect(await faceIn(engine, frame)).to.equal(null);
    expect(engine.report()).to.include({ backend: 'webgpu', deviceLosses: 1 });
    const reading = engine.read(frame, 100);
    opened[1]!.device.destroy();
    const failure = await reading.catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(Failure);
    expect((failure as Failure).code).to.equal('model-run');
    frame.close();
    await engine.close();
  });
});
