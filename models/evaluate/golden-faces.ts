/** Side of a picture in pixels, as FER+ faces have it. */
const SIDE = 48;
/** How many pictures the golden file of the expression model is about. */
export const GOLDEN_FACES = 200;

/** Whole numbers from `low` to `high`: the upper half of a 32-bit linear congruential generator (Numerical Recipes). */
function drawing(seed: number): (low: number, high: number) => number {
  let state = seed >>> 0;
  return (low, high) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return low + ((state >>> 16) % (high - low + 1));
  };
}

/**
 * `count` grey cartoons of faces, uint8, count x 48 x 48, every eighth of them noise: inputs that may be committed as a seed,
 * for comparing the shipped model with PyTorch. Whole numbers only, so that `golden_faces.py` draws the same bytes.
 */
export function goldenFaces(count = GOLDEN_FACES): Uint8Array<ArrayBuffer> {
  const faces = new Uint8Array(count * SIDE * SIDE);
  for (let index = 0; index < count; index++) {
    const pixel = index % 8 === 7 ? noise(index) : cartoon(index);
    for (let y = 0; y < SIDE; y++)
      for (let x = 0; x < SIDE; x++) faces[(index * SIDE + y) * SIDE + x] = Math.min(255, Math.max(0, pixel(x, y)));
  }
  return faces;
}

type Pixel = (x: number, y: number) => number;

function noise(seed: number): Pixel {
  const draw = drawing(seed);
  return () => draw(0, 255);
}

function cartoon(seed: number): Pixel {
  const draw = drawing(seed);
  const [ground, slopeX, slopeY] = [draw(20, 160), draw(-24, 24), draw(-24, 24)];
  const [cx, cy, skin, ink] = [draw(20, 28), draw(22, 28), draw(110, 230), draw(5, 90)];
  const [halfWidth, halfHeight, eyeX, eyeY] = [draw(15, 21), draw(19, 25), draw(7, 9), draw(4, 7)];
  const [eyeHeight, browRise, browTilt] = [draw(1, 3), draw(3, 6), draw(-3, 3)];
  const [mouthY, mouthWidth, mouthHeight, curve] = [draw(8, 12), draw(5, 10), draw(1, 4), draw(-4, 4)];
  const grain = draw(0, 14);
  return (x, y) => {
    const [dx, dy] = [x - cx, y - cy];
    const side = Math.abs(dx) - eyeX;
    const shade = (slopeX * dx + slopeY * dy) >> 4;
    let value = ground + shade;
    if (inEllipse(dx, dy, halfWidth, halfHeight)) value = skin + shade;
    if (inEllipse(side, dy + eyeY, 3, eyeHeight)) value = ink;
    if (inEllipse(side, dy + eyeY + browRise + ((browTilt * side) >> 3), 4, 1)) value = ink;
    if (inEllipse(dx, dy - mouthY + ((curve * dx * dx) >> 6), mouthWidth, mouthHeight)) value = ink + (ink >> 1);
    return value + draw(-grain, grain);
  };
}

const inEllipse = (dx: number, dy: number, rx: number, ry: number): boolean =>
  dx * dx * ry * ry + dy * dy * rx * rx <= rx * rx * ry * ry;
