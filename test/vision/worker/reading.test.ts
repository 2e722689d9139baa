import { expect } from 'chai';
import { EXPRESSIONS } from '../../../app/domain/face/expression';
import { type FaceReading, type FrameReading, isUsable } from '../../../app/domain/face/face-reading';
import { VisionClient } from '../../../app/vision/client';
import { MODEL_ROLES } from '../../../app/vision/protocol';
import { clipPictures, groupPicture, noFace, smilingFace, turn } from '../support/frames';

/** The whole way through the worker on wasm, with pictures of real faces. */
describe('reading faces', function () {
  this.timeout(120_000);
  const client = new VisionClient({ baseUrl: `${location.origin}/` });
  const steps = new Set<string>();

  before(() => client.open({ backend: 'wasm', onProgress: ({ step }) => steps.add(step) }));
  beforeEach(() => client.reset());
  after(() => client.close());

  const read = async (frame: VideoFrame | ImageBitmap, tMs = 0): Promise<FrameReading> => {
    const reading = await client.read(frame, tMs);
    if (!reading) throw new Error('The frame was dropped.');
    return reading;
  };
  const faceIn = async (frame: VideoFrame | ImageBitmap, tMs = 0): Promise<FaceReading> => {
    const { face } = await read(frame, tMs);
    if (!face) throw new Error('No face was found.');
    return face;
  };

  it('told how far the download was, step by step', () => {
    expect([...steps]).to.include.members([...MODEL_ROLES, 'runtime', 'self-test']);
  });

  it('reads a smile', async () => {
    const face = await faceIn(await smilingFace());
    expect(face.presence).to.be.above(0.9);
    expect(face.expression.happiness).to.be.above(0.5);
    expect(face.facialValence).to.be.above(0.4);
    const total = EXPRESSIONS.reduce((sum, name) => sum + face.expression[name], 0);
    expect(total).to.be.closeTo(1, 1e-5);
  });

  it('finds the parts of the face where they are', async () => {
    const { landmarks, box, eyes } = await faceIn(await smilingFace());
    expect(landmarks).to.have.length(478 * 3);
    const x = (i: number): number => landmarks[3 * i]!;
    const y = (i: number): number => landmarks[3 * i + 1]!;
    expect(x(33)).to.be.below(x(263));
    expect(y(10)).to.be.below(y(1));
    expect(y(1)).to.be.below(y(152));
    for (const [eye, corners] of [
      [eyes.right, [33, 133]],
      [eyes.left, [362, 263]],
    ] as const) {
      expect(eye.iris[0]).to.be.within(x(corners[0]), x(corners[1]));
      expect(eye.openness).to.be.within(0.12, 0.5);
    }
    expect(box.x).to.be.within(0, 1);
    expect(box.width).to.be.within(0.15, 0.6);
  });

  for (const degrees of [90, 120, 165, 180, 225, 255, 270])
    it(`reads a smile that is turned by ${degrees} degrees as one that is not`, async () => {
      const upright = await faceIn(await smilingFace());
      await client.reset();
      const turned = await faceIn(turn(await smilingFace(), degrees));
      expect(isUsable(turned)).to.equal(true);
      expect(turned.facialValence).to.be.closeTo(upright.facialValence, 0.1);
      const expected = upright.pose.roll + (degrees / 180) * Math.PI;
      expect(Math.cos(turned.pose.roll - expected)).to.be.above(0.9);
    });

  it('reads a face that is turned over in view, or shown mirrored and upside down', async () => {
    await faceIn(await smilingFace());
    for (let tMs = 100; tMs <= 1000; tMs += 100) await read(turn(await smilingFace(), 180), tMs);
    const over = await faceIn(turn(await smilingFace(), 180), 1100);
    const mirrored = await faceIn(turn(await smilingFace(), 0, -1), 1200);
    for (const face of [over, mirrored]) {
      expect(isUsable(face)).to.equal(true);
      expect(face.expression.happiness).to.be.above(0.5);
    }
  });

  it('is right from the first frame on when the phone is turned and the pictures change their size', async () => {
    const [wide, high] = [await smilingFace(), await groupPicture()];
    for (let tMs = 0; tMs < 500; tMs += 100) await faceIn(await createImageBitmap(wide), tMs);
    const upright = { resizeWidth: 480, resizeHeight: 640 } as const;
    const portrait = await createImageBitmap(high, 1060, 130, 270, 360, upright);
    const turned = await faceIn(await createImageBitmap(portrait), 500);
    await client.reset();
    const fresh = await faceIn(portrait);
    expect(turned.box).to.deep.equal(fresh.box);
    expect(turned.facialValence).to.equal(fresh.facialValence);
  });

  it('reads a VideoFrame as it reads a picture', async () => {
    const picture = await smilingFace();
    const video = await faceIn(new VideoFrame(picture, { timestamp: 0 }));
    await client.reset();
    const still = await faceIn(picture);
    expect(video.landmarks[3]).to.be.closeTo(still.landmarks[3]!, 1e-3);
    expect(video.expression.happiness).to.be.closeTo(still.expression.happiness, 0.02);
  });

  it('counts every face and reads the one in the middle', async () => {
    const group = await createImageBitmap(await groupPicture(), 480, 40, 1280, 720);
    const face = await faceIn(group);
    expect(face.facesSeen).to.equal(3);
    expect(face.box.x + face.box.width / 2).to.be.within(0.45, 0.7);
  });

  it('finds none where there is none, and in a picture of one pixel', async () => {
    for (const frame of [noFace(), noFace(1, 1)]) {
      const reading = await read(frame);
      expect(reading.face).to.equal(null);
      expect('presence' in reading && reading.presence).to.be.below(0.5);
    }
  });

  it('says how long each stage took, and that it holds no frame', async () => {
    const { stageMs } = await faceIn(await smilingFace());
    expect(stageMs).to.have.all.keys('upload', 'detect', 'landmarks', 'iris', 'classify', 'total');
    const tracked = await faceIn(await smilingFace(), 33);
    expect(tracked.stageMs).not.to.have.property('detect');
    const report = await client.report();
    expect(report).to.include({ backend: 'wasm', build: 'wasm', openFrames: 0, gpuBuffers: 0, deviceLosses: 0 });
    expect(report.medianStageMs.total).to.be.above(0);
    expect(report.selfTests.at(-1)).to.include({ backend: 'wasm', passed: true });
  });

  it('sees a neutral face begin to smile', async function () {
    const pictures = await clipPictures('neutral-to-smile.mjpeg');
    if (!pictures) {
      console.info('skipped: the shared clips are not here');
      return this.skip();
    }
    const faces: FaceReading[] = [];
    for (const [i, picture] of pictures.entries())
      if (i % 3 === 0) faces.push(await faceIn(await createImageBitmap(picture), (1000 * i) / 30));
    expect(faces.slice(0, 5).every(({ expression }) => expression.neutral > 0.7)).to.equal(true);
    expect(faces.slice(-10).every(({ expression }) => expression.happiness > 0.6)).to.equal(true);
    expect(faces.every(({ facesSeen }) => facesSeen === 1)).to.equal(true);
  });

  it('reads nothing in a cartoon', async function () {
    const pictures = await clipPictures('no-face.mjpeg');
    if (!pictures) {
      console.info('skipped: the shared clips are not here');
      return this.skip();
    }
    for (const [i, picture] of pictures.entries())
      if (i % 10 === 0) expect((await read(await createImageBitmap(picture), (1000 * i) / 30)).face).to.equal(null);
  });
});
