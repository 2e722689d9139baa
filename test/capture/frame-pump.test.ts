import { expect } from 'chai';
import { FrontCamera } from '../../app/capture/camera';
import { FrameTimes } from '../../app/capture/frame-times';
import { LightMeter, lightOf } from '../../app/capture/light';
import type { CameraStream, Frame } from '../../app/capture/types';

/** Everything here runs on the camera Chromium fakes: a moving test picture, granted without a question. */
describe('the frame pump on a real camera stream', () => {
  let stream: CameraStream;
  const NativeFrame = globalThis.VideoFrame;
  let made: VideoFrame[] = [];

  beforeEach(async () => {
    made = [];
    globalThis.VideoFrame = new Proxy(NativeFrame, {
      construct(target, args) {
        const frame = Reflect.construct(target, args) as VideoFrame;
        made.push(frame);
        return frame;
      },
    });
    stream = await new FrontCamera().open();
  });

  afterEach(() => {
    stream.stop();
    globalThis.VideoFrame = NativeFrame;
  });

  /** Pumps until `count` frames came, each consumed by `consume` and closed; then stops. */
  async function take(count: number, consume: () => Promise<void> = async () => {}): Promise<number[]> {
    const times: number[] = [];
    await new Promise<void>((resolve) => {
      const stop = stream.pump(async ({ image, tMs }: Frame) => {
        times.push(tMs);
        await consume();
        image.close();
        if (times.length < count) return;
        stop();
        resolve();
      });
    });
    return times;
  }

  const open = (): number => made.filter((frame) => frame.format !== null).length;

  it('gives frames in ascending time from 0 on, at about the rate of the camera', async () => {
    const times = await take(6);
    expect(times[0]).to.equal(0);
    for (let i = 1; i < times.length; i++) expect(times[i]).to.be.greaterThan(times[i - 1]!);
    expect(times[5]).to.be.within(50, 5_000);
    expect(open()).to.equal(0);
  });

  it('begins at 0 with the first frame that can be taken', async () => {
    const Recording = globalThis.VideoFrame;
    let refused = 0;
    globalThis.VideoFrame = new Proxy(Recording, {
      construct(target, args) {
        if (refused++ < 3) throw new DOMException('no picture yet', 'InvalidStateError');
        return Reflect.construct(target, args) as VideoFrame;
      },
    });
    const times = await take(3);
    expect(refused).to.be.greaterThan(3);
    expect(times[0]).to.equal(0);
    expect(times[2]).to.be.greaterThan(0);
  });

  it('never makes a frame while the consumer is busy', async () => {
    let busy = 0;
    let most = 0;
    await take(5, async () => {
      most = Math.max(most, ++busy);
      const pictures = new Promise((resolve) => {
        let left = 4;
        requestAnimationFrame(function next() {
          left-- > 0 ? requestAnimationFrame(next) : resolve(undefined);
        });
      });
      await pictures;
      expect(open()).to.equal(1);
      busy--;
    });
    expect(most).to.equal(1);
    expect(open()).to.equal(0);
  });

  it('goes on after a consumer that failed', async () => {
    let calls = 0;
    await new Promise<void>((resolve) => {
      const stop = stream.pump(async ({ image }) => {
        image.close();
        if (++calls === 1) throw new Error('on purpose');
        stop();
        resolve();
      });
    });
    expect(calls).to.equal(2);
  });

  it('gives nothing after stop, and leaves nothing open', async () => {
    await take(2);
    const before = made.length;
    stream.stop();
    stream.pump(async () => expect.fail('a stopped stream gave a frame'));
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(made.length).to.equal(before);
    expect(open()).to.equal(0);
    expect(stream.media.getTracks().every((track) => track.readyState === 'ended')).to.equal(true);
  });

  it('keeps one time line over two pumps of one stream', async () => {
    const first = await take(2);
    const second = await take(2);
    expect(second[0]).to.be.greaterThan(first[1]!);
  });

  it('falls back to bitmaps where there are no video frames', async () => {
    Reflect.deleteProperty(globalThis, 'VideoFrame');
    const images: unknown[] = [];
    await new Promise<void>((resolve) => {
      const stop = stream.pump(async ({ image }) => {
        images.push(image);
        image.close();
        stop();
        resolve();
      });
    });
    expect(images[0]).to.be.instanceOf(ImageBitmap);
  });

  it('measures the light of the picture', async () => {
    await take(1);
    expect(stream.light(null)!.mean).to.be.within(0.05, 0.95);
  });
});

describe('FrameTimes', () => {
  it('prefers the capture time, then the media time, then the clock', () => {
    const capture = new FrameTimes();
    expect(capture.since({ now: 7, captureTime: 100, mediaTime: 9 })).to.equal(0);
    expect(capture.since({ now: 8, captureTime: 133, mediaTime: 9 })).to.equal(33);
    const media = new FrameTimes();
    expect(media.since({ now: 7, mediaTime: 2 })).to.equal(0);
    expect(media.since({ now: 8, mediaTime: 2.5 })).to.equal(500);
    const now = new FrameTimes();
    expect(now.since({ now: 7 })).to.equal(0);
    expect(now.since({ now: 40 })).to.equal(33);
  });

  it('never mixes clocks and never goes back', () => {
    const times = new FrameTimes();
    times.since({ now: 7, captureTime: 100 });
    expect(times.since({ now: 40, captureTime: 150 })).to.equal(50);
    expect(times.since({ now: 70 })).to.equal(50);
    expect(times.since({ now: 90, captureTime: 120 })).to.equal(50);
    expect(times.since({ now: 90, captureTime: 151 })).to.equal(51);
  });
});

describe('lightOf', () => {
  const pixel = (r: number, g: number, b: number, alpha = 255) => [r, g, b, alpha];
  const of = (pixels: readonly number[][], width = pixels.length, box?: Parameters<typeof lightOf>[2]) =>
    lightOf(new Uint8ClampedArray(pixels.flat()), width, box);

  it('weighs the colours as BT.709 does and ignores alpha', () => {
    expect(of([pixel(255, 255, 255, 0)]).mean).to.be.closeTo(1, 1e-9);
    expect(of([pixel(0, 0, 0)])).to.deep.equal({ mean: 0, white: 0 });
    expect(of([pixel(255, 0, 0), pixel(0, 255, 0)]).mean).to.be.closeTo((0.2126 + 0.7152) / 2, 1e-9);
  });

  it('measures inside the box alone, and what of it is in the picture', () => {
    const [dark, grey, white] = [pixel(0, 0, 0), pixel(128, 128, 128), pixel(250, 250, 250)];
    const rows = [
      [dark, dark, dark, dark],
      [dark, white, grey, dark],
      [dark, white, grey, dark],
      [dark, dark, dark, dark],
    ].flat();
    const inside = of(rows, 4, { x: 0.25, y: 0.25, width: 0.5, height: 0.5 });
    expect(inside.mean).to.be.closeTo((250 + 128) / 2 / 255, 1e-6);
    expect(inside.white).to.equal(0.5);
    expect(of(rows, 4, { x: -1, y: 0.25, width: 1.5, height: 0.25 }).white).to.equal(0.5);
    expect(of(rows, 4, { x: 2, y: 2, width: 0.1, height: 0.1 })).to.deep.equal({ mean: 0, white: 0 });
  });

  it('takes for white what has lost its light and shade, and no less', () => {
    expect(of([pixel(242, 242, 242)]).white).to.equal(0);
    expect(of([pixel(243, 243, 243)]).white).to.equal(1);
  });

  it('is unknown before the first picture', () => {
    expect(new LightMeter(document.createElement('video')).light(null)).to.equal(null);
  });
});
