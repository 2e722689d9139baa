import { numbersFrom } from '../../../app/base/seeded';
import type { CanonicalMesh } from './canonical-mesh';

/** How a participant looks; colours as CSS has them. */
export interface Looks {
  readonly skin: string;
  readonly lips: string;
  readonly hair: string;
  readonly iris: string;
  readonly seed: number;
}

export const LOOKS: Looks = { skin: '#c99679', lips: '#a85a52', hair: '#2c211c', iris: '#5b4030', seed: 7 };

type Paint = (context: OffscreenCanvasRenderingContext2D, side: number) => void;

/** A square picture, painted. */
export function picture(side: number, paint: Paint): OffscreenCanvas {
  const canvas = new OffscreenCanvas(side, side);
  paint(canvas.getContext('2d')!, side);
  return canvas;
}

const BROWS = [
  { upper: [70, 63, 105, 66, 107], lower: [46, 53, 52, 65, 55] },
  { upper: [300, 293, 334, 296, 336], lower: [276, 283, 282, 295, 285] },
] as const;
const LIPS_OUTSIDE = [61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185];
const LID_LINES = [
  [33, 246, 161, 160, 159, 158, 157, 173, 133],
  [263, 466, 388, 387, 386, 385, 384, 398, 362],
] as const;
const LOWER_LINES = [
  [33, 7, 163, 144, 145, 153, 154, 155, 133],
  [263, 249, 390, 373, 374, 380, 381, 382, 362],
] as const;
const CREASES = [
  [247, 30, 29, 27, 28, 56, 190],
  [467, 260, 259, 257, 258, 286, 414],
] as const;

/** The skin of the whole face as the mesh unfolds it: brows, lips, lashes, nostrils, and the spots that skin has. */
export function skin({ uv }: CanonicalMesh, looks: Looks): OffscreenCanvas {
  const random = numbersFrom(looks.seed);
  return picture(1024, (context, side) => {
    const at = (point: number): [number, number] => [uv[2 * point]! * side, (1 - uv[2 * point + 1]!) * side];
    const line = (points: readonly number[]): Path2D => {
      const path = new Path2D();
      for (const [k, point] of points.entries()) path[k === 0 ? 'moveTo' : 'lineTo'](...at(point));
      return path;
    };
    const stroke = (points: readonly number[], style: string, width: number): void => {
      context.strokeStyle = style;
      context.lineWidth = width;
      context.stroke(line(points));
    };
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.fillStyle = looks.skin;
    context.fillRect(0, 0, side, side);
    glow(context, at(50), 110, 'rgba(196, 96, 84, .28)');
    glow(context, at(280), 110, 'rgba(196, 96, 84, .28)');
    glow(context, at(4), 70, 'rgba(196, 96, 84, .22)');
    for (const point of [230, 450]) glow(context, at(point), 45, 'rgba(90, 50, 50, .22)');
    for (const point of [133, 362]) glow(context, at(point), 45, 'rgba(70, 40, 36, .35)');
    for (const point of [205, 425]) glow(context, at(point), 40, 'rgba(80, 44, 40, .10)');
    glow(context, at(18), 60, 'rgba(60, 30, 26, .3)');
    spots(context, side, random);

    context.filter = 'blur(3px)';
    context.fillStyle = looks.lips;
    context.fill(line(LIPS_OUTSIDE));
    context.filter = 'blur(2px)';
    stroke([78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308], 'rgba(60, 16, 18, .9)', 5);
    stroke([78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308], 'rgba(60, 16, 18, .8)', 5);
    for (const creases of CREASES) stroke(creases, 'rgba(70, 36, 30, .5)', 5);
    for (const lids of LOWER_LINES) stroke(lids, 'rgba(70, 34, 30, .75)', 5);
    context.filter = 'blur(1px)';
    for (const lids of LID_LINES) stroke(lids, 'rgba(24, 14, 12, .95)', 9);
    for (const [near, far] of [
      [98, 97],
      [327, 326],
    ] as const) {
      const [[x1, y1], [x2, y2]] = [at(near), at(far)];
      context.fillStyle = 'rgba(40, 16, 14, .9)';
      context.beginPath();
      context.ellipse((x1 + x2) / 2, (y1 + y2) / 2 - 4, Math.abs(x2 - x1) * 0.42, 8, 0, 0, 2 * Math.PI);
      context.fill();
    }
    context.filter = 'none';
    for (const brow of BROWS) hairs(context, brow.upper.map(at), brow.lower.map(at), looks.hair, random);
  });
}

/** Sclera, iris and pupil as they face the front; the picture is wide as the eyeball. */
export const eye = ({ iris }: Looks): OffscreenCanvas =>
  picture(512, (context, side) => {
    context.fillStyle = '#e4dcd6';
    context.fillRect(0, 0, side, side);
    const middle = side / 2;
    const disc = (radius: number, style: string): void => {
      context.fillStyle = style;
      context.beginPath();
      context.arc(middle, middle, radius * side, 0, 2 * Math.PI);
      context.fill();
    };
    context.filter = 'blur(3px)';
    // An iris is 11.7 mm wide; the ball behind these lids 30.
    disc(0.2, '#241a16');
    disc(0.185, iris);
    disc(0.085, '#0a0706');
    context.filter = 'none';
    context.fillStyle = 'rgba(255, 255, 255, .9)';
    context.beginPath();
    context.arc(middle - 28, middle - 40, 11, 0, 2 * Math.PI);
    context.fill();
  });

/** Strands from the bottom of the picture to its top. */
export const hair = (looks: Looks): OffscreenCanvas =>
  picture(512, (context, side) => {
    const random = numbersFrom(looks.seed + 1);
    context.fillStyle = looks.hair;
    context.fillRect(0, 0, side, side);
    for (let n = 0; n < 1500; n++) {
      const light = random() < 0.5;
      context.strokeStyle = light ? 'rgba(150, 120, 100, .12)' : 'rgba(0, 0, 0, .25)';
      context.lineWidth = 1 + 2 * random();
      const [x, y] = [random() * side, random() * side];
      context.beginPath();
      context.moveTo(x, y);
      context.lineTo(x + 12 * (random() - 0.5), y + 60 + 60 * random());
      context.stroke();
    }
  });

/** One colour, as cloth, wall or the dark of a mouth. */
export const plain = (colour: string): OffscreenCanvas =>
  picture(64, (context, side) => {
    context.fillStyle = colour;
    context.fillRect(0, 0, side, side);
  });

/** A wall with a window, a shelf and a door, out of focus. */
export const room = (): OffscreenCanvas =>
  picture(512, (context, side) => {
    const wall = context.createLinearGradient(0, 0, side, side);
    wall.addColorStop(0, '#a9aca6');
    wall.addColorStop(1, '#7d7f7c');
    context.fillStyle = wall;
    context.fillRect(0, 0, side, side);
    context.filter = 'blur(9px)';
    for (const [x, y, width, height, colour] of [
      [30, 60, 90, 180, '#cfd8dc'],
      [360, 120, 140, 14, '#6c5c4c'],
      [375, 60, 24, 62, '#8d4a40'],
      [405, 72, 20, 50, '#3f5c70'],
      [430, 52, 28, 70, '#a58a58'],
      [420, 250, 92, 262, '#8b7a66'],
    ] as const) {
      context.fillStyle = colour;
      context.fillRect(x, y, width, height);
    }
  });

/** The teeth of both jaws, the upper row above. */
export const teeth = (): OffscreenCanvas =>
  picture(256, (context, side) => {
    context.fillStyle = '#3a1416';
    context.fillRect(0, 0, side, side);
    for (let n = 0; n < 10; n++) {
      context.fillStyle = '#d8cfc0';
      context.fillRect(6 + n * 25, 20, 23, 216);
    }
  });

function glow(context: OffscreenCanvasRenderingContext2D, [x, y]: [number, number], radius: number, colour: string) {
  const gradient = context.createRadialGradient(x, y, 0, x, y, radius);
  gradient.addColorStop(0, colour);
  gradient.addColorStop(1, colour.replace(/[\d.]+\)$/, '0)'));
  context.fillStyle = gradient;
  context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius);
}

function spots(context: OffscreenCanvasRenderingContext2D, side: number, random: () => number): void {
  for (let n = 0; n < 6000; n++) {
    const isDark = random() < 0.5;
    context.fillStyle = isDark ? 'rgba(90, 50, 40, .07)' : 'rgba(255, 226, 206, .06)';
    context.beginPath();
    context.arc(random() * side, random() * side, 1 + 5 * random() ** 3, 0, 2 * Math.PI);
    context.fill();
  }
}

/** A brow: short hairs between its lower and its upper edge, leaning outwards. */
function hairs(
  context: OffscreenCanvasRenderingContext2D,
  upper: readonly [number, number][],
  lower: readonly [number, number][],
  colour: string,
  random: () => number,
): void {
  const along = (edge: readonly [number, number][], t: number): [number, number] => {
    const k = Math.min(edge.length - 2, Math.floor(t * (edge.length - 1)));
    const share = t * (edge.length - 1) - k;
    return [0, 1].map((n) => edge[k]![n]! * (1 - share) + edge[k + 1]![n]! * share) as [number, number];
  };
  context.strokeStyle = colour;
  context.globalAlpha = 0.75;
  for (let n = 0; n < 900; n++) {
    const t = random();
    // A brow is thinner than what moves with it, and thinnest at its outer end.
    const width = 0.22 + 0.5 * t;
    const height = 0.5 + width * (random() - 0.5);
    const [[ux, uy], [lx, ly]] = [along(upper, t), along(lower, t)];
    const [x, y] = [lx + (ux - lx) * height, ly + (uy - ly) * height];
    const outwards = Math.sign(upper[0]![0] - upper.at(-1)![0]);
    context.lineWidth = 1 + random();
    context.beginPath();
    context.moveTo(x, y);
    context.lineTo(x + outwards * (6 + 6 * random()), y - 6 + 8 * random());
    context.stroke();
  }
  context.globalAlpha = 1;
}
