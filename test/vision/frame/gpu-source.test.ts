import { expect } from 'chai';
import type { Picture } from '../../../app/vision/frame/frame-source';
import { samplingOf } from '../../../app/vision/frame/frame-source';
import { GpuSource } from '../../../app/vision/frame/gpu-source';
import { resample } from '../../../app/vision/frame/resample';
import type { Affine } from '../../../app/vision/geometry/affine';
import { cropToFrame } from '../../../app/vision/geometry/affine';
import { MODEL_ROLES, type ModelRole } from '../../../app/vision/protocol';
import { openGpu } from '../../../app/vision/runtime/gpu-device';
import { MODELS } from '../../../app/vision/runtime/models';

const WIDTH = 96;
const HEIGHT = 64;

/** Colours that change from pixel to pixel, so that half a pixel of error shows. */
function pattern(): ImageData {
  const image = new ImageData(WIDTH, HEIGHT);
  for (let i = 0; i < image.data.length; i++) {
    const [x, y] = [(i >> 2) % WIDTH, Math.floor((i >> 2) / WIDTH)];
    image.data[i] = i % 4 === 3 ? 255 : 128 + 100 * Math.sin(0.7 * x + 1.1 * y + (i % 4));
  }
  return image;
}

/** Colours that change so slowly that a smaller picture shows the same. */
function slope(width: number, height: number): ImageData {
  const image = new ImageData(width, height);
  for (let i = 0; i < image.data.length; i++) {
    const [x, y] = [(i >> 2) % width, Math.floor((i >> 2) / width)];
    image.data[i] = i % 4 === 3 ? 255 : 128 + 100 * Math.sin(x / 150 + y / 90 + (i % 4));
  }
  return image;
}

const videoFrame = ({ data, width, height }: ImageData): VideoFrame =>
  new VideoFrame(data, { format: 'RGBX', codedWidth: width, codedHeight: height, timestamp: 0 });

/** `device` as one whose textures have at most `side` pixels a side. */
const limited = (device: GPUDevice, side: number): GPUDevice =>
  new Proxy(device, {
    get(target, key) {
      if (key === 'limits') return { maxTextureDimension2D: side };
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

const EYES: Affine[] = [
  cropToFrame({ cx: 30, cy: 30, size: 20, angle: 0.4 }, 64),
  cropToFrame({ cx: 60, cy: 30, size: 20, angle: 0.3 }, 64, true),
];
const CROPS: [ModelRole, string, Affine[]][] = [
  ['detector', 'the whole frame with black around it', [cropToFrame({ cx: 48, cy: 32, size: 96, angle: 0 }, 128)]],
  ['detector', 'a large frame, several samples a pixel', [cropToFrame({ cx: 48, cy: 32, size: 640, angle: 0 }, 128)]],
  ['landmarks', 'a turned region that leaves the frame', [cropToFrame({ cx: 80, cy: 50, size: 60, angle: 0.6 }, 192)]],
  ['iris', 'both eyes, one mirrored', EYES],
  ['expression', 'one channel', [cropToFrame({ cx: 48, cy: 32, size: 50, angle: -0.2 }, 64)]],
  ['expression', 'a near face, every pixel of it', [cropToFrame({ cx: 48, cy: 32, size: 260, angle: 0.1 }, 48)]],
];

describe('GpuSource', () => {
  let source: GpuSource;
  const image = pattern();

  before(async () => {
    const { device } = await openGpu();
    source = new GpuSource(device, MODELS);
  });

  after(() => {
    source.close();
    source.device.destroy();
  });

  for (const [role, what, crops] of CROPS)
    it(`samples ${what} as the processor does`, async () => {
      const bitmap = await createImageBitmap(image);
      const expected = onProcessor(role, crops, image);
      expect(largestDifference(await onCard(source, bitmap, role, crops), expected)).to.be.below(2e-3);
      bitmap.close();
    });

  it('samples a VideoFrame as it samples a picture', async () => {
    const frame = videoFrame(image);
    const [role, , crops] = CROPS[2]!;
    const expected = onProcessor(role, crops, image);
    expect(largestDifference(await onCard(source, frame, role, crops), expected)).to.be.below(0.02);
    frame.close();
  });

  it('shrinks a picture that is larger than a texture can be', async () => {
    const image = slope(1200, 900);
    const [role, map] = ['landmarks', cropToFrame({ cx: 700, cy: 400, size: 500, angle: 0.3 }, 192)] as const;
    const expected = onProcessor(role, [map], image);
    const small = new GpuSource(limited(source.device, 512), MODELS);
    for (const picture of [await createImageBitmap(image), videoFrame(image)]) {
      expect(largestDifference(await onCard(small, picture, role, [map]), expected)).to.be.below(0.02);
      picture.close();
    }
    small.close();
  });

  it('copies a VideoFrame where it may not be imported', async () => {
    const frame = videoFrame(image);
    const copying = new GpuSource(source.device, MODELS, false);
    const [role, , crops] = CROPS[2]!;
    const expected = onProcessor(role, crops, image);
    expect(largestDifference(await onCard(copying, frame, role, crops), expected)).to.be.below(0.02);
    expect(copying.held).to.equal(2 * MODEL_ROLES.length + 1);
    copying.close();
    frame.close();
  });

  it('counts what it holds', async () => {
    const before = source.held;
    for (let i = 0; i < 5; i++) {
      const bitmap = await createImageBitmap(image, 0, 0, WIDTH, HEIGHT - i);
      await source.load(bitmap);
      source.unload();
      bitmap.close();
    }
    expect(source.held).to.equal(before);
  });
});

function onProcessor(role: ModelRole, crops: readonly Affine[], image: ImageData): Float32Array {
  const { data, width: frameWidth, height: frameHeight } = image;
  const window = { left: 0, top: 0, width: frameWidth, height: frameHeight };
  const pixels = { data, width: frameWidth, height: frameHeight, window };
  const { input } = MODELS[role];
  const [, channels, height, width] = input.shape as [number, number, number, number];
  const out = new Float32Array(crops.length * channels * height * width);
  for (const [i, map] of crops.entries())
    resample(pixels, map, input, samplingOf(role), out, i * channels * height * width);
  return out;
}

async function onCard(source: GpuSource, picture: Picture, role: ModelRole, crops: Affine[]): Promise<Float32Array> {
  await source.load(picture);
  source.sample(role, crops);
  source.unload();
  const { device } = source;
  const input = source.input(role);
  const copy = device.createBuffer({ size: input.size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  const encoder = device.createCommandEncoder();
  encoder.copyBufferToBuffer(input, 0, copy, 0, input.size);
  device.queue.submit([encoder.finish()]);
  await copy.mapAsync(GPUMapMode.READ);
  const values = new Float32Array(copy.getMappedRange().slice(0));
  copy.destroy();
  return values;
}

const largestDifference = (a: Float32Array, b: Float32Array): number =>
  b.reduce((top, value, i) => Math.max(top, Math.abs(value - a[i]!)), 0);
