import { expect } from 'chai';
import { EXPRESSIONS } from '../../../app/domain/face/expression';
import type { FaceReading } from '../../../app/domain/face/face-reading';
import type { Picture } from '../../../app/vision/frame/frame-source';
import type { Backend } from '../../../app/vision/protocol';
import { VisionEngine } from '../../../app/vision/worker/engine';
import { clipPictures, smilingFace } from '../support/frames';

/** Without a graphics card each WebGPU run takes seconds here: few frames, each read by both backends. */
const PATIENCE_MS = 550_000;

async function open(backend: Backend): Promise<VisionEngine> {
  const engine = new VisionEngine();
  await engine.open({ baseUrl: `${location.origin}/`, backend, threads: 1, fresh: false }, () => undefined);
  return engine;
}

async function faceIn(engine: VisionEngine, picture: Picture): Promise<FaceReading> {
  engine.reset();
  const { face } = await engine.read(picture, 0);
  if (!face) throw new Error('No face was found.');
  return face;
}

describe('WebGPU', function () {
  this.timeout(PATIENCE_MS);
  let gpu: VisionEngine;
  let wasm: VisionEngine;

  before(async () => {
    gpu = await open('webgpu');
    wasm = await open('wasm');
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
      const [a, b] = [await faceIn(gpu, picture), await faceIn(wasm, picture)];
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

  it('rebuilds itself when the device is lost', async () => {
    const picture = await smilingFace();
    const { gpuBuffers } = gpu.report();
    gpu.loseDevice();
    const face = await faceIn(gpu, picture);
    expect(face.presence).to.be.above(0.9);
    const report = gpu.report();
    expect(report.deviceLosses).to.equal(1);
    expect(report.backend).to.equal('webgpu');
    expect(report.gpuBuffers).to.equal(gpuBuffers);
  });
});
