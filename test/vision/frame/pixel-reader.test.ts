import { expect } from 'chai';
import type { Picture } from '../../../app/vision/frame/frame-source';
import { sizeOf } from '../../../app/vision/frame/frame-source';
import { PixelReader } from '../../../app/vision/frame/pixel-reader';
import type { Window } from '../../../app/vision/frame/resample';

const [WIDTH, HEIGHT] = [96, 64];
const INNER: Window = { left: 7, top: 5, width: 41, height: 33 };
const ALL: Window = { left: 0, top: 0, width: WIDTH, height: HEIGHT };

/** Waves in all planes of a camera's format: half the height again holds the two colour planes. */
function cameraFrame(init: Partial<VideoFrameBufferInit> = {}): VideoFrame {
  const planes = Uint8Array.from(
    { length: (WIDTH * HEIGHT * 3) / 2 },
    (_, i) => 128 + 90 * Math.sin(0.3 * i + i / WIDTH),
  );
  return new VideoFrame(planes, { format: 'I420', codedWidth: WIDTH, codedHeight: HEIGHT, timestamp: 0, ...init });
}

async function bitmap(): Promise<ImageBitmap> {
  const frame = cameraFrame();
  const still = await createImageBitmap(frame);
  frame.close();
  return still;
}

/** What a canvas shows of `picture` in `window`. */
function drawn(picture: Picture, { left, top, width, height }: Window): number[] {
  const size = sizeOf(picture);
  const context = new OffscreenCanvas(size.width, size.height).getContext('2d', { alpha: false })!;
  context.drawImage(picture, 0, 0);
  return [...context.getImageData(left, top, width, height).data];
}

const PICTURES: [string, () => VideoFrame | Promise<ImageBitmap>][] = [
  ['a camera frame', cameraFrame],
  ['a part of a larger frame', () => cameraFrame({ visibleRect: { x: 16, y: 8, width: 64, height: 48 } })],
  ['a bitmap', bitmap],
];

describe('PixelReader', () => {
  for (const [name, make] of PICTURES)
    it(`reads of ${name} what a canvas shows, into the same memory`, async () => {
      const [picture, reader] = [await make(), new PixelReader()];
      const { width, height } = sizeOf(picture);
      const whole = await reader.read(picture, { ...ALL, width, height });
      expect([...whole.data]).to.deep.equal(drawn(picture, whole.window));
      const { data, window } = await reader.read(picture, INNER);
      expect(data.buffer).to.equal(whole.data.buffer);
      expect([...data.subarray(0, 4 * window.width * window.height)]).to.deep.equal(drawn(picture, window));
      expect(window).to.deep.equal({ left: 6, top: 4, width: 42, height: 34 });
      picture.close();
    });

  it('leaves to a canvas what is shown stretched, and then reads plain frames as before', async () => {
    const [stretched, plain] = [cameraFrame({ displayWidth: 2 * WIDTH, displayHeight: HEIGHT }), cameraFrame()];
    const reader = new PixelReader();
    for (const picture of [stretched, plain]) {
      const { data, window } = await reader.read(picture, INNER);
      expect([...data.subarray(0, 4 * window.width * window.height)]).to.deep.equal(drawn(picture, window));
      picture.close();
    }
  });

  it('leaves everything to a canvas where copyTo keeps the frame’s own format', async () => {
    const { copyTo } = VideoFrame.prototype;
    VideoFrame.prototype.copyTo = function (to, { format: _, ...options } = {}) {
      return copyTo.call(this, to, options);
    };
    try {
      const [picture, reader] = [await bitmap(), new PixelReader()];
      const { data, window } = await reader.read(picture, INNER);
      expect([...data]).to.deep.equal(drawn(picture, window));
      picture.close();
    } finally {
      VideoFrame.prototype.copyTo = copyTo;
    }
  });
});
