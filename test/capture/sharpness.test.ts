import { expect } from 'chai';
import { FRAMING_LIMITS } from '../../app/capture/framing';
import { type Light, LightMeter } from '../../app/capture/light';
import { SHARPNESS_PX, sharpnessOf } from '../../app/capture/sharpness';

/** A face of a light oval with dark eyes and mouth, its edges `soft` pixels wide. */
function drawnFace(soft: number): Uint8ClampedArray {
  const canvas = new OffscreenCanvas(SHARPNESS_PX, SHARPNESS_PX);
  const context = canvas.getContext('2d')!;
  context.filter = soft > 0 ? `blur(${soft}px)` : 'none';
  const oval = (colour: string, x: number, y: number, width: number, height: number): void => {
    context.fillStyle = colour;
    context.beginPath();
    context.ellipse(x, y, width, height, 0, 0, 2 * Math.PI);
    context.fill();
  };
  context.fillStyle = '#665';
  context.fillRect(-20, -20, 104, 104);
  oval('#cba', 32, 32, 30, 38);
  for (const x of [20, 44]) {
    oval('#432', x, 16, 7, 1.5);
    oval('#fff', x, 24, 5, 3);
    oval('#222', x, 24, 2.5, 2.5);
  }
  oval('#a54', 32, 48, 9, 3);
  return context.getImageData(0, 0, SHARPNESS_PX, SHARPNESS_PX).data;
}

describe('sharpnessOf', () => {
  it('falls with every blur, from well above what is told to below it', () => {
    const values = [0, 1, 2, 4].map((soft) => sharpnessOf(drawnFace(soft)));
    expect(values).to.deep.equal(values.toSorted((a, b) => b - a));
    expect(values[0]).to.be.above(2 * FRAMING_LIMITS.blur.leave);
    expect(values[3]).to.be.below(FRAMING_LIMITS.blur.enter);
  });

  it('is the same in any light, and 0 of nothing', () => {
    const face = drawnFace(1);
    const dim = face.map((value, at) => (at % 4 === 3 ? 255 : value / 3));
    expect(sharpnessOf(dim)).to.be.closeTo(sharpnessOf(face), 0.002);
    expect(sharpnessOf(new Uint8ClampedArray(4 * SHARPNESS_PX ** 2).fill(90))).to.equal(0);
  });
});

describe('LightMeter', () => {
  it('fetches what measures sharpness with the first face, and tells a sharp one from a plain one', async () => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 480];
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#888';
    context.fillRect(0, 0, 640, 480);
    const video = Object.assign(document.createElement('video'), { muted: true, srcObject: canvas.captureStream(30) });
    const drawn = new ImageData(new Uint8ClampedArray(drawnFace(0)), SHARPNESS_PX);
    context.putImageData(drawn, 100, 100);
    await video.play();
    const share = SHARPNESS_PX / 640;
    const face = { x: 100 / 640, y: 100 / 480, width: share, height: SHARPNESS_PX / 480 };
    let nowMs = 0;
    const meter = new LightMeter(video, () => (nowMs += 1000));
    expect(meter.light(null)).not.to.have.property('sharpness');
    let light: Light | null = null;
    while (light?.sharpness === undefined) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      light = meter.light(face);
    }
    expect(light.sharpness).to.be.above(FRAMING_LIMITS.blur.leave);
    expect(meter.light({ ...face, x: 0.5, y: 0.5 })!.sharpness).to.be.below(FRAMING_LIMITS.blur.enter);
    for (const track of (video.srcObject as MediaStream).getTracks()) track.stop();
  });
});
