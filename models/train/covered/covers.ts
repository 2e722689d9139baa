import { clamp } from '../../../app/base/clamp';

/** A grey picture, row by row, 0..255. */
export interface Grey {
  readonly data: Float32Array;
  readonly side: number;
}

/** Where a face lies in its picture, in pixels. */
export interface FacePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  point(index: number): readonly [x: number, y: number];
}

/** Covers that a reading has to be told of, and what may be taken for one and is none. */
export const COVERS = ['mouth', 'eyes', 'half'] as const;
export type Cover = (typeof COVERS)[number] | 'beside';

type Random = () => number;
/** How far a point lies outside of a shape, in pixels; below 0 inside. */
type Shape = (x: number, y: number) => number;

const SUBNASALE = 2;
const CHIN = 152;
const LIPS = 13;
const BRIDGE = 195;
const NOSE = 1;
const [BROW_RIGHT, BROW_LEFT] = [105, 334] as const;
const EYES = [
  [33, 133],
  [263, 362],
] as const;
const CHEEKS = [50, 280] as const;

/** The same picture with something drawn over it: of this kind, of random shape, place and look. */
export function covered(picture: Grey, face: FacePlace, cover: Cover, other: Grey | null, random: Random): Grey {
  const spread = (width: number): number => width * (2 * random() - 1);
  const shape = SHAPES[cover](face, random, spread);
  const look = lookOf(picture, face, other, random);
  const soft = 0.5 + 6 * random();
  const data = Float32Array.from(picture.data, (value, at) => {
    const [x, y] = [at % picture.side, Math.floor(at / picture.side)];
    const outside = shape(x, y);
    const share = clamp(0.5 - outside / soft, 0, 1);
    return share === 0 ? value : clamp((1 - share) * value + share * look(x, y, -outside), 0, 255);
  });
  return { data, side: picture.side };
}

const rectangle = (left: number, top: number, right: number, bottom: number, turn = 0): Shape => {
  const [cx, cy, cos, sin] = [(left + right) / 2, (top + bottom) / 2, Math.cos(turn), Math.sin(turn)];
  return (x, y) => {
    const u = Math.abs((x - cx) * cos + (y - cy) * sin) - (right - left) / 2;
    const v = Math.abs((y - cy) * cos - (x - cx) * sin) - (bottom - top) / 2;
    return Math.max(u, v);
  };
};

const ellipse =
  (cx: number, cy: number, rx: number, ry: number): Shape =>
  (x, y) =>
    (Math.hypot((x - cx) / rx, (y - cy) / ry) - 1) * Math.min(rx, ry);

const either =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    Math.min(...shapes.map((shape) => shape(x, y)));

/** Three or four fingers side by side. */
function fingers(cx: number, cy: number, long: number, thick: number, random: Random, turn: number): Shape {
  const count = 3 + Math.floor(2 * random());
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return (x, y) => {
    const u = Math.max(0, Math.abs((x - cx) * cos + (y - cy) * sin) - long / 2);
    const v = (y - cy) * cos - (x - cx) * sin;
    const distances = Array.from({ length: count }, (_, at) => Math.hypot(u, v - (at - (count - 1) / 2) * thick));
    return Math.min(...distances) - 0.48 * thick;
  };
}

type MakeShape = (face: FacePlace, random: Random, spread: (width: number) => number) => Shape;

const SHAPES: Readonly<Record<Cover, MakeShape>> = {
  mouth(face, random, spread) {
    const { x, width, height } = face;
    const [lipsX, lipsY] = face.point(LIPS);
    const [top, chin] = [face.point(SUBNASALE)[1], face.point(CHIN)[1]];
    const kind = random();
    if (kind < 0.4) {
      const [left, right] = [x + width * (0.1 + spread(0.12)), x + width * (0.9 + spread(0.12))];
      return rectangle(left, top + spread(0.06 * height), right, chin + spread(0.08 * height), spread(0.15));
    }
    if (kind < 0.6)
      return ellipse(lipsX, lipsY + 0.04 * height, width * (0.34 + 0.2 * random()), height * (0.2 + 0.12 * random()));
    if (kind < 0.85) {
      const long = width * (0.6 + 0.6 * random());
      return fingers(lipsX + spread(0.12 * width), lipsY, long, height * (0.09 + 0.05 * random()), random, spread(0.7));
    }
    const bridge = face.point(BRIDGE)[1];
    return rectangle(x - 5, bridge + (top - bridge) * random(), x + width + 5, chin + 20);
  },
  eyes(face, random, spread) {
    const { x, width, height } = face;
    if (random() < 0.3)
      return either(
        ...EYES.map(([outer, inner]) => {
          const [a, b] = [face.point(outer), face.point(inner)];
          return ellipse((a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + 3, 0.24 * width, 0.14 * height);
        }),
      );
    const top = browsOf(face) - height * (0.03 + spread(0.05));
    const bottom = face.point(BRIDGE)[1] + spread(0.06 * height);
    return rectangle(x + spread(0.08 * width), top, x + width * (1 + spread(0.08)), bottom, spread(0.1));
  },
  half(face, random, spread) {
    const { x, y, width, height } = face;
    const [top, bottom] = [y - 0.15 * height, y + 1.15 * height];
    const middle = face.point(NOSE)[0] + spread(0.06 * width);
    return random() < 0.5
      ? rectangle(x - 0.2 * width, top, middle, bottom, spread(0.2))
      : rectangle(middle, top, x + 1.2 * width, bottom, spread(0.2));
  },
  beside(face, random, spread) {
    const { x, y, width, height } = face;
    const kind = random();
    if (kind < 0.25)
      return rectangle(x - 10, y - 0.4 * height, x + width + 10, browsOf(face) - height * (0.02 + 0.1 * random()));
    if (kind < 0.5)
      return rectangle(x - width, y - height, x + width * (0.02 + 0.08 * random()), y + 2 * height, spread(0.1));
    if (kind < 0.7)
      return rectangle(x - 20, face.point(CHIN)[1] - 0.05 * height * random(), x + width + 20, y + 2 * height);
    return glasses(face, random);
  },
};

const browsOf = (face: FacePlace): number => Math.min(face.point(BROW_RIGHT)[1], face.point(BROW_LEFT)[1]);

/** Their frame alone. */
function glasses(face: FacePlace, random: Random): Shape {
  const rx = face.width * (0.17 + 0.05 * random());
  const ry = rx * (0.6 + 0.35 * random());
  const thick = 1 + 3 * random();
  const rims = EYES.map(([outer, inner]) => {
    const [a, b] = [face.point(outer), face.point(inner)];
    return ellipse((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, rx, ry);
  });
  return (x, y) => Math.min(...rims.map((rim) => Math.abs(rim(x, y)))) - thick / 2;
}

/** What it looks like `deep` pixels inside its edge: skin, one grey, a pattern, or a part of another picture. */
function lookOf(picture: Grey, face: FacePlace, other: Grey | null, random: Random) {
  const grain = 12 * random();
  const [kind, tone, shadeX, shadeY] = [random(), 255 * random(), random() - 0.5, random() - 0.5];
  const shade = (x: number, y: number): number =>
    1 + (shadeX * (x - face.x)) / face.width + (shadeY * (y - face.y)) / face.height;
  const cheek = valueAt(picture, face.point(CHEEKS[random() < 0.5 ? 0 : 1])) * (0.65 + 0.5 * random());
  const [turn, wave, height] = [Math.PI * random(), (2 * Math.PI) / (5 + 20 * random()), 15 + 60 * random()];
  const [fromX, fromY] = [300 * random(), 300 * random()];
  const of = (x: number, y: number, deep: number): number => {
    if (kind < 0.35) return cheek * shade(x, y) * Math.min(1, 0.75 + deep / (0.12 * face.width));
    if (kind < 0.6) return tone * shade(x, y);
    if (kind < 0.78 || !other) return tone + height * Math.sin(wave * (Math.cos(turn) * x + Math.sin(turn) * y));
    return valueAt(other, [(fromX + x) % other.side, (fromY + y) % other.side]);
  };
  return (x: number, y: number, deep: number): number => of(x, y, deep) + grain * (2 * random() - 1);
}

const valueAt = ({ data, side }: Grey, [x, y]: readonly [number, number]): number =>
  data[clamp(Math.floor(y), 0, side - 1) * side + clamp(Math.floor(x), 0, side - 1)]!;
