import { expect } from 'chai';
import fc from 'fast-check';
import { samplingOf } from '../../../app/vision/frame/frame-source';
import type { Pixels, Window } from '../../../app/vision/frame/resample';
import { GreyMemory, resample, type Sampling, samplesPerSide, windowOf } from '../../../app/vision/frame/resample';
import { cropToFrame } from '../../../app/vision/geometry/affine';
import type { InputSpec } from '../../../app/vision/runtime/models';

const SIZE = 4;
const EDGE = samplingOf('landmarks');
const rgb: InputSpec = { name: 'x', shape: [1, 3, SIZE, SIZE], color: 'rgb', mean: [0, 0, 0], std: [1, 1, 1] };

/** Red rises by 10 a column, green by 20 a row, blue is 51. */
function ramp(width: number, height: number): Pixels {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let i = 0; i < width * height; i++) data.set([10 * (i % width), 20 * Math.floor(i / width), 51, 255], 4 * i);
  return { data, width, height, window: { left: 0, top: 0, width, height } };
}

/** The frame with only `window` of it in memory. */
function part({ data, width, height }: Pixels, window: Window): Pixels {
  const rows = Array.from({ length: window.height }, (_, y) => {
    const from = 4 * ((window.top + y) * width + window.left);
    return [...data.subarray(from, from + 4 * window.width)];
  });
  return { data: Uint8ClampedArray.from(rows.flat()), width, height, window };
}

/** Regions in and around a frame of 40 x 30 pixels. */
const anywhere = fc.record({
  cx: fc.double({ min: -30, max: 70, noNaN: true }),
  cy: fc.double({ min: -30, max: 60, noNaN: true }),
  size: fc.double({ min: 0.5, max: 60, noNaN: true }),
  angle: fc.double({ min: -Math.PI, max: Math.PI, noNaN: true }),
});

const whole = (pixels: Pixels) =>
  cropToFrame({ cx: pixels.width / 2, cy: pixels.height / 2, size: pixels.width, angle: 0 }, SIZE);

describe('resample', () => {
  it('copies pixel for pixel where a crop is as large as the frame', () => {
    const out = new Float32Array(3 * SIZE * SIZE);
    const pixels = ramp(SIZE, SIZE);
    resample(pixels, whole(pixels), rgb, EDGE, out);
    expect(out[2]! * 255).to.be.closeTo(20, 1e-4);
    expect(out[SIZE * SIZE + 3 * SIZE]! * 255).to.be.closeTo(60, 1e-4);
    expect(out[2 * SIZE * SIZE]).to.be.closeTo(0.2, 1e-6);
  });

  it('is right on a slope at any scale, pixel centres at .5', () => {
    const pixels = ramp(24, 24);
    const out = new Float32Array(3 * SIZE * SIZE);
    resample(pixels, whole(pixels), rgb, EDGE, out);
    // The crop's second column is centred on 9 of 24 frame pixels, between columns 8 and 9.
    expect(out[1]! * 255).to.be.closeTo(85, 1e-3);
  });

  it('normalises each channel, or weighs them to grey', () => {
    const pixels = ramp(SIZE, SIZE);
    const grey = {
      ...rgb,
      shape: [1, 1, SIZE, SIZE],
      color: 'grey' as const,
      luma: [0.5, 0.25, 0.25],
      mean: [0.5, 0.5, 0.5],
      std: [0.5, 0.5, 0.5],
    };
    const out = new Float32Array(SIZE * SIZE);
    resample(pixels, whole(pixels), grey, EDGE, out);
    const expected = (0.5 * 10 + 0.25 * 20 + 0.25 * 51) / 255;
    expect(out[SIZE + 1]).to.be.closeTo((expected - 0.5) / 0.5, 1e-6);
  });

  it('shows black or the edge beyond the frame', () => {
    const pixels = ramp(SIZE, SIZE);
    const beyond = cropToFrame({ cx: -10, cy: 2, size: 4, angle: 0 }, SIZE);
    const out = new Float32Array(3 * SIZE * SIZE);
    resample(pixels, beyond, rgb, EDGE, out);
    expect(out[2 * SIZE * SIZE]).to.be.closeTo(0.2, 1e-6);
    resample(pixels, beyond, rgb, { ...EDGE, border: 'black' }, out);
    expect([...out].every((value) => value === 0)).to.equal(true);
  });

  it('makes a grey crop what its colours weigh together, at any place, size and angle, in memory that is used again', () => {
    const grey = { ...rgb, shape: [1, 1, SIZE, SIZE], color: 'grey' as const, luma: [0.299, 0.587, 0.114] };
    const pixels = ramp(40, 30);
    const memory = new GreyMemory();
    const property = fc.property(anywhere, (region) => {
      const map = cropToFrame(region, SIZE);
      const some = part(pixels, windowOf([map], SIZE, pixels.width, pixels.height));
      const [colours, greys] = [new Float32Array(3 * SIZE * SIZE), new Float32Array(SIZE * SIZE)];
      resample(some, map, rgb, samplingOf('expression'), colours);
      resample(some, map, grey, samplingOf('expression'), greys, 0, memory);
      const channel = (c: number, i: number): number => grey.luma[c]! * colours[c * SIZE * SIZE + i]!;
      greys.forEach((value, i) => {
        expect(value).to.be.closeTo(channel(0, i) + channel(1, i) + channel(2, i), 1e-6);
      });
    });
    fc.assert(property, { seed: 11, numRuns: 200 });
  });

  it('reads the same from the window it asks for as from the whole frame, at any place, size and angle', () => {
    const pixels = ramp(40, 30);
    const property = fc.property(
      anywhere,
      fc.constantFrom('detector' as const, 'iris' as const, 'expression' as const),
      (region, role) => {
        const map = cropToFrame(region, SIZE);
        const [fromAll, fromPart] = [new Float32Array(3 * SIZE * SIZE), new Float32Array(3 * SIZE * SIZE)];
        resample(pixels, map, rgb, samplingOf(role), fromAll);
        resample(
          part(pixels, windowOf([map], SIZE, pixels.width, pixels.height)),
          map,
          rgb,
          samplingOf(role),
          fromPart,
        );
        expect(fromPart).to.deep.equal(fromAll);
      },
    );
    fc.assert(property, { seed: 7, numRuns: 500 });
  });

  it('takes more samples only where it would skip pixels', () => {
    const at = (scale: number): number => samplesPerSide([scale, 0, 0, scale, 0, 0], EDGE);
    expect([at(0.5), at(2), at(2.01), at(5), at(50)]).to.deep.equal([1, 1, 2, 3, 4]);
  });

  it('shows the expression model every pixel of a near face: the finest pattern becomes even grey', () => {
    const size = 48;
    const spec = { ...rgb, shape: [1, 1, size, size], color: 'grey' as const, luma: [0.299, 0.587, 0.114] };
    const board: Pixels = {
      data: new Uint8ClampedArray(4 * 640 * 480),
      width: 640,
      height: 480,
      window: { left: 0, top: 0, width: 640, height: 480 },
    };
    for (let i = 0; i < 640 * 480; i++) {
      const bright = (i + Math.floor(i / 640)) % 2 === 0;
      board.data.set(bright ? [200, 200, 200, 255] : [60, 60, 60, 255], 4 * i);
    }
    // How far the greys of the crop lie apart, 0..255, where they should all be 130.
    const spread = (sampling: Sampling, side: number, angle: number): number => {
      const out = new Float32Array(size * size);
      resample(board, cropToFrame({ cx: 320.3, cy: 240.6, size: side, angle }, size), spec, sampling, out);
      return 255 * out.reduce((top, value) => Math.max(top, Math.abs(value - 130 / 255)), 0);
    };
    for (const side of [96, 150, 220.5, 399])
      for (const angle of [0, 0.1, 0.6])
        expect(spread(samplingOf('expression'), side, angle)).to.be.below(22, `${side} pixels, ${angle} rad`);
    expect(spread(EDGE, 96, 0.1)).to.be.above(60);
  });

  it('reads a frame of one pixel', () => {
    const out = new Float32Array(3 * SIZE * SIZE);
    const pixels = ramp(1, 1);
    resample(pixels, whole(pixels), rgb, EDGE, out);
    expect(out[2 * SIZE * SIZE]).to.be.closeTo(0.2, 1e-6);
  });
});
